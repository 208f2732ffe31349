"""The points of a case as the lists of the word processor."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from coopform.model import vocabulary
from coopform.model.case import Point
from coopform.model.outline import Item, outline
from coopform.rendering.word.styles import LEVELS, of_level
from coopform.rendering.word.words import one_line, paragraphs, shown
from coopform.rendering.word.writer import Piece, Place, Words, Writer
from coopform.text.typography import colon


class PointStyles(NamedTuple):
    """The names of the styles of a point alone, of an item of a list, and of its further paragraphs."""

    alone: str = "Normal"
    item: str = "List Bullet"
    further: str = "List Continue"


RUBRIC = PointStyles()
NO_OTHERS: Mapping[str, str] = {}


def add(
    writer: Writer,
    place: Place,
    points: Sequence[Point],
    shared: Collection[str] = (),
    named: PointStyles = RUBRIC,
    languages: Mapping[str, str] = NO_OTHERS,
) -> None:
    """Add the points of a rubric, shared words underlined; a single one is a paragraph.

    `languages` are those of texts in another language than what is around them.
    """
    for item in outline(points):
        level = min(item.level, LEVELS)
        styles = [of_level(name, level) for name in named[1:]] if level else [named.alone] * 2
        with writer.in_language(languages.get(item.point.texte or "", writer.language)):
            _item(writer, place, item, shared, (styles[0], styles[1]))


def to_fill(writer: Writer, place: Place, lines: int) -> None:
    """Add the content of a rubric that is still to be filled in: lines to write on."""
    writer.add(place, "To Fill In", writer.t("To be filled in"))
    writer.lines(place, lines)


def texts(writer: Writer, place: Place, style: str, text: str) -> None:
    """Add a text in its paragraphs."""
    for paragraph in paragraphs(text):
        writer.add(place, style, paragraph)


def _item(writer: Writer, place: Place, item: Item, shared: Collection[str], styles: tuple[str, str]) -> None:
    """Add a point: its first paragraph in the first style, those after it in the second."""
    first, *others = map(one_line, item.paragraphs or [""])
    pieces: list[Piece] = []
    if item.point.libelle is not None:
        label = one_line(item.point.libelle) + colon(writer.language)
        pieces.append(Words(label, is_bold=item.is_strong))
        first = f" {first}" if first else ""
    writer.add(place, styles[0], *pieces, *_marked(first, shared, writer.language))
    for other in others:
        writer.add(place, styles[1], *_marked(other, shared, writer.language))


def _marked(text: str, shared: Collection[str], language: str) -> Iterator[Piece]:
    """Yield a text with the words that several cases use underlined."""
    for piece, is_marked in vocabulary.load().marked(shown(text, language), shared):
        yield Words(piece, is_underlined=True) if is_marked else piece
