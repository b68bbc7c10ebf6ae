"""Command line.

Takes: arguments, files and standard input.
Gives: claims on standard output, errors and progress on standard error, an exit code.
Never: judges anything; each command is a few calls of the pipeline.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from reportedly.cli.options import build_parser, choose_pack
from reportedly.errors import ModelError, PackError, ReportedlyError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        arguments: without the program's name; None takes those of the process.
    Returns:
        The exit code, see `options.EXIT_CODES`.
    Raises:
        SystemExit: from the parser, for --help, --version (code 0) and a wrong command line (code 2).
    """
    options = build_parser().parse_args(arguments)
    # The commands bring the model in; --help and --version must not wait for it.
    from reportedly.cli import commands

    try:
        if options.command == "demo":
            return commands.show_demo(os.environ)
        if options.command == "places":
            return commands.load_gazetteer(options.files, to=options.to)
        return _run_with_pack(options)
    except ReportedlyError as error:
        commands.complain(str(error))
        return 3 if isinstance(error, ModelError | PackError) else 2
    except BrokenPipeError:
        commands.silence_stdout()
        return 141
    except KeyboardInterrupt:
        sys.stderr.write("\n")
        return 130


def _run_with_pack(options: argparse.Namespace) -> int:
    """Run one of the commands that take an activity pack."""
    from reportedly.cli import activities, commands

    environment = choose_pack(os.environ, options.activities)
    if options.command == "activities":
        return activities.show_activities(options.reports, form=options.format, environment=environment)
    if options.command == "explain":
        return commands.explain_claim(
            options.claim, options.file, published=options.published, environment=environment
        )
    return commands.read_files(
        options.files, published=options.published, form=options.format, environment=environment
    )
