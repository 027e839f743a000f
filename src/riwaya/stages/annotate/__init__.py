"""Document → annotation: words, mentions, times, quantities, places, quotations."""

from riwaya.stages.annotate.annotate import annotate

__all__ = ["annotate"]
