"""No word of a page, of Markdown, of a text or of a table as text is lost, as independent readers see them."""

import csv
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from coopform.text.folding import fold
from tests.support.running import Coopform

PAGE = """<!doctype html><html><head><title>Titre de page inventé</title><style>p { color: invisible }</style></head>
<body><h1>Entente des rives</h1><table><caption>Légende du tableau</caption>
<tr><td>Enjeux<td>Un bac <a href="https://example.org/bac.pdf">partagé</a><table><tr><td>dedans<td>encore</table>
<tr><td>Ambitions<td><img src=a.png alt="Plan des quais" title="Infobulle">Relier<tr><td>Objet<td>Deux axes</table>
<h2>Acteurs</h2><ul><li>Pilotage<ol type=a><li>maires<li>comité</ol></ul><dl><dt>Durée<dd>trois saisons</dl>
<fieldset><legend>Choix</legend><label><input type=checkbox checked> Charte</label>
<label><input type=radio>Pacte</label><input value="valeur saisie"><input type=hidden value=cachette></fieldset>
<select><option>Ouest<option selected>Est</select><textarea>Remarque
libre</textarea><figure><img alt="Vue aérienne"><figcaption>Photo de la passerelle</figcaption></figure>
<iframe title="Carte interactive" src="https://example.org/carte"></iframe><svg><text>Schéma</text></svg>
<p><![if !x]>Marquée<![endif]> <![CDATA[Section]]> <b>jamais fermée <p hidden>secret</p>
<script>programme()</script><template>modele</template><p>Écrire à <a href="mailto:mairie@example.org">la mairie</a>
<p>a < b &amp; c &eacute;té <!-- et la fin n'est pas un commentaire"""

MARKDOWN = """---
# remarque du haut
title: inventé
---
# Entente des rives {#ancre}

Introduction en **gras** et *italique*.
Outil : Convention

## Enjeux

- un point
  1) sous point
  2) autre point<br>suite du point
- [x] cochée
- [ ] vide

– tiret typé
✓ coche typée
a) lettre typée

> Citation d’un habitant

    code indenté

| Ambitions | Objet |
|---|---|
| relier | un <b>bac</b> |

+----------+-----------+
| treillis | - liste   |
|          | - suite   |
+==========+===========+
| large    | bout      |
+----------+-----------+

  Colonne   Autre
--------- -------
   simple  table

Voir [la convention](https://example.org/convention "Infobulle") et ![Plan des quais](plan.png).[^1]

[^1]: note du bas
[jamais]: https://example.org/jamais

<details><summary>Acteurs</summary>

Les maires

</details>

<div>bloc ouvert <a href="https://example.org/lien">lien
"""

TEXT = """Entente des rives

Enjeux :
• un point
  – sous point
<p>fragment <b>gras</b> &eacute;crit</p>
Ambitions\trelier
Objet\tun bac<br>deux
reste <a href="https://example.org/texte">du texte</a>
"""

TABLE = [
    ["Titre", "Entente des rives"],
    ["Enjeux", "un bac ; une passerelle"],
    ["Ambitions", "relier\nles rives"],
    ["Objet", 'le "quai"'],
]


class _Crude(HTMLParser):
    """The words of a page, of the attributes that are words, and its addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._silent += tag in ("script", "style", "template") or "hidden" in values
        if values.get("type") != "hidden" and not self._silent:
            self.words += [values[name] or "" for name in ("alt", "title", "value", "href") if name in values]

    def handle_endtag(self, tag: str) -> None:
        self._silent -= bool(self._silent) and tag in ("script", "style", "template", "p")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


def _of_page(text: str) -> str:
    reader = _Crude()
    # A section and a comment that is never closed are words.
    reader.feed(re.sub(r"<!\[(CDATA\[|[^>]*>)|\]\]>|<!--", " ", text))
    reader.close()
    return " ".join(reader.words)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", fold(text)))


def _imported(coopform: Coopform, path: Path) -> set[str]:
    run = coopform("import", path, "--dry-run")
    assert run.code == 0, run.err
    return _words(run.out)


def test_no_word_of_a_page_is_lost(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    found = _imported(coopform, tmp_path / "page.html")
    assert _words(_of_page(PAGE)) - found == set()
    assert not found & {"invisible", "cachette", "secret", "programme", "modele"}


def test_no_word_of_markdown_is_lost(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "fiche.md").write_text(MARKDOWN, encoding="utf-8")
    plain = re.sub(r"</?\w+|href|&\w+;|\{#\w+\}|\[x\]|\w+\.png|^title: \w+", " ", MARKDOWN, flags=re.MULTILINE)
    lost = _words(plain) - _imported(coopform, tmp_path / "fiche.md")
    assert lost == set()


def test_no_word_of_a_text_is_lost(coopform: Coopform, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text(TEXT, encoding="utf-8")
    assert _words(_of_page(TEXT)) - _imported(coopform, tmp_path / "notes.txt") == set()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_no_word_of_a_table_as_text_is_lost(coopform: Coopform, tmp_path: Path, encoding: str, delimiter: str) -> None:
    path = tmp_path / "table.csv"
    with path.open("w", encoding=encoding, newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(TABLE)
    assert _words(" ".join(cell for row in TABLE for cell in row)) - _imported(coopform, path) == set()
