"""Customers, address books and phone books as other programs write them."""
