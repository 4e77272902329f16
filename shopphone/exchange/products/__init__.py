"""Products as shop systems and stock programs write them, one module for each way of writing."""
