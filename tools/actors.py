"""Writes the registry of actors as the one file that loads at once: `python -m tools.actors`.

A test says when it is not the one of the YAML files.
"""

from reportedly.packs.actors import FOLDER, read_actors
from reportedly.packs.compiled import COMPILED, digest_files, write_compiled


def main() -> None:
    """Write the compiled registry beside its folder."""
    COMPILED.write_text(write_compiled(read_actors(FOLDER), digest_files(FOLDER)), encoding="utf-8")


if __name__ == "__main__":
    main()
