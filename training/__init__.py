"""Corpora to weights: readers, network, training, evaluation, export. Never imported by the package."""
