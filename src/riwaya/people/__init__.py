"""The people who use a ledger: roles, passwords, sessions, tokens."""
