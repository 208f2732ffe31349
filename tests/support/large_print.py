"""Helpers for pages in large print (slides, panels, synthesis): text by font size, cases hard to lay out."""

from collections.abc import Iterable
from pathlib import Path

from coopform.handouts.documents import Content, Document
from coopform.model.case import Case
from coopform.model.grid import Rubric
from coopform.rendering.pages.render import as_text
from tests.support import printed
from tests.support.printed import Page, Pdf, print_by, read, squeezed
from tests.support.running import Coopform

# Width and height in millimetres.
SLIDE = (339, 190)

WORDS = [f"mot{number:03}" for number in range(300)]
ADDRESS = "https://exemple.fr/" + "chemin/" * 23
LONG_TITLE = "Un titre seulement, bien plus long que ce que tient une colonne, et que rien n’abrège"


def rendered(coopform: Coopform, cases: Path, kind: str, engine: str) -> list[Pdf]:
    """Render a kind of document as PDF, and return its files sorted by name."""
    out = cases.parent / f"{kind}-{engine}"
    run = coopform("--cases", cases, "render", "--document", kind, "--format", "pdf", "--pdf-engine", engine, "-o", out)
    assert run.code == 0, run.err
    return [read(path) for path in sorted(out.glob("*.pdf"), key=lambda path: path.stem)]


def printed_by(document: Document[Content], engine: str) -> Pdf:
    """Return a document as PDF, made by an engine."""
    return read(print_by(engine, as_text(document, "html")))


def spans(page: Page) -> list[tuple[float, float]]:
    """Return for each character its distance to the foot of the page, in millimetres, and its size in points."""
    return [(character.height, character.size) for character in page.characters if character.text.strip()]


def assert_clear_of_foot(page: Page, foot: float, words: float) -> None:
    """Assert that a page has words of at least a size, and that they do not reach into its foot, of another size."""
    texts = spans(page)
    lowest = min(height for height, size in texts if size > words - 0.05)
    assert lowest > max(height for height, size in texts if abs(size - foot) < 0.05) + 2


def assert_no_lone_quotation_mark(pages: Iterable[Page]) -> None:
    """Assert that no line begins with a closing quotation mark, or ends with an opening one."""
    lines = [line.strip() for page in pages for line in page.text.splitlines()]
    assert not [line for line in lines if line.startswith("»") or line.endswith("«")]


def assert_said(text: str, pieces: Iterable[str]) -> None:
    """Assert that a text without spaces has each piece, whole or, where it goes on elsewhere, in two parts."""
    for piece in pieces:
        words = piece.split()
        parts = [(squeezed("".join(words[:end])), squeezed("".join(words[end:]))) for end in range(len(words))]
        assert any(first in text and rest in text for first, rest in parts), piece


def assert_in_order(text: str, pieces: Iterable[str]) -> None:
    """Assert that a text without spaces has the pieces in this order."""
    printed.assert_in_order(text, [squeezed(piece) for piece in pieces])


def pieces_of(case: Case, rubric: Rubric) -> list[str]:
    """Return the texts of the points of a row."""
    return [text for point in case.row(rubric.key) for text in point.texts(case.langue)]


def hard_cases(folder: Path) -> Path:
    """Write twelve cases that are hard to lay out.

    One has a title only, others forty points, three hundred words, a long address, a word that is wider than a line.
    """
    cases = folder / "hard"
    cases.mkdir()
    _write(cases / "a-titre.yaml", LONG_TITLE)
    _write(cases / "b-points.yaml", "Quarante points", enjeux=_numbered("enjeu"), acteurs=_numbered("acteur"))
    _write(
        cases / "c-mots.yaml",
        "Trois cents mots",
        declencheurs=[ADDRESS],
        objet=[" ".join(WORDS)],
        ambitions=["m" * 200],
    )
    for number in range(9):
        _write(cases / f"d-{number}.yaml", f"Cas {number}", enjeux=[f"enjeu du cas {number}"])
    return cases


def _numbered(word: str) -> list[str]:
    return [f"{word} numéro {number:02} de la liste" for number in range(40)]


def _write(path: Path, title: str, **rows: list[str]) -> None:
    lines = [f"titre: {title}", "outil: Entente"]
    for key, points in rows.items():
        lines += [f"{key}:", *(f"  - {point}" for point in points)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
