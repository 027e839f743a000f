"""Reconcile: events → accounts, side by side.

An account is what one originator says of one event, whoever prints it. What the accounts say of each other is said in
eight kinds of relations, each with its matter, its reason and its claims; docs/events.md tells what they mean.
"""

from riwaya.stages.reconcile.side_by_side import find_accounts, find_statements, reconcile

__all__ = ["find_accounts", "find_statements", "reconcile"]
