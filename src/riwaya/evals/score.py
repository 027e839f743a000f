"""Score one document: pair its claims, mark their fields, count, and say in a line what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, field

from riwaya.evals.answers import Answer, AnsweredClaim
from riwaya.evals.fields import FieldMarks, mark_fields
from riwaya.evals.gold import GoldClaim, GoldDocument
from riwaya.evals.match import align_claims, starts_inside
from riwaya.evals.strata import strata_of_claim, stratum_of_figure
from riwaya.evals.tally import Tally
from riwaya.evals.wording import say_wrong

MIN_BODY_IOU = 0.9
"""A body that shares this much with the annotated one was cut out right."""


@dataclass(slots=True, kw_only=True)
class DocumentScore:
    """Counts and errors of one document."""

    id: str
    tally: Tally = field(default_factory=Tally)
    strata: Tally = field(default_factory=Tally)
    errors: list[str] = field(default_factory=list[str])


def score_document(gold: GoldDocument, answer: Answer, text: str) -> DocumentScore:
    """Compare what was read from a page with what people annotated on it.

    Args:
        gold: The annotation.
        answer: The reading; `answers.NOTHING` when there is none, and then all is missed.
        text: The page both point into.

    Source: ``score.py`` of the project's shared folder, whose figures these are; a test holds the two together.
    """
    score = DocumentScore(id=gold.id)
    score.tally.add("documents", gold=1)
    _score_bodies(score, gold, answer)
    required = [claim for claim in gold.claims if claim.span and not claim.optional]
    optional = [claim for claim in gold.claims if claim.span and claim.optional]
    pairs = align_claims(required, answer.claims)
    ignored = _score_rest(score, gold, optional, pairs, answer, text)
    score.tally.add("claims", gold=len(required), read=len(answer.claims) - ignored, right=len(pairs))
    for claim in required:
        position = pairs.get(claim.id)
        if position is None:
            _score_missed(score, claim)
        else:
            _score_found(score, claim, answer.claims[position], text)
    return score


def _score_bodies(score: DocumentScore, gold: GoldDocument, answer: Answer) -> None:
    for number, article in enumerate(gold.articles, 1):
        if article.body is None:
            continue
        best = max((body.iou(article.body) for body in answer.bodies), default=0.0)
        score.tally.add("articles", gold=1, right=best >= MIN_BODY_IOU)
        if best < MIN_BODY_IOU:
            score.errors.append(f"{gold.id}: article {number}: best body overlap {best:.2f}")


def _score_rest(
    score: DocumentScore,
    gold: GoldDocument,
    optional: list[GoldClaim],
    pairs: dict[str, int],
    answer: Answer,
    text: str,
) -> int:
    """Name the spurious among the unpaired claims, and give how many of the unpaired do not count.

    Those that pair with an optional claim or begin in a title do not: headlines repeat the article.
    """
    paired = set(pairs.values())
    left = [position for position in range(len(answer.claims)) if position not in paired]
    spare = align_claims(optional, [answer.claims[position] for position in left])
    ignored = {left[place] for place in spare.values()}
    for position in left:
        span = answer.claims[position].span
        if span is None or position in ignored:
            continue
        if any(starts_inside(span, article.title) for article in gold.articles):
            ignored.add(position)
        else:
            score.errors.append(f"{gold.id}: spurious: {span.of(text)!r}")
    return len(ignored)


def _score_missed(score: DocumentScore, claim: GoldClaim) -> None:
    """Count a claim nobody found: what it held was not found either."""
    tally = score.tally
    tally.add("denial", gold=claim.polarity == "denied")
    tally.add("doubt", gold=claim.certainty != "stated")
    tally.add("figures", gold=len(claim.figures))
    tally.add("people", gold=len(claim.agents) + len(claim.targets))
    tally.add("whole claims", gold=1)
    for name in strata_of_claim(claim):
        score.strata.add(name, gold=1)
    for figure in claim.figures:
        score.strata.add(stratum_of_figure(figure), gold=1)
    score.errors.append(f"{score.id}: missed {claim.id}: {claim.quote!r}")


def _score_found(score: DocumentScore, claim: GoldClaim, read: AnsweredClaim, text: str) -> None:
    marks = mark_fields(claim, read, text)
    if claim.span and read.span:
        score.tally.overlaps.append(read.span.iou(claim.span))
    _count_doubt(score.tally, claim, read)
    _count_fields(score.tally, claim, marks)
    for name in strata_of_claim(claim):
        score.strata.add(name, gold=1, read=1, right=marks.chain)
    for figure, right in zip(claim.figures, marks.figures, strict=True):
        score.strata.add(stratum_of_figure(figure), gold=1, read=1, right=right)
    if marks.wrong:
        score.errors.append(f"{score.id}: {claim.id}: wrong {say_wrong(claim, read, marks)}: {claim.quote!r}")


def _count_doubt(tally: Tally, claim: GoldClaim, read: AnsweredClaim) -> None:
    """Count denials and doubts as things to be found among claims that mostly have neither."""
    denied, unsure = claim.polarity == "denied", claim.certainty != "stated"
    tally.add("denial", gold=denied, read=read.polarity == "denied", right=denied and read.polarity == "denied")
    tally.add("doubt", gold=unsure, read=read.certainty != "stated", right=unsure and read.certainty == claim.certainty)


def _count_fields(tally: Tally, claim: GoldClaim, marks: FieldMarks) -> None:
    for name, right in (("type", marks.type), ("polarity", marks.polarity), ("certainty", marks.certainty)):
        tally.add(name, gold=1, right=right)
    tally.add("chain", gold=1, right=marks.chain)
    if claim.chain:
        tally.add("sourced chain", gold=1, right=marks.chain)
    if len(claim.chain) > 1:
        tally.add("nested chain", gold=1, right=marks.chain)
    for name, mark in (("originator", marks.originator), ("time", marks.time), ("place", marks.place)):
        if mark is not None:
            tally.add(name, gold=1, right=mark)
    tally.add("figures", gold=len(claim.figures), read=marks.figures_read, right=sum(marks.figures))
    tally.add("people", gold=marks.people_gold, read=marks.people_read, right=marks.people)
    tally.add("whole claims", gold=1, right=not marks.wrong)
