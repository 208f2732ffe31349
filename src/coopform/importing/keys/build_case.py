"""Build a case from the lines under each label; words that fit no key are kept aside, with their place."""

import re
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pydantic import ValidationError

from coopform.importing.blocks import Aside, AsideKind, TextLine
from coopform.importing.cases.draft import DraftCase, LabelledLines, Sureness
from coopform.importing.cases.titles import of_page, undecorated
from coopform.importing.cleaning import clean
from coopform.importing.keys.choices import split_choices
from coopform.importing.keys.fill_keys import KeyFiller
from coopform.importing.keys.forms import form_in
from coopform.importing.keys.left_words import Left, left_aside, left_entry
from coopform.importing.keys.signatures import read_signature
from coopform.importing.keys.sources import refused_keys
from coopform.importing.labels import own_sheets
from coopform.importing.labels.rubric_labels import DECOR, SIGNED
from coopform.importing.labels.sheet_kinds import split_kind
from coopform.importing.lines import glued_hyphens
from coopform.importing.lines.points import texts
from coopform.model import grid
from coopform.model.case import Case, Point
from coopform.model.identifiers import short_title_from
from coopform.model.labels import label_of
from coopform.model.placeholder import says_nothing
from coopform.model.value_types import SHORT_TITLE_LENGTH
from coopform.text.folding import fold
from coopform.text.i18n import CONTENT_LANGUAGE, LANGUAGES, Translator
from coopform.text.quotation import quotation

# « …ville-campagne La mise en place… »: perhaps two points whose line break was lost.
_JOINED = re.compile(r"[a-zà-ÿ)] (?:Le|La|Les|L['’]|Un|Une)\b")

# What a sheet of coopform says above its rubrics, without a label.
_UNLABELLED_ON_OWN_SHEETS = frozenset(("outil", "territoire", "statut", "situation_au"))

# In the place of a required text that was not found, until the file is written; no placeholder, which the model drops.
UNKNOWN = "?unknown?"


class PlacedLabel(NamedTuple):
    """A label whose words were put under a key, and its place in the document."""

    key: str
    label: str
    place: str


class LikelyLabel(NamedTuple):
    """A label that has other words around a known one, and the key that it was taken for."""

    label: str
    key: str


@dataclass(slots=True)
class Built:
    """A case built from a draft.

    Attributes:
        case: the case, with `UNKNOWN` for the missing keys.
        missing: the required keys that were not found.
        left: the words that fit no key.
        placed: the labels under which the words of keys were, in order.
        guessed: the keys whose value is a guess, to be checked.
        likely: the labels that have other words around a known one.
        joined: the keys with a point that may be two points joined.
        hyphens: the keys with a point that begins with a hyphen and a number: a bullet or a minus sign.
        is_in_table: whether it is one of several cases in a table.
    """

    case: Case
    missing: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    placed: list[PlacedLabel] = field(default_factory=list)
    guessed: list[str] = field(default_factory=list)
    likely: list[LikelyLabel] = field(default_factory=list)
    joined: list[str] = field(default_factory=list)
    hyphens: list[str] = field(default_factory=list)
    is_in_table: bool = False


def build(draft: DraftCase) -> Built:
    """Return the case that a draft makes."""
    return _Builder(draft).build()


