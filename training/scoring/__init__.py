"""What the model sees against what a corpus says, one module a task.

Each gives one row of counts a document, and a function from summed counts to figures.
"""
