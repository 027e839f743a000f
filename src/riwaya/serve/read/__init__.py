"""What each page shows, as plain records: the same for the templates and for JSON."""
