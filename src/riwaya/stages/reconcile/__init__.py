"""Reconcile: events → accounts, side by side.

Thin for now: accounts are told apart by their originators, tolls are listed and not compared, and relations and
history stay empty.
"""

from riwaya.stages.reconcile.accounts import find_accounts, reconcile

__all__ = ["find_accounts", "reconcile"]
