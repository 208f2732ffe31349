"""The points of a case as the lists of the word processor."""

from collections.abc import Collection, Iterator, Sequence

from coopform.model import vocabulary
from coopform.model.case import Point, is_label_strong
from coopform.rendering.word.styles import LEVELS
from coopform.rendering.word.words import one_line, paragraphs, shown
from coopform.rendering.word.writer import Piece, Place, Words, Writer
from coopform.text.typography import colon


def add(writer: Writer, place: Place, points: Sequence[Point], shared: Collection[str] = ()) -> None:
    """Add the points of a rubric; one alone is a paragraph.

    Args:
        writer: of the document.
        place: the cell or the document that they come into.
        points: what the rubric holds.
        shared: the recurring words to underline.
    """
    if len(points) != 1:
        _outline(writer, place, points, shared, 1)
        return
    _point(writer, place, points[0], shared, ("Normal", "Normal"))
    _outline(writer, place, points[0].points, shared, 1)


def to_fill(writer: Writer, place: Place, lines: int) -> None:
    """Add what stands in a rubric that nobody has filled in: lines to write on."""
    writer.add(place, "To Fill In", writer.t("To be filled in"))
    writer.lines(place, lines)


def texts(writer: Writer, place: Place, style: str, text: str) -> None:
    """Add a text in its paragraphs."""
    for paragraph in paragraphs(text):
        writer.add(place, style, paragraph)


def _outline(writer: Writer, place: Place, points: Sequence[Point], shared: Collection[str], level: int) -> None:
    number = f" {min(level, LEVELS)}" if level > 1 else ""
    for point in points:
        _point(writer, place, point, shared, (f"List Bullet{number}", f"List Continue{number}"))
        _outline(writer, place, point.points, shared, level + 1)


def _point(writer: Writer, place: Place, point: Point, shared: Collection[str], styles: tuple[str, str]) -> None:
    """Add a point: its first paragraph in the first style, those after it in the second."""
    first, *others = paragraphs(point.texte or "")
    pieces: list[Piece] = []
    if point.libelle is not None:
        label = one_line(point.libelle) + colon(writer.language)
        pieces.append(Words(label, is_bold=is_label_strong(point)))
        first = f" {first}" if first else ""
    writer.add(place, styles[0], *pieces, *_landmarks(first, shared, writer.language))
    for other in others:
        writer.add(place, styles[1], *_landmarks(other, shared, writer.language))


def _landmarks(text: str, shared: Collection[str], language: str) -> Iterator[Piece]:
    """Yield a text with the words that several cases use underlined."""
    text = shown(text, language)
    end = 0
    for spotted in vocabulary.load().spot(text) if shared else ():
        if spotted.mot in shared:
            yield text[end : spotted.start]
            yield Words(text[spotted.start : spotted.end], is_underlined=True)
            end = spotted.end
    yield text[end:]
