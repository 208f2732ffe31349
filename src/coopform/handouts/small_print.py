"""The small print of a sheet: acronyms, sources, who wrote it, the line of the collection."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from coopform.handouts import phrases
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.layout.text_widths import TextPiece, measured
from coopform.model.case import Case, Recueil, Reference
from coopform.model.sections import Part, Section, SectionKind, sigles_of
from coopform.text.i18n import Translator, mark
from coopform.text.typography import semicolon, shown

# Acronyms in one paragraph; more make several, which may be on several pages.
_SIGLES_TOGETHER = 40


class SmallPrint(NamedTuple):
    """A paragraph of small print; one of the last three says what is in it.

    Attributes:
        label: in front of it, as a message; empty without one.
        sigles: acronyms with their meanings.
        source: a source.
        text: words.
    """

    label: str
    sigles: Mapping[str, str] = {}
    source: Reference | None = None
    text: str = ""

    def height(self, setting: Setting, translate: Translator) -> float:
        """Return its height in millimetres."""
        language = translate.language
        label = [TextPiece(shown(translate(self.label), language), True), TextPiece(" ")] if self.label else []
        return setting.measured_height(measured([*label, *self._pieces(translate)])) + setting.after * setting.em

    def _pieces(self, translate: Translator) -> Iterator[TextPiece]:
        language = translate.language
        if self.source:
            url = f" – {self.source.url}" if self.source.url else ""
            yield TextPiece(shown(phrases.source_line(self.source, translate) + url, language))
        for sigle, meaning in self.sigles.items():
            yield TextPiece(shown(sigle, language), True)
            yield TextPiece(shown(f", {meaning}{semicolon(language)}", language))
        yield TextPiece(shown(self.text, language))


def small_print(case: Case, sections: Iterable[Section], recueil: Recueil, translate: Translator) -> list[SmallPrint]:
    """Return the small print of the sheet of a case that shows these sections, in order."""
    found: list[SmallPrint] = []
    for section in sections:
        if section.part is Part.FOOT:
            found += _of_kind(section.kind, case, translate)
    return [*found, SmallPrint("", text=recueil.pied_de_page)] if recueil.pied_de_page else found


def _of_kind(kind: SectionKind, case: Case, translate: Translator) -> Iterator[SmallPrint]:
    if kind is SectionKind.SIGLES:
        sigles = list(sigles_of(case).items())
        for start in range(0, len(sigles), _SIGLES_TOGETHER):
            yield SmallPrint(mark("Acronyms:"), sigles=dict(sigles[start : start + _SIGLES_TOGETHER]))
    elif kind is SectionKind.SOURCES:
        yield from (SmallPrint(mark("Source:"), source=source) for source in case.sources)
    else:
        yield SmallPrint(mark("Sheet:"), text=phrases.sheet_line(case, translate))


def labelled_source(source: Reference, translate: Translator) -> str:
    """Return the line of a source on a page of several cases."""
    return " ".join([translate("Source:"), phrases.source_line(source, translate)])


def signed_readings(cases: Sequence[Case], translate: Translator) -> str:
    """Return the sentence on who signs the readings of cases; empty without a reading."""
    signatures = phrases.signatures(cases, translate)
    if not signatures:
        return ""
    return translate(
        "Rows marked “reading”: a proposed interpretation, in the words of the sheet, to be discussed ({signatures}).",
        signatures=signatures,
    )
