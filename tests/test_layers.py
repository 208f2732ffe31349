"""Imports go down only, and nothing below the command line prints or exits."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "coopform"

# From the top down; a module may import those below it and none above. One line a floor.
FLOORS = [
    ["__main__"],
    ["cli"],
    ["reporters"],
    ["terminal"],
    ["authoring"],
    ["schema", "launching"],
    ["importing"],
    ["makers", "pack", "explanations", "mending"],
    ["handouts", "mends"],
    ["word", "importing"],
    ["documents", "pdf"],
    ["templating"],
    ["exporting"],
    [
        "stylesheets",
        "environments",
        "outline",
        "htmlpoints",
        "asdata",
        "csvtext",
        "outputs",
        "look",
        "room",
        "synthesis",
    ],
    ["held", "letters", "phrases", "folderlock", "manifest", "templates", "glossary"],
    ["schedule"],
    ["copies"],
    ["comparison", "finding", "checkrun", "searching", "atomic", "columns"],
    ["collection", "cells"],
    ["checks", "writing", "namesakes"],
    ["reading", "fastpath", "casefolder"],
    ["shapes"],
    ["places", "partnerwords"],
    ["case", "yamlfile"],
    ["examples", "vocabulary", "wording", "labels", "keyhelp"],
    ["catalogue", "grid", "keys", "source", "filenames", "escape"],
    ["problem", "i18n", "resources", "limits", "loader", "extras", "codepage", "display", "batches"],
    ["text", "officefile"],
]
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def room(path: Path) -> str:
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


def imports(tree: ast.AST) -> Iterator[str]:
    """Yield the rooms that a module imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "coopform":
            parts = node.module.split(".")
            names = [parts[1]] if len(parts) > 1 else [alias.name for alias in node.names]
            yield from (name for name in names if name in FLOOR)


def test_every_module_has_its_floor() -> None:
    assert {room(path) for path in MODULES} == set(FLOOR)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_down(path: Path) -> None:
    here = room(path)
    for name in imports(ast.parse(path.read_text(encoding="utf-8"))):
        assert name == here or FLOOR[name] > FLOOR[here], f"{here} imports {name}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if room(path) not in ("cli", "__main__")], ids=lambda path: path.name
)
def test_nothing_below_the_commands_prints_or_exits(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("print", "exit", "quit", "sys.exit", "os._exit"), f"line {node.lineno}"
