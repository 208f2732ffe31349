"""What the running text of the booklet says: each chapter as blocks. Lengths are in millimetres."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from coopform.comparing.comparison import Comparison, Excerpt
from coopform.comparing.glossary import Form
from coopform.comparing.reading_terms import CONFIGURATIONS, DEGREES
from coopform.handouts import booklet_frame as frame
from coopform.handouts import phrases
from coopform.handouts.booklet_blocks import BookletBlock, heading, legend, paragraph, small_heading, subheading
from coopform.handouts.layout.points_room import Setting
from coopform.model import vocabulary
from coopform.model.case import Case, Introduction, Reference
from coopform.model.terms import shown_term
from coopform.text.i18n import Translator, mark
from coopform.text.typography import shown

# A quotation of more lines is cut to so many characters on both sides of the word that it shows.
_QUOTED_LINES, _QUOTED = 5, 220
# The most lines of a name, of the cases that use a form, of a source.
_NAME_LINES, _USERS_LINES, _SOURCE_LINES = 4, 10, 12
# The steps of the ladder are one further in than the other.
_STEP = 8.0
_STEP_HEIGHT = 11.0


def definition(introduction: Introduction, translate: Translator, *, is_short: bool = False) -> list[BookletBlock]:
    """Return what the collection calls a co-operation, under a heading that is a smaller one where it is short."""
    title = introduction.titre or translate(mark("What we call co-operation"))
    return [
        (small_heading if is_short else heading)(title, "definition", translate),
        *(paragraph(part, translate) for text in introduction.paragraphes for part in text.split("\n\n")),
    ]


def shared_words(compared: Comparison, translate: Translator) -> list[BookletBlock]:
    """Return the words that several cases share, quoted from each."""
    setting = frame.text(translate.language, size=frame.QUOTED, width=frame.WIDTH - frame.GAP)
    blocks = [heading(translate(mark("What several have in common")), "shared", translate)] if compared.shared else []
    for word in compared.shared:
        blocks.append(subheading(word.mot))
        for found in word.excerpts:
            excerpt = _cut_around(found, setting)
            cited = f"« {excerpt.text} » {found.case.short_title}, {translate(found.rubric.label)}"
            blocks.append(BookletBlock("quotation", setting.text_height(cited) + 1.2, excerpt=excerpt))
    return blocks


def _cut_around(excerpt: Excerpt, setting: Setting) -> Excerpt:
    """Return a quotation; what is around its word is cut where it takes many lines."""
    text, start, end = excerpt.text, excerpt.start, excerpt.end
    if setting.text_height(text) <= _QUOTED_LINES * setting.leading * setting.em:
        return excerpt
    before, word, after = text[:start], text[start:end], text[end:]
    if len(before) > _QUOTED:
        before = "… " + before[-_QUOTED:].partition(" ")[2]
    if len(after) > _QUOTED:
        after = after[:_QUOTED].rpartition(" ")[0] + " …"
    return excerpt._replace(text=before + word + after, start=len(before), end=len(before) + len(word))


def forms(found: Sequence[Form], translate: Translator) -> list[BookletBlock]:
    """Return the forms of agreement that the cases use, with what the vocabulary knows of them."""
    if not found:
        return []
    explained = translate(
        mark("The forms that these co-operations use. Legal references are second-hand and need checking.")
    )
    title = heading(translate(mark("Forms of agreement")), "forms", translate)
    return [title, replace(legend(explained, translate), keeps_next=True), *(_form(one, translate) for one in found)]


def _form(form: Form, translate: Translator) -> BookletBlock:
    language = translate.language
    width = frame.WIDTH - frame.NAME - frame.GAP
    text, small = (frame.text(language, size=size, width=width) for size in (frame.TEXT, frame.SMALL))
    column = frame.text(language, width=frame.NAME)
    name = column.cut(form.nom, lines=_NAME_LINES, is_strong=True)
    names = column.text_height(name, is_strong=True)
    users, used = _users(form.cases, text)
    height = text.text_height(" ".join([translate(mark("Used by:")), used]))
    if known := form.known:
        names += frame.text(language, size=frame.SMALL, width=frame.NAME).text_height(
            shown_term(known.famille, translate)
        )
        height += text.text_height(known.definition)
        height += small.text_height(" ".join([translate(mark("Source:")), known.source]))
    if known and known.reference:
        height += small.text_height(" ".join([translate(mark("Reference, to be checked:")), known.reference]))
    has_more = len(users) < len(form.cases)
    return BookletBlock("form", max(height, names) + frame.ENTRY, name, form=form, cases=users, has_more=has_more)


def _users(cases: Sequence[Case], setting: Setting) -> tuple[tuple[Case, ...], str]:
    """Return as many cases as some lines have room for, and their names."""
    shown_cases = list(cases)
    while True:
        names = ", ".join(case.short_title for case in shown_cases)
        if setting.text_height(names) <= _USERS_LINES * setting.leading * setting.em or len(shown_cases) == 1:
            return tuple(shown_cases), names
        shown_cases = shown_cases[: len(shown_cases) * 3 // 4]


def readings(cases: Sequence[Case], translate: Translator) -> list[BookletBlock]:
    """Return what configurations and degrees of integration mean, and which case is at which degree."""
    words = vocabulary.load().lecture
    blocks = [
        heading(translate(mark("Configuration and degree of integration")), "readings", translate),
        subheading(translate(mark("Configuration"))),
    ]
    setting = frame.text(translate.language, width=frame.WIDTH - frame.NAME - frame.GAP)
    terms = words.get("configuration", ())
    for term in terms:
        meaning = translate(CONFIGURATIONS[term]) if term in CONFIGURATIONS else ""
        height = setting.text_height(meaning) + frame.ENTRY
        blocks.append(BookletBlock("term", height, term, meaning, keeps_next=term != terms[-1]))
    blocks.append(subheading(translate(mark("Degree of integration"))))
    blocks += _ladder(words.get("integration", ()), cases, translate)
    signed = phrases.signatures(cases, translate)
    if signed:
        said = mark(
            "Rows marked “reading”: a proposed interpretation, in the words of the sheet, to be discussed "
            "({signatures})."
        )
        blocks.append(legend(translate(said, signatures=signed), translate))
    return blocks


def _ladder(terms: Sequence[str], cases: Sequence[Case], translate: Translator) -> Iterable[BookletBlock]:
    """Yield the steps of the ladder, the highest first, as on a ladder."""
    for number, term in reversed(list(enumerate(terms, start=1))):
        meaning = translate(DEGREES[term]) if term in DEGREES else ""
        at_it = tuple(case for case in cases if case.lecture and case.lecture.integration == term)
        setting = frame.text(translate.language, size=frame.SMALL, width=frame.WIDTH - _STEP * number - frame.GAP)
        users, names = _users(at_it, setting) if at_it else ((), "")
        height = _STEP_HEIGHT + (setting.text_height(names) if names else 0.0)
        has_more = len(users) < len(at_it)
        yield BookletBlock(
            "step", height, term, meaning, number=number, cases=users, has_more=has_more, keeps_next=number > 1
        )


def acronyms(found: dict[str, str], translate: Translator) -> list[BookletBlock]:
    """Return the acronyms with their meanings."""
    setting = frame.text(translate.language, width=frame.WIDTH - frame.NAME - frame.GAP)
    entries = [
        BookletBlock("term", setting.text_height(meaning) + frame.ENTRY, title=sigle, text=meaning)
        for sigle, meaning in found.items()
    ]
    return [heading(translate(mark("Acronyms")), "acronyms", translate), *entries] if entries else []


def sources(found: Sequence[Reference], translate: Translator) -> list[BookletBlock]:
    """Return the sources of all cases, each once."""
    setting = frame.text(translate.language, width=frame.WIDTH - frame.GAP)
    entries = []
    for source in found:
        line = phrases.source_line(source, translate)
        words = shown(f"{line} – {source.url}" if source.url else line, translate.language)
        line = setting.cut(line, lines=_SOURCE_LINES)
        entries.append(BookletBlock("source", setting.text_height(words) + 1.2, text=line, source=source))
    return [heading(translate(mark("Sources")), "sources", translate), *entries] if entries else []
