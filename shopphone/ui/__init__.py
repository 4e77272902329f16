"""The windows: they show and ask; every rule and every query lives below them."""
