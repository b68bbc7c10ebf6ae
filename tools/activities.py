"""Writes the activity pack as the one file that loads at once: `python -m tools.activities`.

A test says when it is not the one of the YAML file.
"""

from reportedly.packs.activities import SHIPPED, read_activities
from reportedly.packs.compiled_activities import COMPILED, digest_file, write_compiled


def main() -> None:
    """Write the compiled pack beside the YAML file."""
    COMPILED.write_text(write_compiled(read_activities(SHIPPED), digest_file(SHIPPED)), encoding="utf-8")


if __name__ == "__main__":
    main()
