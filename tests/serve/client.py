"""A plain HTTP client: it sends exactly what it is told, keeps cookies, and follows nothing on its own."""

from __future__ import annotations

import http.client
import json
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes
    set_cookies: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return self.body.decode("utf8")

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def location(self) -> str:
        return self.headers.get("location", "")


@dataclass
class Client:
    """One browser, or one program."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def send(
        self,
        method: str,
        path: str,
        *,
        form: dict[str, Any] | None = None,
        data: Any = None,
        body: bytes | None = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Send one request; a form goes as a browser sends it from a page of the desk."""
        sent = {"Host": f"127.0.0.1:{self.port}", **self.headers}
        if self.cookies and "Authorization" not in sent:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if form is not None:
            body = urlencode(form, doseq=True).encode()
            sent |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin}
        if data is not None:
            body = json.dumps(data).encode()
            sent |= {"Content-Type": "application/json"}
        sent |= headers or {}
        sent = {name: value for name, value in sent.items() if value is not None}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body=body, headers=sent)
            came = connection.getresponse()
            raw = came.read()
            cookies = tuple(value for name, value in came.getheaders() if name.lower() == "set-cookie")
            answer = Answer(came.status, {name.lower(): value for name, value in came.getheaders()}, raw, cookies)
        finally:
            connection.close()
        for one in cookies:
            for name, morsel in SimpleCookie(one).items():
                self.cookies[name] = morsel.value
        return answer

    def get(self, path: str, **more: Any) -> Answer:
        return self.send("GET", path, **more)

    def get_json(self, path: str, **headers: str) -> Any:
        """Give the JSON of a page or of the API; an answer that is none is a failure."""
        came = self.send("GET", path, headers={"Accept": "application/json", **headers})
        assert came.status == 200, came.text
        return came.json

    def post(self, path: str, form: dict[str, Any] | None = None, **more: Any) -> Answer:
        return self.send("POST", path, form=form if form is not None or more else {}, **more)
