"""The public form of what the ledger gives back."""

from __future__ import annotations

from collections.abc import Iterable

from riwaya.forms.analysis import claim_form
from riwaya.forms.types import CLAIMS_SCHEMA, ClaimsForm, KeptClaimForm, SourceDocumentForm
from riwaya.ledger.records import KeptClaim, KeptDocument


def claims_form(claims: Iterable[KeptClaim]) -> ClaimsForm:
    """Give the JSON object `riwaya.claims/1`."""
    return {"schema": CLAIMS_SCHEMA, "claims": [kept_claim_form(one) for one in claims]}


def kept_claim_form(kept: KeptClaim) -> KeptClaimForm:
    """Give one claim of the ledger with its document, its event and its verdict."""
    form: KeptClaimForm = {
        **claim_form(kept.claim, kept.text),
        "document": document_form(kept.kept),
        "told_on": kept.told_on.isoformat() if kept.told_on else None,
        "event": kept.event_id,
        "verdict": kept.verdict,
        "live": kept.kept.is_live,
    }
    if kept.found:
        form["found"] = [{"start": one.start, "end": one.end, "text": one.of(kept.text)} for one in kept.found]
    return form


def document_form(kept: KeptDocument) -> SourceDocumentForm:
    """Give the document that carries a claim."""
    document = kept.document
    published = document.published
    return {
        "id": document.id,
        "name": kept.name,
        "outlet": {"id": document.outlet.id, "name": document.outlet.name} if document.outlet else None,
        "url": kept.url,
        "published": {
            "start": published.start.isoformat() if published.start else None,
            "end": published.end.isoformat() if published.end else None,
            "basis": published.basis,
            "why": published.why,
        },
        "language": document.language,
        "version": kept.version,
    }
