"""Reconcile: events → accounts, side by side.

An account is what one originator says of one event, whoever prints it. What the accounts say of each other is said in
eight kinds of relations, each with its matter, its reason and its claims; docs/events.md tells what they mean.
"""

from riwaya.stages.reconcile.columns import COLUMNS, column_of, find_two_sides, is_state
from riwaya.stages.reconcile.harmony import can_contest
from riwaya.stages.reconcile.parties import is_civilian
from riwaya.stages.reconcile.parties import slug as side_key
from riwaya.stages.reconcile.policies import DEFAULT_POLICY, find_policy, load_policies, reduce_accounts
from riwaya.stages.reconcile.reasons import LISTED, SENTENCES, Part
from riwaya.stages.reconcile.relations import CONTESTED
from riwaya.stages.reconcile.side_by_side import count_disputes, find_accounts, find_statements, reconcile
from riwaya.stages.reconcile.tolls import is_without_figure

__all__ = [
    "COLUMNS",
    "CONTESTED",
    "DEFAULT_POLICY",
    "LISTED",
    "SENTENCES",
    "Part",
    "can_contest",
    "column_of",
    "count_disputes",
    "find_accounts",
    "find_policy",
    "find_statements",
    "find_two_sides",
    "is_civilian",
    "is_state",
    "is_without_figure",
    "load_policies",
    "reconcile",
    "reduce_accounts",
    "side_key",
]
