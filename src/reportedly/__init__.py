"""Who said what: claims from reports, with their chain of voices."""

__version__ = "0.1.0"
