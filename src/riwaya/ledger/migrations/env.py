"""What Alembic runs: the steps, on the connection that `riwaya.ledger.versions` hands over."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="riwaya_schema")
context.run_migrations()
