"""How long the small print of a page is: texts whose room is worked out before they are written.

Who signs a reading, and a source in one line, are put into words where pages are written; these are as long.
"""

from collections.abc import Sequence

from coopform.model.case import Case, Reference
from coopform.text.i18n import Translator
from coopform.text.typography import semicolon


def source_text(source: Reference, t: Translator) -> str:
    """Return a text that is as long as the line of a source, at least."""
    parts = (source.auteur, source.titre, source.note, source.lieu, source.date, source.page, source.consulte)
    said = ", ".join(filter(None, parts))
    return " ".join([t("Source:"), said, t("read on {date}", date="22 septembre 2000")])


def signed_text(cases: Sequence[Case], t: Translator) -> str:
    """Return a text that is as long as what says who signs the readings of cases; empty without a reading."""
    read = {case.short_title: (case.lecture.par, case.lecture.date) for case in cases if case.lecture}
    named = (
        [(title, *signed) for title, signed in read.items()] if len(set(read.values())) > 1 else [*read.values()][:1]
    )
    words = semicolon(t.language).join(", ".join(filter(None, one)) for one in named)
    return t("Rows marked “reading”: how an author reads the sheet, in its words ({signatures}).", signatures=words)
