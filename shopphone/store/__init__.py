"""The shop's data: tables, transactions, search statements, upgrades and this desk's own file."""
