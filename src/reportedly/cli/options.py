"""What can be typed: the commands, their options, and the exit codes."""

import argparse
from collections.abc import Mapping

from reportedly import __version__

FORMATS = ("text", "json", "jsonl")
PACK_FORMATS = ("text", "json")

EXIT_CODES = {
    0: "every file was read",
    1: "some file could not be read; the others were",
    2: "the command line, a setting or --published is wrong; nothing was read",
    3: "the installation is incomplete: the reading model or a knowledge pack is missing or broken",
    130: "interrupted (Ctrl-C)",
    141: "whoever read the output went away",
}


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of the command line; `docs/cli.md` is written from it."""
    parser = argparse.ArgumentParser(
        prog="reportedly",
        description="Who said what: claims from reports, with their chain of voices.",
        epilog=_explain_exit_codes(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "--version", action="version", version=f"reportedly {__version__}", help="show the version and exit"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_read(commands)
    _add_explain(commands)
    _add_places(commands)
    _add_activities(commands)
    commands.add_parser(
        "demo",
        help="read a sample report that comes with the program",
        description="Read a sample report that comes with the program, and print its claims.",
        allow_abbrev=False,
    )
    return parser


def _add_read(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    read = commands.add_parser(
        "read",
        help="read reports and print their claims",
        description="Read reports (HTML, PDF or plain text, in English) and print their claims.",
        allow_abbrev=False,
    )
    read.add_argument("files", nargs="+", metavar="FILE", help="a report; - is standard input")
    _add_published(read)
    _add_pack(read)
    read.add_argument(
        "--format",
        choices=FORMATS,
        default="text",
        help="text to read; json: one object a file, for several files an array of them; "
        "jsonl: one claim a line",
    )


def _add_explain(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    explain = commands.add_parser(
        "explain",
        help="show how a claim came about",
        description="Show how one claim of a report came about: the sentence's tree, the spans, "
        "what the model saw, and the rules that fired.",
        allow_abbrev=False,
    )
    explain.add_argument(
        "claim", metavar="CLAIM", help="the claim's number as `reportedly read` prints it, or its id"
    )
    explain.add_argument("file", metavar="FILE", help="the report; - is standard input")
    _add_published(explain)
    _add_pack(explain)


def _add_activities(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    activities = commands.add_parser(
        "activities",
        help="check an activity pack and show what it matches",
        description="Check an activity pack: how many triggers each activity has, and which never decide. "
        "With reports, also which claims each activity takes, and by which words.",
        allow_abbrev=False,
    )
    activities.add_argument(
        "reports", nargs="*", metavar="REPORT", help="a report, or a folder of them with its subfolders"
    )
    _add_pack(activities)
    activities.add_argument(
        "--format", choices=PACK_FORMATS, default="text", help="text to read; json: one object"
    )


def _add_pack(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--activities",
        metavar="PACK",
        help="an activity pack in place of the shipped one; wins over REPORTEDLY_ACTIVITIES",
    )


def _add_places(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    places = commands.add_parser(
        "places",
        help="make a gazetteer of your own",
        description="Make a gazetteer of your own, with more places than the one that ships.",
        allow_abbrev=False,
    )
    load = places.add_subparsers(dest="places", metavar="COMMAND", required=True).add_parser(
        "load",
        help="make one of files of GeoNames",
        description="Make a gazetteer file of files of the GeoNames dump "
        "(https://download.geonames.org/export/dump/, CC BY 4.0), unpacked. It takes the place of the one "
        "that ships when the setting REPORTEDLY_PLACES names it.",
        allow_abbrev=False,
    )
    load.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="allCountries.txt or files of countries (IQ.txt); also, for more names, admin1CodesASCII.txt, "
        "admin2Codes.txt, countryInfo.txt, alternateNamesV2.txt",
    )
    load.add_argument("--to", required=True, metavar="PATH", help="the file to write")


def _add_published(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--published",
        metavar="DATE",
        help="when the reports were published, as ISO 8601 (2031-04-09, 2031-04, 2031); "
        "wins over the date in a report; relative times such as “last week” count from it",
    )


def choose_pack(environment: Mapping[str, str], pack: str | None) -> Mapping[str, str]:
    """Let --activities win over the environment variable of the same meaning; None leaves it."""
    return environment if pack is None else {**environment, "REPORTEDLY_ACTIVITIES": pack}


def _explain_exit_codes() -> str:
    return "exit codes:\n" + "\n".join(f"  {code:<4} {meaning}" for code, meaning in EXIT_CODES.items())
