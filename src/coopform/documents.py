"""Handouts: cases through a template, to HTML or Markdown.

A document is a pair of templates, one a format, named after it: `sheet.html.j2`, `sheet.md.j2`. User
text is data for a template and never a template; every value passes through one gate that escapes it
for its format and sets French spaces.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from coopform import comparison, grid, labels, phrases, resources, vocabulary
from coopform.case import Case, Recueil
from coopform.escape import markdown
from coopform.grid import Rubric
from coopform.i18n import Translator
from coopform.outline import outline
from coopform.searching import case_texts
from coopform.text import typeset

FORMATS = {"html": "html", "markdown": "md"}

# What an address may hold inside Markdown's `<…>`; the rest is percent-encoded.
_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"


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
        links: for the index only.
    """

    cases: Sequence[Case]
    recueil: Recueil = field(default_factory=Recueil)
    links: Sequence[Link] = ()


class TemplateFailure(Exception):
    """A template cannot be used: `name` and `line` say where, `reason` why."""

    def __init__(self, name: str, line: int, reason: str) -> None:
        super().__init__(f"{name}:{line}: {reason}")
        self.name = name
        self.line = line
        self.reason = reason


def sheet(case: Case, fmt: str, recueil: Recueil | None = None, rows: Sequence[Rubric] = ()) -> str:
    """Return the sheet of one case, in its own language.

    Args:
        case: the case.
        fmt: a key of `FORMATS`.
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
    template = environment.get_template(f"{name}.{FORMATS[fmt]}.j2")
    text = template.render(recueil=content.recueil, cases=content.cases, links=content.links, **values)
    return text.rstrip("\n") + "\n"


@cache
def _environment(fmt: str, language: str) -> Environment:
    """Return the environment of a format and a language: templates are compiled once for all cases."""
    translate = Translator(language)
    environment = Environment(
        loader=FileSystemLoader(resources.templates_dir()),
        autoescape=fmt == "html",  # noqa: S701 (Markdown has its own gate, below)
        undefined=StrictUndefined,
        finalize=_html_gate(language) if fmt == "html" else _markdown_gate(language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(
        t=_translate_for(fmt, translate),
        language=language,
        grid=grid,
        key_labels=labels.KEY_LABELS,
        facts=lambda case: phrases.facts(case, translate),
        source_line=lambda source: phrases.source_line(source, translate),
        day=lambda date: phrases.day(date, translate),
        source_lines=lambda cases: phrases.source_lines(cases, translate),
        signatures=lambda cases: phrases.signatures(cases, translate),
        sigles=lambda cases: vocabulary.load().sigles_in(text for case in cases for text in case_texts(case)),
        is_label_strong=phrases.is_label_strong,
    )
    environment.filters.update(
        emphasis=_emphasis(fmt, language),
        landmarks=_landmarks(language),
        outline=lambda points: Markup(outline(points, language)),
        address=lambda url: Markup(quote(url, safe=_IN_ADDRESS)),
    )
    return environment


def _translate_for(fmt: str, translate: Translator) -> Callable[..., str]:
    """Return what templates call as `t`: in Markdown a sentence is ours, only its parameters are escaped."""
    if fmt == "html":
        return translate

    def say(message: str, **params: object) -> str:
        return Markup(translate(message, **{name: markdown(str(value)) for name, value in params.items()}))

    return say


def _html_gate(language: str) -> Callable[[Any], Any]:
    def gate(value: Any) -> Any:
        if value is None:
            raise TypeError("a template printed a value that is missing")
        if isinstance(value, str) and not isinstance(value, Markup):
            return typeset(value, language)
        return value

    return gate


def _markdown_gate(language: str) -> Callable[[Any], Any]:
    def gate(value: Any) -> Any:
        if value is None:
            raise TypeError("a template printed a value that is missing")
        if isinstance(value, Markup):
            return typeset(str(value), language)
        return markdown(typeset(value, language)) if isinstance(value, str) else value

    return gate


def _landmarks(language: str) -> Callable[[Context, str], Markup | str]:
    """Return the filter that marks, in a comparison, the words that several of its cases use."""

    @pass_context
    def show(context: Context, text: str) -> Markup | str:
        compared = context.get("comparison")
        shared = {word.mot for word in compared.shared} if compared else set()
        if not shared:
            return text
        text = typeset(text, language)
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
        return Markup("<strong>{}</strong>").format(text) if fmt == "html" else Markup(f"**{markdown(text)}**")

    def plain(text: str) -> Markup:
        return escape(text) if fmt == "html" else Markup(markdown(text))

    def show(text: str) -> Markup:
        parts = typeset(text, language).split("**")
        if len(parts) % 2 == 0:  # an opening without a closing: shown as typed
            parts[-2:] = ["**".join(parts[-2:])]
        return Markup("").join(stress(part) if index % 2 else plain(part) for index, part in enumerate(parts))

    return show
