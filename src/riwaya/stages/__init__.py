"""The verbs, in the order of work: acquire, annotate, attribute, claim, cluster, reconcile."""
