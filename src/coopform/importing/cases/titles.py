"""Which lines may be the title of a case, and how sure that is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from coopform.importing.blocks import Break, Table, TextBlock, TextLine
from coopform.importing.cases.draft import Sureness
from coopform.importing.cleaning import clean
from coopform.importing.labels.rubric_labels import DECOR, Label, Labels
from coopform.importing.labels.sheet_kinds import is_sheet_kind
from coopform.text.bullets import without_arrow, without_bullet
from coopform.text.folding import fold

# A line that is longer, or that ends a sentence, is not a title.
_LONGEST = 150
# A line that comes this often is not the title of one case.
_SHARED = 3
# A part of a document with as many rubrics twice has two cases; one may have « Gouvernance » and « Pilotage ».
_SAME_RUBRICS = 3
# In a heading, the label is a part of the line.
_SAID = re.compile(r"^\s*(?:titre|title|intitulé)\s*:\s+(?=\w)", re.IGNORECASE)
_DRAWN = re.compile(r"(?P<sign>[=*#~_-])(?P=sign)+ *(?P<title>\w.*?) *(?P=sign){2,}")
# The letter of a case in a pack, or of an item: « A · Entente », « B – Entente », also before a tab; its number.
_LETTER = re.compile(r"\s*(?:A?[A-Z](?:\s+[·–-]\s+|\s*\t\s*)|\d{1,2}[.)]\s+)(?=[\w«“\"])")
_ORNAMENTS = " ☆★✦✧◆◇■□▪▫●○•♦❖►◄"
# The first part of a case that is continued: « Entente · 1/2 ».
_FIRST = re.compile(r"\s*(?:[·–-]\s*1/\d{1,2}|\(?1/[2-9]\)?)$")
_SHEET_NAME = re.compile(r"(?:feuil|feuille|sheet|tabelle|hoja|foglio|table)[ _-]?\d*")


def repeated(blocks: Sequence[TextBlock]) -> Counter[str]:
    """Return how often each possible title comes: the title of the workshop may be on every slide.

    A line that is not the title of a slide counts only before a break, a table, a heading or an arrow: two cases may
    have the same point.
    """
    counts: Counter[str] = Counter()
    for index, block in enumerate(blocks):
        if not isinstance(block, TextLine) or block.level:
            continue
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        begins = isinstance(after, Break | Table) or (after and (after.heading or without_arrow(after.text)[1]))
        if begins or block.heading == 1:
            counts[fold(clean(block.text))] += 1
    return counts


def title_level(blocks: Sequence[TextBlock], labels: Labels) -> int:
    """Return the level of the headings that are titles of cases: 0 if the level does not distinguish them.

    It is the first level at which no part of the document has the labels of two cases.
    """
    marks = list(_labelled(blocks, labels))
    levels = {level for level, _ in marks if level}
    lowest = min((level for level, found in marks if level and found), default=max(levels, default=0) + 1)
    return next((level for level in sorted(levels) if level < lowest and not _has_two_cases(marks, level)), 0)


def document_level(blocks: Sequence[TextBlock]) -> int:
    """Return the level of the heading that is the title of a document, the only one above all others; 0 without one."""
    levels = Counter(block.heading for block in blocks if isinstance(block, TextLine) and block.heading)
    top = min(levels, default=0)
    return top if len(levels) > 1 and levels[top] == 1 else 0


def _has_two_cases(marks: Sequence[tuple[int, Sequence[Label]]], level: int) -> bool:
    """Return whether the part below a heading of a level has the same label twice, or several rubrics twice."""
    words: set[str] = set()
    keys: set[str] = set()
    again: set[str] = set()
    for heading, found in marks:
        if heading and heading <= level and not found:
            words, keys, again = set(), set(), set()
        for label in found:
            again.update({label.key} & keys)
            if (label.is_of_grid and fold(label.typed) in words) or len(again) >= _SAME_RUBRICS:
                return True
            words.add(fold(label.typed))
            keys.add(label.key)
    return False


def _labelled(blocks: Sequence[TextBlock], labels: Labels) -> Iterator[tuple[int, list[Label]]]:
    """Yield the level of each heading, 0 for other blocks, and the labels that are set off in the block."""
    for block in blocks:
        if isinstance(block, TextLine):
            label = labels.find(block.text) if block.heading or block.bold else None
            if block.heading or label:
                yield block.heading, [label] if label and label.key != DECOR else []
        elif isinstance(block, Table):
            cells = (row[0] for row in block.rows if row and row[0].lines)
            found = (labels.find(cell.lines[0].text) for cell in cells)
            yield 0, [label for label in found if label and label.key != DECOR]


def sureness_of(line: TextLine, times: int, *, points_to_title: bool) -> Sureness | None:
    """Return how sure it is that a line is a title, None if it cannot be one.

    Args:
        line: the line.
        times: how often it comes in the document.
        points_to_title: whether an arrow at its beginning points to a title.
    """
    text = clean(line.text)
    if line.level > 0 or not text or len(text) > _LONGEST or line.continues or is_sheet_kind(text):
        return None
    if without_arrow(line.text)[1] and points_to_title:
        return Sureness.NAMED
    if times >= _SHARED:
        return Sureness.SHARED
    if times > 1 and line.heading:
        return Sureness.REPEATED
    if without_bullet(line.text)[1] or text.endswith((".", ";", ",")):
        return None
    if line.heading:
        return Sureness.HEADING
    return Sureness.BOLD if line.bold else Sureness.PLAIN


def undecorated(title: str) -> str:
    """Return a title, cleaned, without its letter or number, the mark of a first part, and signs drawn around it.

    « A · Entente · 1/2 », « === Entente === », « Titre : Entente »
    """
    title = _SAID.sub("", title)
    words = _FIRST.sub("", clean(_LETTER.sub("", title, count=1) if _LETTER.match(title) else title))
    words = words.strip(_ORNAMENTS)
    found = _DRAWN.fullmatch(words)
    return found["title"] if found else words


def of_page(name: str) -> str:
    """Return the title that the name of a sheet of a workbook is, empty for `Feuil1` and the like."""
    return "" if _SHEET_NAME.fullmatch(fold(name)) else clean(name)


def is_same(title: str, other: str) -> bool:
    """Return whether two titles are the same, without the mark of a continuation: « (suite) », « 2/3 »."""
    return bare(title) == bare(other)


def continues(title: str, other: str) -> bool:
    """Return whether a title is another one with the mark of a continuation."""
    return is_same(title, other) and bare(title) != fold(clean(title))


def bare(title: str) -> str:
    """Return a title, folded, without the mark of a continuation."""
    words = fold(clean(title))
    for end in ("(suite et fin)", "(suite)", "(fin)", "- suite", "(continued)"):
        words = words.removesuffix(end).rstrip()
    head, _, count = words.rpartition(" ")
    part = count.strip("()")
    return head.rstrip(" -–·") if part.replace("/", "").isdigit() and "/" in part else words
