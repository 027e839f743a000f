"""Visiting a desk in a browser: what every page must keep to is checked on every page that any test opens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.serve.client import Client

ROOT = Path(__file__).parents[3]
SHOTS = ROOT / "out" / "screens"
AXE = ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
WIDE, NARROW = 1440, 390
_WAIT = 60_000
"""Milliseconds after which something that did not come is a failure."""


@dataclass
class Visit:
    """One tab, and what went wrong in it."""

    page: Page
    origin: str
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str, *, expect: int = 200) -> Page:
        """Open an address of the desk and wait until it has loaded, its script too."""
        answer = self.page.goto(self.origin + path)
        assert answer is None or answer.status == expect, f"{path}: {answer.status if answer else ''}"
        return self.page

    def check(self) -> None:
        """Nothing was asked of others, nothing was refused by the policy, nothing failed in a script."""
        assert not self.elsewhere, self.elsewhere
        assert not self.complaints, self.complaints

    def find_violations(self) -> list[str]:
        """Give what axe finds on the page as it stands, one line for each rule and place."""
        self.page.evaluate(AXE.read_text(encoding="utf8"))
        found: dict[str, Any] = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{one['id']}: {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
            for one in found["violations"]
            for node in one["nodes"]
        ]

    def overflow(self) -> int:
        """Give by how many pixels the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def draw_maps(self) -> None:
        """Bring every map of the page near, and wait until it is drawn."""
        for box in self.page.query_selector_all("[data-map]"):
            box.scroll_into_view_if_needed()
        if self.page.query_selector("[data-map]"):
            self.page.wait_for_selector("[data-map][data-drawn]", timeout=_WAIT)

    def shoot(self, name: str, *, whole: bool = True) -> Path:
        """Keep a picture of the page as a result of the build."""
        SHOTS.mkdir(parents=True, exist_ok=True)
        path = SHOTS / f"{name}.png"
        self.page.evaluate("window.scrollTo(0, 0)")
        self.page.screenshot(path=path, full_page=whole, caret="initial")
        return path


@dataclass(frozen=True)
class Visitor:
    """Somebody who is signed in."""

    browser: Browser
    client: Client

    @contextmanager
    def visit(
        self,
        *,
        language: str = "en",
        theme: str = "light",
        width: int = WIDE,
        scripts: bool = True,
        browser: Browser | None = None,
        height: int = 900,
    ) -> Iterator[Visit]:
        """Open a tab; when it closes, it must have kept to the rules of every page."""
        context = (browser or self.browser).new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if theme == "dark" else "light",
            locale={"ar": "ar-MA", "en": "en-GB", "fr": "fr-FR"}[language],
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        context.set_default_timeout(_WAIT)
        try:
            self._sign_in(context)
            visit = Visit(context.new_page(), self.client.origin)
            _listen(visit)
            yield visit
            visit.check()
        finally:
            context.close()

    def _sign_in(self, context: BrowserContext) -> None:
        context.add_cookies(
            [{"name": name, "value": value, "url": self.client.origin} for name, value in self.client.cookies.items()]
        )


def _listen(visit: Visit) -> None:
    def on_request(request: Request) -> None:
        if not request.url.startswith((visit.origin, "data:", "blob:")):
            visit.elsewhere.append(request.url)

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error" or "Content Security Policy" in message.text:
            visit.complaints.append(message.text)

    visit.page.on("request", on_request)
    visit.page.on("console", on_console)
    visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
