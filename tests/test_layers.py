"""Nothing below the command line prints or exits, and each class name is used once. import-linter holds the floors."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

PACKAGE = ROOT / "src" / "coopform"
BELOW = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in ("cli", "__main__.py")
)


@pytest.mark.parametrize("path", BELOW, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_nothing_below_the_commands_prints_or_exits(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func)
            assert called not in ("print", "exit", "quit", "sys.exit", "os._exit"), f"line {node.lineno}"


def _class_names(path: Path) -> Iterator[str]:
    """Yield the names of the public classes and type aliases of a module."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names = (
            [node.name]
            if isinstance(node, ast.ClassDef)
            else [target.id for target in targets if isinstance(target, ast.Name)]
        )
        # A constant or a type variable is written in capitals.
        yield from (name for name in names if name[0].isupper() and not name.isupper())


def test_each_public_class_has_a_name_of_its_own() -> None:
    names = Counter(name for path in PACKAGE.rglob("*.py") for name in _class_names(path))
    assert names["Case"] == 1
    assert [name for name, count in names.items() if count > 1] == []
