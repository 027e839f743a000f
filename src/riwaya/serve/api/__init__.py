"""The REST API under ``/api/v1``: the same records, filters and judgements as the pages, for programs."""
