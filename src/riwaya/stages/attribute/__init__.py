"""Annotation → attributions: who tells what, through whom."""

from riwaya.stages.attribute.frames import find_attributions

__all__ = ["find_attributions"]
