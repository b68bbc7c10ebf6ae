"""Ledger. Not built yet: this package holds its place in the flow and has no code.

Takes: resolved claims, their documents, and decisions about who is who.
Gives: the append-only record of them, kept in a database, and its rows back in a stable order.
Never: rewrites or drops a row, reads a report, or judges what a claim is worth.
"""
