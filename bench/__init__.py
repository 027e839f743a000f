"""Measure speed, memory and dates: `python -m bench`. Ratios taken in one run, never a timed test."""
