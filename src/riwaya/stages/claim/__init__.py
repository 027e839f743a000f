"""Annotation and attributions → claims."""

from riwaya.stages.claim.assemble import find_claims

__all__ = ["find_claims"]
