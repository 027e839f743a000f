"""From bytes to a page, and from a page to the documents on it."""

from __future__ import annotations

from riwaya.stages.acquire.documents import explain_documents, find_documents
from riwaya.stages.acquire.page import read_page

__all__ = ["explain_documents", "find_documents", "read_page"]
