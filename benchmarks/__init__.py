"""Programs that measure; never imported by the package."""
