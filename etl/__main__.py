"""The commands: `python -m etl build`, `explain`, `evaluate`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from etl.build import ARTICLES, DATABASE, NothingToBuildError
from etl.build import build as build_database
from etl.evaluate import evaluate as measure
from etl.explain import explain as explanation
from etl.progress import ProgressBar
from etl.publish import UnwritableError
from etl.tables import TableError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 on success, 1 when nothing could be built or read, 2 on wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.command(options))
    except TableError as error:
        return _failed(str(error))
    except KeyboardInterrupt:
        print("\nInterrupted; what was there before is unchanged.", file=sys.stderr)
        return 130


def build(options: argparse.Namespace) -> int:
    """Build the database and say what it holds."""
    try:
        print(build_database(options.articles, options.database, ProgressBar("Reading articles")))
    except (NothingToBuildError, UnwritableError) as error:
        return _failed(str(error))
    return 0


def explain(options: argparse.Namespace) -> int:
    """Print every number of an article and what became of it."""
    print(explanation(options.file))
    return 0


def evaluate(options: argparse.Namespace) -> int:
    """Print precision, recall and F1 against labels."""
    score = measure(options.articles, options.gold, options.docs)
    print(score.report())
    if options.errors:
        for word, facts in (("missing", score.missing), ("false", score.false)):
            for fact in sorted(facts):
                print(word, *(part or "-" for part in fact), sep="\t")
    return 0


def _failed(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m etl", description="From articles to figures.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    command = commands.add_parser("build", help="read articles and write the database")
    command.set_defaults(command=build)
    command.add_argument(
        "--articles",
        nargs="+",
        type=_folder,
        default=[ARTICLES],
        metavar="DIR",
        help="folders with articles, searched to the bottom (default: %(default)s)",
    )
    command.add_argument(
        "--database",
        type=Path,
        default=DATABASE,
        metavar="FILE",
        help="the DuckDB file to write (default: %(default)s)",
    )

    command = commands.add_parser("explain", help="print what became of each number of an article")
    command.set_defaults(command=explain)
    command.add_argument("file", type=_file, metavar="FILE")

    command = commands.add_parser("evaluate", help="compare what is read with labels")
    command.set_defaults(command=evaluate)
    command.add_argument("--articles", type=_folder, required=True, metavar="DIR")
    command.add_argument("--gold", type=_file, required=True, metavar="FACTS.csv")
    command.add_argument("--docs", type=_file, metavar="DOCS.csv", help="which articles to take")
    command.add_argument("--errors", action="store_true", help="list missing and false facts too")
    return parser


def _folder(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        raise argparse.ArgumentTypeError(f"there is no folder {name}")
    return path


def _file(name: str) -> Path:
    path = Path(name)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"there is no file {name}")
    return path


if __name__ == "__main__":
    sys.exit(main())
