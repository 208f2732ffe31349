"""What the scripts of the library know: its cases, facets and words, worked out so that scripts only filter and draw.

Texts are as people read them, with French spaces. The types are in `templates/library/data.js`.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coopform.comparing.synthesis import SynthesisRow
from coopform.finding.facets import Facet
from coopform.finding.search import searched_texts
from coopform.handouts import phrases
from coopform.handouts.documents import Document
from coopform.handouts.library import Library
from coopform.model import grid, vocabulary
from coopform.model.case import Case, Point, Reference
from coopform.model.outline import outline
from coopform.model.sections import BY_KEY, Medium, Section, SectionKind, sections_of, sigles_of
from coopform.rendering.pages.library_words import library_words
from coopform.text.folding import fold
from coopform.text.i18n import CONTENT_LANGUAGE, Translator, mark
from coopform.text.typography import colon, semicolon, shown

# An item of a section: its level in a list (0 for a paragraph), its text, how many characters of it are bold, the
# recurring words in it, each as its place in the list of words, its start and its length, and the address it links to.
# Places are in UTF-16. What is empty at its end is left out.
_Item = list[Any]

# What sections of these kinds say is in the language of the case.
_OWN_WORDS = (SectionKind.POINTS, SectionKind.TEXT, SectionKind.STEPS)
# Besides those of a sheet.
_IDENTIFIER = mark("Identifier")


def library_data(document: Document[Library]) -> dict[str, object]:
    """Return the data of a library."""
    return _Writer(document).data()


class _Writer:
    """Writes the data of one library: labels and words are in lists, cases name their places."""

    def __init__(self, document: Document[Library]) -> None:
        self._document = document
        self._translate = Translator(document.language)
        self._labels: dict[str, int] = {}
        self._words: dict[str, int] = {}

    def data(self) -> dict[str, object]:
        written = {
            "language": self._document.language,
            "messages": library_words(self._translate),
            "facets": [self._facet(facet) for facet in self._document.content.facets],
            "synthesis": [self._row(row) for row in self._document.content.synthesis],
            "cases": _columns([self._case(place, case) for place, case in enumerate(self._document.cases)]),
            "rows": [self._label(row.label) for row in grid.GRID],
            "learnt": [self._label(row.label) for row in grid.LEARNT],
            "sources": self._label(BY_KEY["sources"].label),
        }
        # Complete once all else is written.
        return {**written, "labels": list(self._labels), "words": [self._shown(word) for word in self._words]}

    def _facet(self, facet: Facet) -> dict[str, object]:
        values = [[value.key, self._shown(value.label)] for value in facet.values]
        return {"key": facet.key, "label": self._translate(facet.label), "values": values}

    def _row(self, row: SynthesisRow) -> dict[str, object]:
        return {"label": self._translate(row.label), "reading": row.is_reading}

    def _case(self, place: int, case: Case) -> dict[str, object]:
        content = self._document.content
        written = {
            "id": case.id,
            "language": case.langue,
            "title": self._shown(case.titre),
            "short": self._shown(case.short_title),
            "letter": self._document.letters[place] if self._document.letters else "",
            "facts": [[self._spoken(*piece) for piece in fact] for fact in phrases.spoken_facts(case, self._translate)],
            "sheet": content.sheets.get(case.id, ""),
            "sections": [section for section in self._sections(case) if section[1]],
            "facets": [facet.of_cases[place] for facet in content.facets],
            "synthesis": [
                [self._spoken(word, row.language_of(word, case)) for word in row.cells[place]]
                for row in content.synthesis
            ],
            "signature": self._shown(phrases.signature(case, self._translate)) if case.lecture else "",
        }
        return written | _searched(case, _texts(written))

    def _sections(self, case: Case) -> Iterable[tuple[int, list[_Item], str]]:
        for section in sections_of(case, Medium.PAPER):
            if section.kind is not SectionKind.NOTES and section.label:
                spoken = case.langue if section.kind in _OWN_WORDS else self._document.language
                if section.kind is SectionKind.SIGLES:
                    spoken = CONTENT_LANGUAGE
                yield self._label(section.label), list(self._items(case, section)), self._other(spoken)
        yield self._label(_IDENTIFIER), [self._item(0, "", case.id)], ""

    def _items(self, case: Case, section: Section) -> Iterable[_Item]:
        match section.kind:
            case SectionKind.POINTS:
                return self._points(case, case.filled_row(section.key))
            case SectionKind.TEXT:
                return [self._item(0, "", self._text(case, section))]
            case SectionKind.STEPS:
                return [self._item(1, step.quand, step.quoi) for step in case.ordered_steps()]
            case SectionKind.SOURCES:
                return [self._source(source) for source in case.sources]
            case SectionKind.SIGLES:
                pairs = (f"{sigle}, {meaning}" for sigle, meaning in sigles_of(case).items())
                return [self._item(0, "", semicolon(self._document.language).join(pairs))]
            case SectionKind.FICHE:
                return [self._item(0, "", phrases.sheet_line(case, self._translate))]
        return ()

    def _text(self, case: Case, section: Section) -> str:
        if section.key != "departements":
            return section.text(case)
        names = vocabulary.load().departements
        return ", ".join(f"{names[code]} ({code})" if code in names else code for code in case.departements)

    def _points(self, case: Case, points: Sequence[Point]) -> Iterable[_Item]:
        for item in outline(points):
            label = item.point.libelle
            head = "" if label is None else label + colon(case.langue)
            yield self._item(item.level, head, item.point.texte or "", is_bold=item.is_strong, is_compared=True)

    def _source(self, source: Reference) -> _Item:
        return self._item(1, "", phrases.source_line(source, self._translate), link=source.url or "")

    def _item(
        self, level: int, head: str, text: str, *, is_bold: bool = True, is_compared: bool = False, link: str = ""
    ) -> _Item:
        head, text = self._shown(head), self._shown(text)
        whole = f"{head} {text}" if head and text else head or text
        item = [level, whole, _units(head) if is_bold else 0, self._spots(whole) if is_compared else [], link]
        while not item[-1]:
            item.pop()
        return item

    def _spots(self, text: str) -> list[int]:
        spots: list[int] = []
        for spotted in vocabulary.load().spot(text):
            word = self._words.setdefault(spotted.mot, len(self._words))
            spots += (word, _units(text[: spotted.start]), _units(text[spotted.start : spotted.end]))
        return spots

    def _spoken(self, text: str, language: str | None) -> tuple[str, str]:
        """Return a text with its language."""
        return shown(text, language or self._document.language), self._other(language or "")

    def _other(self, language: str) -> str:
        """Return a language, empty if it is that of the page."""
        return "" if language == self._document.language else language

    def _label(self, message: str) -> int:
        return self._labels.setdefault(self._translate(message), len(self._labels))

    def _shown(self, text: str) -> str:
        return shown(text, self._document.language)


def _columns(cases: Sequence[Mapping[str, object]]) -> dict[str, list[object]]:
    """Return by the name of a property its value in each case: what is alike is side by side, which packs well."""
    return {name: [case[name] for case in cases] for name in cases[0]} if cases else {"id": []}


def _texts(written: Mapping[str, Any]) -> list[str]:
    """Return the texts of a case as written, in the order of `shownTexts` in `templates/library/data.js`."""
    items = [item for _, items, _ in written["sections"] for item in items]
    facts = ("".join(text for text, _ in fact) for fact in written["facts"])
    return [written["title"], written["short"], *facts, *(text for _, text, *_ in items)]


def _searched(case: Case, shown_texts: Sequence[str]) -> dict[str, object]:
    """Return what is searched in a case: which of its texts are not, and the folded texts that are besides these.

    A browser folds the others at once, by the same rules: written twice, they would be a quarter of the file.
    """
    texts = dict.fromkeys(searched_texts(case), True)
    unsearched = [place for place, text in enumerate(shown_texts) if not texts.pop(fold(text), False)]
    return {"unsearched": unsearched, "unseen": list(texts)}


def _units(text: str) -> int:
    """Return the length of a text as scripts count it: a character beyond U+FFFF is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
