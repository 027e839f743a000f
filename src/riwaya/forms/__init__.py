"""The public forms: what other programs read. Versioned, and changed only by adding."""
