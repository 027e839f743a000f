"""The declared policies, and which of them a name asks for.

Source: packs/policies/policies.toml, where each has its rule in words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, cast

from riwaya.errors import InputError, PackError
from riwaya.lang.lexicon import read_table
from riwaya.model.account import Reconciliation
from riwaya.model.actor import Actor
from riwaya.model.reduction import Policy, Reduction, Words
from riwaya.stages.reconcile.parties import slug
from riwaya.stages.reconcile.reductions import METHODS, Question

DEFAULT_POLICY = "range-of-accounts"


@cache
def load_policies() -> tuple[Policy, ...]:
    """Give the policies in the order of the pack.

    Raises:
        PackError: A policy lacks a key, or its method is none.
    """
    rows = cast("Sequence[Mapping[str, Any]]", read_table("policies", "policies")["policy"])
    return tuple(_policy(row) for row in rows)


def find_policy(name: str) -> tuple[Policy, str | None]:
    """Give the policy that a name asks for, with its actor: ``ucdp``, ``as-told-by jnim``, ``as-told-by:jnim``.

    Raises:
        InputError: There is no such policy, or it lacks its actor.
    """
    id_, _, actor = name.strip().replace(":", " ", 1).partition(" ")
    for policy in load_policies():
        if policy.id == id_:
            if policy.takes_actor and not actor.strip():
                raise InputError(f"The policy {id_} asks for an actor.", hint=f"Write it so: {id_} jnim.")
            return policy, (actor.strip() if policy.takes_actor else None)
    known = ", ".join(one.id for one in load_policies())
    raise InputError(f"There is no policy {name!r}.", hint=f"Policies: {known}.")


def reduce_accounts(found: Reconciliation, policy: str = DEFAULT_POLICY) -> Reduction:
    """Make numbers of the accounts of an event by a declared policy.

    Args:
        found: The accounts side by side.
        policy: Its name, with the actor where it takes one.

    Returns:
        Cells, each with the rule's step and the claims that gave it; none where no account fits, with the reason.

    Raises:
        InputError: There is no such policy.
    """
    chosen, wanted = find_policy(policy)
    return METHODS[chosen.method](Question(policy=chosen, found=found, actor=slug_of(wanted)))


def slug_of(name: str | None) -> str | None:
    """Give the key of an actor that somebody writes: an id, or a name in any case."""
    return slug(Actor(id=None, name=name, kind="")) if name else None


def _policy(row: Mapping[str, Any]) -> Policy:
    try:
        policy = Policy(
            id=row["id"],
            name=Words(**row["name"]),
            rule=Words(**row["rule"]),
            limits=Words(**row["limits"]),
            source=row["source"],
            takes_actor=row.get("takes_actor", False),
            method=row["method"],
            vague=tuple(sorted(row.get("vague", {}).items(), key=lambda item: (-len(item[0]), item[0]))),
        )
    except (KeyError, TypeError) as error:
        raise PackError(f"packs/policies: {row.get('id', row)} is not whole: {error}.") from error
    if policy.method not in METHODS:
        raise PackError(f"packs/policies: {policy.id} has an unknown method {policy.method!r}.")
    return policy
