"""The blocks of the booklet's running text, each with its height. Lengths are in millimetres."""

from dataclasses import dataclass
from typing import Literal

from coopform.comparing.comparison import Excerpt
from coopform.comparing.glossary import Form
from coopform.handouts import booklet_frame as frame
from coopform.handouts.layout.points_room import MM_PER_PT
from coopform.model.case import Case, Reference
from coopform.text.i18n import Translator

BlockKind = Literal[
    "heading",
    "small heading",
    "subheading",
    "again",
    "paragraph",
    "legend",
    "quotation",
    "form",
    "term",
    "step",
    "source",
    "lines",
]


@dataclass(frozen=True, slots=True)
class BookletBlock:
    """A part of the running text that is not divided, but for a paragraph that is longer than half a page.

    Attributes:
        kind: how templates draw it.
        height: in millimetres.
        title: of a heading, an entry, a term.
        text: what it says.
        anchor: what the contents and the links call it.
        keeps_next: whether it is on the page of the next block.
        form: a form of agreement.
        source: a source.
        excerpt: a quotation.
        number: of a step of the ladder, from 1; of lines to write on.
        cases: those that use a form, or are at a step; as many as there is room for.
        has_more: whether there are more of them.
    """

    kind: BlockKind
    height: float
    title: str = ""
    text: str = ""
    anchor: str = ""
    keeps_next: bool = False
    form: Form | None = None
    source: Reference | None = None
    excerpt: Excerpt | None = None
    number: int = 0
    cases: tuple[Case, ...] = ()
    has_more: bool = False


def heading(title: str, anchor: str, translate: Translator) -> BookletBlock:
    """Return the heading of a chapter."""
    size = frame.HEADING * MM_PER_PT
    height = frame.text(translate.language, size=frame.HEADING).text_height(title, is_strong=True)
    return BookletBlock(
        "heading", max(height, size) + frame.HEADING_AROUND, title=title, anchor=anchor, keeps_next=True
    )


def small_heading(title: str, anchor: str, translate: Translator) -> BookletBlock:
    """Return the heading of what is on the page of the contents."""
    height = frame.text(translate.language, size=frame.SUBHEADING).text_height(title, is_strong=True)
    return BookletBlock("small heading", height + frame.SMALL_HEADING_AROUND, title=title, anchor=anchor)


def subheading(title: str) -> BookletBlock:
    """Return a heading within a chapter."""
    height = frame.SUBHEADING * frame.LEADING * MM_PER_PT + frame.SUBHEADING_AROUND
    return BookletBlock("subheading", height, title=title, keeps_next=True)


def paragraph(text: str, translate: Translator) -> BookletBlock:
    """Return a paragraph; words between asterisks are bold."""
    setting = frame.text(translate.language)
    lines = max(setting.text_height(text), setting.text_height(text, is_strong="**" in text))
    return BookletBlock("paragraph", lines + frame.AFTER, text=text)


def legend(text: str, translate: Translator) -> BookletBlock:
    """Return a paragraph in small type."""
    height = frame.text(translate.language, size=frame.SMALL).text_height(text)
    return BookletBlock("legend", height + frame.AFTER, text=text)
