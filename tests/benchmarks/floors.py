"""Lower bounds for comparison: an empty application, a bare loop of the YAML parser."""

import sys
from importlib import metadata
from pathlib import Path

from tests.benchmarks.measure import Task
from tests.benchmarks.workplace import PROGRAM, Workplace

# The packages that a command needs besides typer; typer itself loads pydantic to run one, but not to show its help.
NEEDS: dict[str, tuple[str, ...]] = {
    "--version": (),
    "--help": (),
    "list": ("yaml", "pydantic"),
    "show": ("yaml", "pydantic", "rich"),
    "check": ("yaml", "pydantic"),
}

_IMPORTS = {
    "yaml": "import yaml",
    "pydantic": "from pydantic import BaseModel",
    "rich": "from rich.console import Console; from rich.table import Table; from rich.text import Text",
}

_APPLICATION = '''"""Two commands that do nothing."""
import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app.command()
def one() -> None:
    """Do nothing, with what it takes at hand."""
    {imports}


@app.command()
def two() -> None:
    """Do nothing."""


def {entry}() -> None:
    app()
'''

_BARE = """import sys
import yaml
with open(sys.argv[1], encoding="utf-8") as names:
    paths = names.read().splitlines()
for path in paths:
    with open(path, encoding="utf-8") as stream:
        try:
            for event in yaml.parse(stream, Loader=yaml.CSafeLoader):
                pass
        except yaml.YAMLError:
            pass
"""

_WRITING = """import sys
folder, count, size = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for number in range(count):
    with open(f"{folder}/{number}.html", "xb") as stream:
        stream.write(bytes(size))
"""


def application(folder: Path, packages: tuple[str, ...]) -> Path:
    """Return the script of an application with two empty commands, of which `one` imports `packages`.

    Its launcher is a copy of that of coopform, made by pip.
    """
    name = "_".join(("floor", *packages))
    entry = _entry()
    imports = "\n    ".join([_IMPORTS[package] for package in packages] or ["pass"])
    (folder / f"{name}.py").write_text(_APPLICATION.format(imports=imports, entry=entry.attr), encoding="utf-8")
    script = folder / f"run-{name}"
    script.write_text(PROGRAM.read_text(encoding="utf-8").replace(entry.module, name), encoding="utf-8")
    script.chmod(0o755)
    return script


def _entry() -> metadata.EntryPoint:
    return next(found for found in metadata.entry_points(group="console_scripts") if found.name == PROGRAM.name)


def bare_loop(folder: Path, cases: Path) -> Task:
    """Return a run that only iterates over the YAML events of each case."""
    script = folder / "bare_loop.py"
    script.write_text(_BARE, encoding="utf-8")
    names = folder / f"{cases.name}.txt"
    names.write_text("\n".join(str(path) for path in sorted(cases.rglob("*.yaml"))), encoding="utf-8")
    return Task([sys.executable, script, names], folder)


def bare_writing(place: Workplace, count: int, size: int) -> Task:
    """Return a run that only writes files of a size in bytes to an empty folder."""
    script, out = place.folder / "bare_writing.py", place.folder / "written"
    script.write_text(_WRITING, encoding="utf-8")

    def empty() -> None:
        place.put_away(out)
        out.mkdir()

    return Task([sys.executable, script, out, str(count), str(size)], place.folder, before=empty)
