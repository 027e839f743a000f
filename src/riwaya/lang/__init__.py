"""The code that reads language packs: folding, tokens, inflection, numerals, calendars, lint."""
