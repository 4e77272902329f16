"""Orders as shop systems and tables write them."""
