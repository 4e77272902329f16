"""Consent to advertising in the window: the ledger, asking for it, recording it, taking it back."""
