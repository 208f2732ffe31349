"""`coopform check --fix` deletes the signs of formatting around words, and never signs that are words or notes."""

from pathlib import Path

import pytest

from tests.support.running import Coopform

KEPT = [
    "les communes (A**, B**)",
    "60 % (**) en 2009 et 40 % (**) en 2010",
    "(**A) puis (**B), 3 * 2, a < b, 2**3**4, prix* et prix**",
    "environ ~~20 % et ~~30 %, <https://exemple.org/a>",
    "la **#1** des chartes, ~~: non~~, [#2](https://exemple.org/a), <b>#3</b>",
    "le groupe <p> de la pièce",
]
BARE = {
    "un ***accord*** (**signé**) et **« relu »**": "un accord (signé) et « relu »",
    "[le site](https://exemple.org/a), <b>lu</b> et **vu** ici": "le site (https://exemple.org/a), lu et vu ici",
}


@pytest.mark.parametrize(("typed", "fixed"), [*zip(KEPT, KEPT, strict=True), *BARE.items()])
def test_only_signs_around_words_are_deleted(coopform: Coopform, workshop: Path, typed: str, fixed: str) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text(f"titre: Un\noutil: Entente\nresume: |\n  {typed}\nobjet:\n  - Dont {typed}\n", encoding="utf-8")
    coopform("check", "--fix", path)
    text = path.read_text(encoding="utf-8")
    assert f"\n  {fixed}\n" in text
    assert f"\n  - Dont {fixed}\n" in text


@pytest.mark.parametrize(("typed", "said"), [("Eau<br>air", "“Eau air”"), ("L’eau </p>", "“L’eau”"), ("<br/>", "“…”")])
def test_a_tag_alone_is_shown_with_its_words(coopform: Coopform, workshop: Path, typed: str, said: str) -> None:
    path = workshop / "cases" / "pays.yaml"
    path.write_text(f"titre: Un\noutil: Entente\nresume: |\n  {typed}\n", encoding="utf-8")
    assert f"as in {said}" in " ".join(coopform("check", path, "--select", "markup").out.split())
