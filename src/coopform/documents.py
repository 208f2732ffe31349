"""Handouts: cases through a template, to HTML or Markdown.

A document is a pair of templates, one a format, named after it: `sheet.html.j2`, `sheet.md.j2`. User
text is data for a template and never a template; every value passes through one gate that escapes it
for its format and sets French spaces.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from coopform import comparison, filenames, grid, labels, phrases, resources, vocabulary
from coopform.case import Case, Recueil
from coopform.escape import markdown
from coopform.grid import Rubric
from coopform.i18n import Translator
from coopform.outline import one_line, outline, paragraphs
from coopform.searching import case_texts
from coopform.text import colon, inner_quotes, semicolon, typeset, visible

# What an address may hold inside Markdown's `<…>`; the rest is percent-encoded, and so is the semicolon,
# without which `&copy` is no entity.
_IN_ADDRESS = "%/:=&?~#+!$,'@()*[]"

# `**stress**` where Markdown takes it for that: asterisks against a word, or with nothing of a word outside.
_LETTER = r"[^\W_]"
_OUTSIDE = r"\s!-/:;?«»()’“”–—…"
_STRESS = re.compile(
    rf"(?:(?<![^{_OUTSIDE}])\*\*(?=\S)|\*\*(?={_LETTER}))(.+?)(?:(?<=\S)\*\*(?![^{_OUTSIDE}])|(?<={_LETTER})\*\*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Link:
    """A line of the index: a case and the files made of it, as (format, file name)."""

    case: Case
    files: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Content:
    """What a document is made of.

    Attributes:
        cases: one for a sheet, several for the others.
        recueil: the collection's title, date and introduction.
        links: the cases of an index, with the files made of each.
        documents: the files of the other documents that an index leads to.
    """

    cases: Sequence[Case]
    recueil: Recueil = field(default_factory=Recueil)
    links: Sequence[Link] = ()
    documents: Sequence[str] = ()


def sheet(case: Case, fmt: str, recueil: Recueil | None = None, rows: Sequence[Rubric] = ()) -> str:
    """Return the sheet of one case, in its own language.

    Args:
        case: the case.
        fmt: a key of `filenames.FORMATS`.
        recueil: the collection that it belongs to.
        rows: the rows wanted; the whole sheet when none is named.
    """
    content = Content([case], recueil or Recueil())
    return _render("sheet", fmt, case.langue, content, case=case, rows=rows)


def comparison_of(compared: comparison.Comparison, fmt: str, recueil: Recueil) -> str:
    """Return the comparison as a document, in the language of the collection."""
    content = Content(compared.cases, recueil)
    return _render("comparison", fmt, recueil.langue, content, comparison=compared)


def index(content: Content, fmt: str) -> str:
    """Return the page that lists the sheets, in the language of the collection."""
    return _render("index", fmt, content.recueil.langue, content)


def _render(name: str, fmt: str, language: str, content: Content, **values: Any) -> str:
    environment = _environment(fmt, language)
    template = environment.get_template(f"{name}.{filenames.FORMATS[fmt]}.j2")
    text = template.render(
        recueil=content.recueil, cases=content.cases, links=content.links, documents=content.documents, **values
    )
    return text.rstrip("\n") + "\n"


@cache
def _environment(fmt: str, language: str) -> Environment:
    """Return the environment of a format and a language: templates are compiled once for all cases."""
    translate = Translator(language)
    environment = Environment(
        loader=FileSystemLoader(resources.templates_dir()),
        autoescape=fmt == "html",  # noqa: S701 (Markdown has its own gate, below)
        undefined=StrictUndefined,
        finalize=_gate(fmt, language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        t=_translate_for(fmt, translate),
        language=language,
        colon=colon(language),
        semicolon=semicolon(language),
        grid=grid,
        key_labels=labels.KEY_LABELS,
        facts=lambda case: phrases.facts(case, translate),
        source_line=lambda source: phrases.source_line(source, translate),
        day=lambda date: phrases.day(date, translate),
        source_lines=lambda cases: phrases.source_lines(cases, translate),
        signatures=lambda cases: phrases.signatures(cases, translate),
        sigles=lambda cases, rows=(): vocabulary.load().sigles_in(_texts_shown(cases, rows)),
        is_label_strong=phrases.is_label_strong,
    )
    environment.filters.update(
        emphasis=_emphasis(fmt, language),
        inner_quotes=inner_quotes,
        landmarks=_landmarks(language),
        outline=lambda points: Markup(outline(points, language)),
        paragraphs=lambda text, indent="": Markup(paragraphs(text, language, indent)),
        address=lambda url: Markup(quote(visible(url), safe=_IN_ADDRESS)),
    )
    return environment


def _texts_shown(cases: Sequence[Case], rows: Sequence[Rubric]) -> Iterator[str]:
    for case in cases:
        if rows:
            yield from (text for row in rows for point in case.row(row.key) for text in point.texts())
        else:
            yield from case_texts(case)


def _translate_for(fmt: str, translate: Translator) -> Callable[..., str]:
    """Return what templates call as `t`: in Markdown a sentence is ours, only its parameters are escaped."""
    if fmt == "html":
        return translate

    def say(message: str, **params: object) -> str:
        escaped = {name: markdown(str(value)) for name, value in params.items()}
        return Markup(typeset(translate(message, **escaped), translate.language))

    return say


def _gate(fmt: str, language: str) -> Callable[[Any], Any]:
    """Return what every printed value passes through; what it returns, Jinja escapes in HTML and not in Markdown."""
    show = _shown if fmt == "html" else one_line

    def gate(value: Any) -> Any:
        if value is None:
            raise TypeError("a template printed a value that is missing")
        return value if isinstance(value, Markup) or not isinstance(value, str) else show(value, language)

    return gate


def _shown(text: str, language: str) -> str:
    return typeset(visible(text), language)


def _landmarks(language: str) -> Callable[[Context, str], Markup | str]:
    """Return the filter that marks, in a comparison, the words that several of its cases use."""

    @pass_context
    def show(context: Context, text: str) -> Markup | str:
        compared = context.get("comparison")
        shared = {word.mot for word in compared.shared} if compared else set()
        if not shared:
            return text
        text = _shown(text, language)
        parts, end = [], 0
        for spotted in vocabulary.load().spot(text):
            if spotted.mot in shared:
                parts.append(escape(text[end : spotted.start]))
                parts.append(Markup("<mark>{}</mark>").format(text[spotted.start : spotted.end]))
                end = spotted.end
        return Markup("").join([*parts, escape(text[end:])])

    return show


def _emphasis(fmt: str, language: str) -> Callable[[str], Markup]:
    """Return the filter that shows `**stress**`, the only markup that a collection's introduction knows."""

    def stress(text: str) -> Markup:
        if fmt == "html":
            return Markup("<strong>{}</strong>").format(_shown(text, language))
        return Markup(f"**{one_line(text, language)}**")

    def plain(text: str) -> Markup:
        return escape(_shown(text, language)) if fmt == "html" else Markup(one_line(text, language))

    def show(text: str) -> Markup:
        # What stands between the asterisks is every second part; asterisks that stress nothing stay as typed.
        parts = _STRESS.split(text)
        return Markup("").join(stress(part) if index % 2 else plain(part) for index, part in enumerate(parts))

    return show
