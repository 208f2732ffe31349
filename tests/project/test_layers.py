"""Output only in `cli`, the inside of typer only in one module, each class name once; import-linter does the rest."""

import ast
import re
from collections import Counter

from tests.support.places import ROOT

PACKAGE = ROOT / "src" / "coopform"
BELOW = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in ("cli", "__main__.py")
)
CLASS_OR_ALIAS = re.compile(r"^(?:class (?=[A-Z])|(?=[A-Z]\w*(?:: TypeAlias)? = ))(\w+)", re.MULTILINE)


def test_the_inside_of_typer_is_imported_in_one_place() -> None:
    inside = re.compile(r"^\s*(from|import) (click|typer\.\w|typer import _)", re.MULTILINE)
    found = [path.name for path in PACKAGE.rglob("*.py") if inside.search(path.read_text(encoding="utf-8"))]
    assert found == ["typer_inside.py"]


def test_nothing_below_the_commands_prints_or_exits() -> None:
    for path in BELOW:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = ast.unparse(node.func)
                assert called not in ("print", "exit", "quit", "sys.exit", "os._exit"), f"{path}, line {node.lineno}"


def test_each_public_class_has_a_name_of_its_own() -> None:
    texts = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    # A constant or a type variable is written in capitals.
    names = Counter(name for text in texts for name in CLASS_OR_ALIAS.findall(text) if not name.isupper())
    assert names["Case"] == names["Schema"] == 1
    assert [name for name, count in names.items() if count > 1] == []
