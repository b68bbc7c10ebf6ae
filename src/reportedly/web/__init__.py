"""Web. Not built yet: this package holds its place in the flow and has no code.

Takes: requests from a browser or another program.
Gives: documents, claims and assessments as pages and as JSON.
Never: changes a document, runs a script of one, or fetches anything from elsewhere.
"""
