"""Build gold records from an annotation file, noting on the way where it breaks the guideline."""

from __future__ import annotations

from typing import Any, cast

from riwaya.evals.finding import Finder
from riwaya.evals.gold import GoldArticle, GoldClaim, GoldDocument, GoldFigure, GoldMention, GoldPlace, GoldTime
from riwaya.model.claim import EVENT_TYPES
from riwaya.model.figure import MEASURES
from riwaya.model.span import Span

Raw = dict[str, Any]
POLARITIES = ("affirmed", "denied")
CERTAINTIES = ("stated", "hedged", "unknown")


def build_document(raw: Raw, finder: Finder) -> GoldDocument:
    """Give the records of one annotation; problems come in the order of the file."""
    articles = _articles(_items(raw, "articles"), finder)
    claims: list[GoldClaim] = []
    seen: set[str] = set()
    for item in _items(raw, "claims"):
        claim_id = str(item["id"])
        if claim_id in seen:
            finder.problems.append(f"claim {claim_id}: id used twice")
        seen.add(claim_id)
        claims.append(_ClaimBuilder(item, articles, finder).build())
    return GoldDocument(
        id=str(raw["document"]),
        language=str(raw.get("language", "?")),
        articles=articles,
        claims=tuple(claims),
        problems=tuple(finder.problems),
    )


def _articles(items: list[Raw], finder: Finder) -> tuple[GoldArticle, ...]:
    made: list[GoldArticle] = []
    after = 0
    for number, item in enumerate(items, 1):
        body, title = finder.article(item, f"article {number}", after)
        if body is not None:
            after = body.end
        published = str((_item(item, "published") or {}).get("start") or "")
        made.append(GoldArticle(role=str(item.get("role", "article")), body=body, title=title, published=published))
    return tuple(made)


class _ClaimBuilder:
    """Builds one claim: first where it stands, then its parts, each looked for near the claim's head."""

    def __init__(self, item: Raw, articles: tuple[GoldArticle, ...], finder: Finder) -> None:
        self.item = item
        self.finder = finder
        self.what = f"claim {item['id']}"
        self.article = int(item.get("article", 1))
        self.span: Span | None = None
        self.head: Span | None = None
        if not 1 <= self.article <= len(articles):
            self._problem(f"no article {self.article}")
            return
        body = articles[self.article - 1].body
        self.span = finder.find(item, "quote", "span", self.what, near=body.start if body else None, within=body)
        if self.span is not None:
            self.head = finder.find(
                item, "head", "head_span", f"{self.what} head", near=self.span.start, within=self.span
            )

    def build(self) -> GoldClaim:
        if self.span is None:
            return self._claim((), (), (), (), None, None)
        self._check()
        chain = _items(self.item, "chain") if isinstance(self.item["chain"], list) else []
        return self._claim(
            self._mentions(chain, "chain"),
            self._mentions(_items(self.item, "agents"), "agents"),
            self._mentions(_items(self.item, "targets"), "targets"),
            tuple(self._figure(figure) for figure in _items(self.item, "figures")),
            self._time(),
            self._place(),
        )

    def _claim(
        self,
        chain: tuple[GoldMention, ...],
        agents: tuple[GoldMention, ...],
        targets: tuple[GoldMention, ...],
        figures: tuple[GoldFigure, ...],
        time: GoldTime | None,
        place: GoldPlace | None,
    ) -> GoldClaim:
        item = self.item
        return GoldClaim(
            id=str(item["id"]), article=self.article, quote=self.finder.words(item, self.span), span=self.span,
            head=self.head, type=item["type"], polarity=item["polarity"], certainty=item["certainty"],
            chain=chain, agents=agents, targets=targets, figures=figures, time=time, place=place,
            optional=bool(item.get("optional")),
        )  # fmt: skip

    def _check(self) -> None:
        item = self.item
        if self.span and self.head and not self.span.overlaps(self.head):
            self._problem("head is outside the quote")
        if item["type"] not in EVENT_TYPES:
            self._problem(f"unknown type {item['type']!r}")
        if item["polarity"] not in POLARITIES:
            self._problem(f"polarity {item['polarity']!r}")
        if item["certainty"] not in CERTAINTIES:
            self._problem(f"certainty {item['certainty']!r}")
        if not isinstance(item["chain"], list):
            self._problem("chain must be a list")
        if item.get("told"):
            self._near("quote", "span", item["told"], "told")
            self._days(item["told"], "told")

    def _mentions(self, items: list[Raw], role: str) -> tuple[GoldMention, ...]:
        made: list[GoldMention] = []
        for item in items:
            span = self._near("quote", "span", item, role)
            quote = self.finder.words(item, span)
            if not item.get("actor"):
                self._problem(f"{role}: no actor for {quote!r}")
            made.append(GoldMention(quote=quote, span=span, actor=item.get("actor")))
        return tuple(made)

    def _figure(self, item: Raw) -> GoldFigure:
        span = self._near("quote", "span", item, "figures", within=self.span)
        if item.get("of"):
            self._near("of", "of_span", item, "figures of", within=self.span)
        if item.get("measure") not in MEASURES:
            self._problem(f"unknown measure {item.get('measure')!r}")
        for bound in ("low", "high"):
            if item.get(bound) is not None and not isinstance(item[bound], int):
                self._problem(f"{bound} must be a whole number or null")
        return GoldFigure(
            span=span, measure=item["measure"], low=item["low"], high=item["high"], about=bool(item.get("about"))
        )

    def _time(self) -> GoldTime | None:
        item = _item(self.item, "time")
        if not item:
            return None
        self._days(item, "time")
        span = self._near("quote", "span", item, "time")
        return GoldTime(span=span, start=str(item["start"]), end=str(item["end"]))

    def _place(self) -> GoldPlace | None:
        item = _item(self.item, "place")
        if not item:
            return None
        lacking = [key for key in ("name", "lat", "lon", "km") if item.get(key) is None]
        for key in lacking:
            self._problem(f"place: no {key}")
        span = self._near("quote", "span", item, "place")
        return GoldPlace(span=span, name=str(item.get("name")), lat=item["lat"], lon=item["lon"], km=item["km"])

    def _days(self, item: Raw, what: str) -> None:
        for end in ("start", "end"):
            if len(str(item.get(end, ""))) != len("2024-07-30"):
                self._problem(f"{what}: {end} is no ISO date")

    def _near(self, words: str, offsets: str, item: Raw, what: str, *, within: Span | None = None) -> Span | None:
        anchor = self.head or self.span
        near = anchor.start if anchor else None
        return self.finder.find(item, words, offsets, f"{self.what} {what}", near=near, within=within)

    def _problem(self, message: str) -> None:
        self.finder.problems.append(f"{self.what}: {message}")


def _items(raw: Raw, key: str) -> list[Raw]:
    return cast(list[Raw], raw.get(key) or [])


def _item(raw: Raw, key: str) -> Raw | None:
    return cast("Raw | None", raw.get(key) or None)
