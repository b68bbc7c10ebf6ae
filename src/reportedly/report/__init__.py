"""Report. Not built yet: this package holds its place in the flow and has no code.

Takes: findings and gaps of one period.
Gives: an assessment, each sentence with its citations.
Never: states anything that no claim in the ledger carries.
"""
