"""The desk: the ledger in a browser, and the API."""
