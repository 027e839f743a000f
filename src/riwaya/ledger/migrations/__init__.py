"""How a ledger of one version becomes one of the next: one step a module, never changed once released."""
