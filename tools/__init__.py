"""Programs that write files of this project; never imported by the package."""
