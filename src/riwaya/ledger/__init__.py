"""The ledger: what was read, by whom it was told and how it was judged, append-only, in SQLite or PostgreSQL."""
