"""Triggers by which the database itself refuses to change or delete what is kept."""

from __future__ import annotations

from collections.abc import Iterator

from alembic import op

_WORDS = "riwaya: append-only"


def guard(table: str, key: str = "seq") -> None:
    """Guard a table on the database that is being upgraded.

    On SQLite an insert that would replace a row is refused too: REPLACE deletes without asking the triggers.
    """
    for statement in statements(table, key, op.get_bind().dialect.name):
        op.execute(statement)


def statements(table: str, key: str, dialect: str) -> Iterator[str]:
    """Give the statements that guard a table."""
    if dialect == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            yield (
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_WORDS}: {table}'); END"
            )
        yield (
            f"CREATE TRIGGER {table}_refuses_replace BEFORE INSERT ON {table} "
            f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key}) "
            f"BEGIN SELECT RAISE(ABORT, '{_WORDS}: {table}'); END"
        )
        return
    for moment, verbs, scope in (("row", "UPDATE OR DELETE", "ROW"), ("all", "TRUNCATE", "STATEMENT")):
        yield (
            f"CREATE TRIGGER {table}_refuses_{moment} BEFORE {verbs} ON {table} "
            f"FOR EACH {scope} EXECUTE FUNCTION riwaya_refuse()"
        )


def make_refusal() -> None:
    """Make the function that PostgreSQL's triggers call; SQLite needs none."""
    if op.get_bind().dialect.name != "sqlite":
        op.execute(
            "CREATE FUNCTION riwaya_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ "
            f"BEGIN RAISE EXCEPTION '{_WORDS}: %', TG_TABLE_NAME; END $$"
        )
