"""Cluster: claims of many documents → events.

Thin for now: a claim alone is an event, and nothing is put together. What goes in and comes out is settled, so
that finding the claims of one happening changes this stage and nothing around it.
"""

from riwaya.stages.cluster.form import find_events, tell_claims

__all__ = ["find_events", "tell_claims"]