class _Builder:
    """Fills the keys of a case, one label after the other."""

    def __init__(self, draft: DraftCase) -> None:
        self._draft = draft
        self._keys = KeyFiller()
        self._entries: dict[str, list[LabelledLines]] = {}
        self.left: list[Left] = []
        self.placed: list[PlacedLabel] = []
        self.guessed: list[str] = []
        self.likely: list[LikelyLabel] = []
        self.hyphens: list[str] = []
        self._glues_hyphens = any(glued_hyphens.is_typed(line.text) for entry in draft.entries for line in entry.lines)

    @property
    def _values(self) -> dict[str, Any]:
        return self._keys.values

    def build(self) -> Built:
        """Return the case."""
        self._take_title()
        self._take_opening()
        for entry in self._draft.entries:
            self._take(entry)
        for aside in self._draft.asides:
            self._take_aside(aside)
        self._propose()
        missing = [key for key in ("titre", "outil") if not self._values.get(key)]
        given = {"id": "", "titre": UNKNOWN, "outil": (UNKNOWN,), **self._values}
        case = self._checked({**given, **{key: [UNKNOWN] if key == "outil" else UNKNOWN for key in missing}})
        joined = [key for key, row in grid.ROWS.items() if any(map(_JOINED.search, case.row_texts(key)))]
        return Built(
            case,
            missing,
            self.left,
            self.placed,
            self.guessed,
            self.likely,
            joined,
            self.hyphens,
            self._draft.is_in_table,
        )

    def _checked(self, values: dict[str, Any]) -> Case:
        """Return the case of these values; a value that the model refuses is left aside."""
        try:
            return Case.model_validate(values)
        except ValidationError as refusal:
            for key in refused_keys(refusal):
                del values[key]
                self.left += map(left_entry, self._entries.get(key, ()))
            return Case.model_validate(values)

    # The head of a case.

    def _take_title(self) -> None:
        named = next((entry for entry in self._draft.entries if entry.key == "titre" and texts(entry.lines)), None)
        (kind, title), page = split_kind(undecorated(self._draft.title)), of_page(self._draft.page)
        if kind:
            self.left.append(Left((kind,)))
        if named is None:
            self._values["titre"] = title or page
            is_form = bool(title) and fold(form_in(title) or "") == fold(title)
            if (title or page) and (self._draft.sureness <= Sureness.BOLD or not title or is_form):
                self.guessed.append("titre")
        elif title and fold(" ".join(texts(named.lines))) != fold(title):
            self.left.append(Left((title,)))
        if not self._values.get("titre"):
            self._values.pop("titre", None)

    def _take_opening(self) -> None:
        """Take the lines between the title and the first label: on coopform's own sheets, facts and a summary."""
        lines: list[TextLine] = []
        for line in self._draft.opening:
            short = own_sheets.kicker(line.text)
            facts = None if short is not None else own_sheets.facts(line.text, clean(self._draft.title))
            if short is not None:
                self._keys.is_own = True
                if short and len(short) <= SHORT_TITLE_LENGTH:
                    self._values["titre_court"] = short
            elif facts is not None and not lines:
                self._keys.is_own = True
                self._values.update(facts)
            else:
                lines.append(line)
        # A colleague may take over the heading of the sheets; what these say without a label is then typed with one.
        self._keys.is_own &= self._draft.keys.isdisjoint(_UNLABELLED_ON_OWN_SHEETS)
        words = [clean(line.text) for line in lines if clean(line.text)]
        if words and self._keys.is_own:
            self._values["resume"] = "\n\n".join(words)
        elif words:
            self.left.append(Left(tuple(words), place=lines[0].place))

    def _propose(self) -> None:
        """Propose what the document does not say: the form that its title names, the language, a short title."""
        title = self._values.get("titre", "")
        form = None if "outil" in self._values else form_in(title)
        if form:
            self._values["outil"] = [form]
            if fold(form) != fold(title):
                self.guessed.append("outil")
        if len(title) > SHORT_TITLE_LENGTH and "titre_court" not in self._values and not self._keys.is_own:
            self._values["titre_court"] = short_title_from(title)
            self.guessed.append("titre_court")
        languages = self._draft.languages
        most = max(LANGUAGES, key=lambda language: languages[language])
        if "langue" not in self._values and languages[most] > languages[CONTENT_LANGUAGE]:
            self._values["langue"] = most
        if self.likely:
            t = Translator(self._values.get("langue", CONTENT_LANGUAGE))
            self._values.setdefault("a_verifier", []).extend(_doubt(label, key, t) for label, key in self.likely)

    # Labels and their lines.

    def _take(self, typed: LabelledLines) -> None:
        entry, others = (typed, []) if self._keys.is_own else split_choices(self._with_items(typed))
        if others:
            self.left.append(left_entry(LabelledLines("", typed.label, others)))
        words = texts(entry.lines)
        if not words or all(map(says_nothing, words)):
            if (entry.label and not (entry.key and entry.is_sure)) or entry.links:
                self.left.append(left_entry(entry))
            return
        self._entries.setdefault(entry.key, []).append(entry)
        if entry.key == DECOR:
            if not own_sheets.is_acronyms(" ".join(words)):
                self.left.append(left_entry(entry))
            return
        unfit = self._keys.fill(entry)
        self.left += map(left_entry, unfit)
        if entry.key and entry not in unfit:
            self.placed.append(PlacedLabel(entry.key, entry.label, entry.place))
            if not entry.is_sure:
                self.likely.append(LikelyLabel(clean(entry.label), entry.key))

    def _with_items(self, entry: LabelledLines) -> LabelledLines:
        """Return the lines under a label without the bullets that are glued to a number; note the unsure ones."""
        words = [line.text for line in entry.lines]
        # There is no negative number of partners.
        is_usual = self._glues_hyphens or entry.key == "partenaires"
        lines: list[TextLine] = []
        for index, line in enumerate(entry.lines):
            if glued_hyphens.is_item(words, index, is_usual=is_usual):
                lines.append(replace(line, text=glued_hyphens.spaced(line.text)))
                continue
            lines.append(line)
            is_unsure = self._glues_hyphens or not glued_hyphens.is_negative(line.text)
            if glued_hyphens.is_glued(line.text) and is_unsure and entry.key in grid.ROWS:
                self.hyphens.append(entry.key)
        return replace(entry, lines=lines)

    def _take_aside(self, aside: Aside) -> None:
        """Keep an aside; the author, the date and the source in a header or a footer are those of the sheet."""
        rest = [line for line in aside.lines if not self._signs(line, aside)]
        is_title = aside.kind is AsideKind.TITLE and fold(" ".join(map(_text, rest))) == fold(
            self._values.get("titre", "")
        )
        if rest and not is_title:
            self.left.append(left_aside(Aside(aside.kind, tuple(rest), aside.place)))

    def _signs(self, line: TextLine, aside: Aside) -> bool:
        """Take the author, the date or the source in a header or a footer; return whether a line is one."""
        if aside.kind not in (AsideKind.HEADER, AsideKind.FOOTER):
            return False
        signed = read_signature(line.text)
        if signed is None or (self._keys.values.get("fiche") and signed.key in SIGNED):
            return False
        self._keys.fill(LabelledLines(signed.key, signed.label, [TextLine(signed.words)]))
        self.placed.append(PlacedLabel(signed.key, signed.label, aside.place))
        return True


def _doubt(label: str, key: str, t: Translator) -> Point:
    row = t(label_of(key) or key)
    return Point(texte=clean(t("{label} → {row}: to be confirmed", label=quotation(label, t.language), row=row)))


def _text(line: TextLine) -> str:
    return clean(line.text)
