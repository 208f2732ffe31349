"""`coopform check --fix`: only the lines of a list get hyphens, whatever signs begin the other lines below it."""

from pathlib import Path

import pytest

from tests.support.running import Coopform

LEFT = ["---", "...", ">-", "=======", ">>>>>>> relecture", "- Sol", "} reste"]


@pytest.mark.parametrize(("typed", "fixed"), [*zip(LEFT, LEFT, strict=True), ("**Enjeux**: Agir", "enjeux: Agir")])
def test_a_line_below_a_list_gets_no_hyphen(coopform: Coopform, workshop: Path, typed: str, fixed: str) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text(f"titre: Un\noutil: Entente\nobjet:\n  • Eau\n  • Air\n{typed}\n", encoding="utf-8")
    coopform("check", "--fix", path)
    assert path.read_text(encoding="utf-8").endswith(f"\n  - Eau\n  - Air\n{fixed}\n")
