"""A fuzzer of imports: sheets, notes and tables, changed at random, are imported or refused without crash or hang.

    python -m tests.tools.fuzz_import [NUMBER OF DOCUMENTS] [SEED]

What is written can be read: it has no error but the missing keys that the board of the import names.
"""

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import coopform as api
from coopform.casefile.reader import read_case
from coopform.casefile.source import Source
from coopform.collection.collection import read_collection
from coopform.importing.failures import UnreadableDocument
from coopform.importing.import_document import CaseText, import_document
from coopform.problems import catalogue
from coopform.rendering.pages.render import as_text
from tests.support.places import CASES
from tests.tools.fuzz import change, main

LONGEST = 1.0  # seconds

_NOTE = """Entente du Haut-Pays
En projet

Éléments déclencheurs : une étude
Partenaires : Un Parc, trois communautés
Enjeux
- L’eau
   o la rivière
Ambitions :
1. Se connaître
2) Agir
Objet
Transports : horaires
Acteurs / pilotage
• Comité technique
Contact : Mme Durand
Source : site du Parc
"""
_PIPES = """# Deux ententes

| Rubrique | Entente A | Entente B |
|---|---|---|
| Enjeux | - eau<br>- bois | x |
| Objet | a | b |
| Acteurs | c **gras** | [lien](https://exemple.org) |
"""
_TABLE = (
    "<h1>Entente</h1><table><tr><th>Rubrique<th>A<th>B</tr><tr><td>Enjeux<td><ul><li>eau<li>bois</ul><td>x</tr>"
    "<tr><td rowspan=2>Objet<td colspan=2>a</tr><tr><td>u<td>v</tr><tr><td>Acteurs<td>c<td>d</tr></table><p>Fin"
)
_ROWS = 'titre;outil;enjeux;objet\nA;Entente;"eau\nbois";x\nB;Charte;a;b\n'
_COLUMNS = "Rubrique;A;B\nEnjeux;eau;bois\nObjet;x;y\nActeurs;c;d\n"
_PIECES = (
    "|", "<td>", "</table>", "<ul><li>", "**", "## ", "<br>", "&nbsp;", "&lt;", "<p>", "[x](y)", "^", "\\", "<b>",
    "</b>", "<!-- ", " -->", ":::", "```", "---", "\n\n", "Enjeux\n", "Objet : ", "Titre : ", "Source : ", "En projet",
)  # fmt: skip


class TypedDocument(NamedTuple):
    """A document to change: the ending of its name, and its text."""

    ending: str
    text: str


def seeds() -> list[TypedDocument]:
    """Return the documents to change: the sheets of the five cases, a note, and tables."""
    found = [
        TypedDocument(ending, as_text(api.sheet(case), fmt))
        for case in read_collection(CASES).cases
        for ending, fmt in ((".md", "markdown"), (".html", "html"))
    ]
    # The style sheet with its fonts says nothing of a case.
    found = [one._replace(text=one.text.split("<style", 1)[0] + one.text.rpartition("</style>")[2]) for one in found]
    typed = ((".txt", _NOTE), (".md", _NOTE), (".md", _PIPES), (".html", _TABLE), (".csv", _ROWS), (".csv", _COLUMNS))
    return [*found, *(TypedDocument(ending, text) for ending, text in typed)]


def fault(document: TypedDocument, folder: Path) -> str | None:
    """Return a description of what goes wrong when a document is imported, None if nothing does."""
    path = folder / f"document{document.ending}"
    path.write_text(document.text, encoding="utf-8", errors="replace", newline="")
    begun = time.process_time()
    try:
        made = import_document(path)
    except UnreadableDocument:
        made = []
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    lasted = time.process_time() - begun
    if lasted > LONGEST:
        return f"{lasted:.1f} seconds"
    return next((wrong for one in made if (wrong := _unreadable(one))), None)


def _unreadable(made: CaseText) -> str | None:
    """Return the errors of a case file, None if it has none but missing keys."""
    if made.built is None:
        return None  # data of an export, written as it was typed
    errors = {problem.code for problem in read_case(Source("", made.text), "x").problems if catalogue.is_error(problem)}
    if made.built.missing:
        errors -= {"missing-key", "empty-value"}
    return f"written with {', '.join(sorted(errors))}" if errors else None


def run(number: int, seed: int) -> Iterator[tuple[TypedDocument, str]]:
    """Try a number of documents, and yield those that go wrong, each with a description."""
    chance = random.Random(seed)
    documents = seeds()
    texts = [document.text for document in documents]
    with TemporaryDirectory() as folder:
        for _ in range(number):
            chosen = chance.choice(documents)
            changed = chosen._replace(text=_changed(chosen.text, texts, chance))
            wrong = fault(changed, Path(folder))
            if wrong:
                yield changed, wrong


def _changed(text: str, texts: list[str], chance: random.Random) -> str:
    for _ in range(chance.choice((0, 1, 1, 2))):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_PIECES) + text[at + chance.choice((0, 0, 1, 20)) :]
    return change(text, texts, chance)


if __name__ == "__main__":
    sys.exit(main(run, 10_000))
