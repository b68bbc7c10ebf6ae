"""Assess. Not built yet: this package holds its place in the flow and has no code.

Takes: the ledger's claims of one period, and a list of requirements.
Gives: findings with their independent origins, denials and ratings, and the gaps.
Never: counts outlets as origins, guesses a rating, or writes prose.
"""
