"""The pages that the running text of the booklet flows on. Lengths are in millimetres."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from coopform.handouts import booklet_frame as frame
from coopform.handouts.booklet_blocks import BookletBlock, paragraph, subheading
from coopform.handouts.sheet_frame import RULE
from coopform.model.case import Point
from coopform.text.i18n import Translator

# A page of which this share is empty has lines to write on, with a space above.
_EMPTY, _ABOVE_LINES = 0.7, 8.0
# The kinds of headings; the room of what says that one goes on.
_HEADINGS = ("heading", "small heading", "subheading")
_CONTINUED = 25.4


def on_pages(blocks: Iterable[BookletBlock], translate: Translator) -> list[tuple[BookletBlock, ...]]:
    """Return the blocks of each page."""
    pages: list[list[BookletBlock]] = [[]]
    left = frame.HEIGHT
    waiting: list[BookletBlock] = []
    for block in _short_enough(blocks, translate):
        waiting.append(block)
        if block.keeps_next:
            continue
        height = sum(one.height for one in waiting)
        if height > left and pages[-1]:
            again = _again([block for page in pages for block in page], waiting[0], translate)
            pages.append(again)
            left = frame.HEIGHT - sum(one.height for one in again)
        pages[-1] += waiting
        left -= height
        waiting = []
    pages[-1] += waiting
    if pages[-1] and left > frame.HEIGHT * _EMPTY:
        # Hardly anything is on the last page: there is room for notes.
        pages[-1].append(BookletBlock("lines", left, number=int((left - _ABOVE_LINES) / RULE)))
    return [tuple(page) for page in pages if page]


def _again(before: Sequence[BookletBlock], first: BookletBlock, translate: Translator) -> list[BookletBlock]:
    """Return what heads a page that begins with a block inside a chapter: the last heading, which goes on."""
    titles = [block.title for block in before if block.kind in _HEADINGS]
    if first.kind in _HEADINGS or not titles:
        return []
    room = frame.text(translate.language, size=frame.SUBHEADING, width=frame.WIDTH - _CONTINUED)
    title = room.cut(titles[-1], is_strong=True)
    goes_on = translate("(continued)")
    return [replace(subheading(f"{title} {goes_on}"), kind="again", keeps_next=False)]


def _short_enough(blocks: Iterable[BookletBlock], translate: Translator) -> Iterable[BookletBlock]:
    """Yield blocks, a paragraph that is longer than half a page in several."""
    setting = frame.text(translate.language)
    for block in blocks:
        rest = block
        while rest.kind == "paragraph" and rest.height > frame.HEIGHT / 2:
            first, others, _ = setting.split((Point(texte=rest.text),), frame.HEIGHT / 3)
            if not first or not others:
                break
            yield replace(block, text=first[0].texte or "", height=frame.HEIGHT / 3)
            rest = paragraph(others[0].texte or "", translate)
        yield rest
