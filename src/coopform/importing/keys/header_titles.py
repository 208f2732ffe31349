"""The title of a case that is only in the header of its pages."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coopform.importing.blocks import AsideKind, TextLine
from coopform.importing.cases.draft import DraftCase
from coopform.importing.cases.titles import of_page, sureness_of
from coopform.importing.cleaning import clean
from coopform.importing.keys.forms import form_in
from coopform.importing.keys.partners import is_partner
from coopform.importing.keys.signatures import read_signature
from coopform.text.dates import read_date
from coopform.text.folding import fold

_FEWEST_LETTERS = 4
# An address, a telephone number.
_OF_A_LETTER = re.compile(r"@|www\.|\b\d{5}\b|(?:\d\d[ .]){4}\d\d")
# What is said of the document, or of the collection that it is for.
_OF_THE_COLLECTION = re.compile(
    r"(?:le |la )?(?:recueil|reseau|journee|atelier|seminaire|rencontres?|document|version|brouillon|annexe"
    r"|confidentiel|retours? d.experience)\b"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A part of a line of a header that may be a title, and where it is; parts are separated by tabs."""

    aside: int
    line: int
    part: int
    words: str
    is_bold: bool

    @property
    def worth(self) -> tuple[bool, bool, bool]:
        """What makes it the title rather than another: a form; not the collection, nor the body that wrote it."""
        is_other = is_partner(self.words) or _OF_THE_COLLECTION.match(fold(self.words)) is not None
        return form_in(self.words) is not None, not is_other, self.is_bold


def take_header_titles(drafts: Sequence[DraftCase]) -> None:
    """Give cases without a title that of their header, and leave it out there.

    A header above several cases is the title of none of them.
    """
    untitled = [draft for draft in drafts if not (draft.title or of_page(draft.page) or "titre" in draft.keys)]
    chosen = [_best(draft) for draft in untitled]
    names = {one.words for one in chosen if one}
    if len(names) < len(untitled) or (len(drafts) > 1 and len(untitled) < len(drafts)):
        return
    for draft, one in zip(untitled, chosen, strict=True):
        if one:
            draft.title = one.words
            _leave_out(draft, one)


def _best(draft: DraftCase) -> _Candidate | None:
    """Return the first of the best candidates; None without any."""
    return max(_candidates(draft), key=lambda one: one.worth, default=None)


def _candidates(draft: DraftCase) -> Iterator[_Candidate]:
    for number, aside in enumerate(draft.asides):
        for index, line in enumerate(aside.lines if aside.kind is AsideKind.HEADER else ()):
            for place, part in enumerate(line.text.split("\t")):
                if _may_be_title(replace(line, text=part)):
                    yield _Candidate(number, index, place, clean(part), line.bold)


def _may_be_title(line: TextLine) -> bool:
    text = clean(line.text)
    is_said = sum(map(str.isalpha, text)) >= _FEWEST_LETTERS and not read_date(text) and not _OF_A_LETTER.search(text)
    return is_said and not read_signature(text) and sureness_of(line, 0, points_to_title=False) is not None


def _leave_out(draft: DraftCase, one: _Candidate) -> None:
    aside = draft.asides[one.aside]
    lines = list(aside.lines)
    parts = lines[one.line].text.split("\t")
    lines[one.line] = replace(lines[one.line], text="\t".join(parts[: one.part] + parts[one.part + 1 :]))
    draft.asides[one.aside] = replace(aside, lines=tuple(line for line in lines if line.text.strip()))
