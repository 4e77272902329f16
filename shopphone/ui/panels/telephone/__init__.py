"""The telephone in the settings: which systems there are, setting one up, what a softphone needs."""
