"""The environments that fill templates: one a format and a language.

User text is data for a template and never a template; every value passes through one gate that escapes it
for its format and sets French spaces.
"""

import base64
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from coopform import filenames, grid, labels, phrases, resources, room, vocabulary
from coopform.case import Case
from coopform.escape import css_string, markdown
from coopform.grid import Rubric
from coopform.i18n import Translator
from coopform.outline import one_line, outline, paragraphs
from coopform.searching import case_texts
from coopform.text import colon, inner_quotes, semicolon, stresses, typeset, visible

# What an address may hold inside Markdown's `<…>`; the rest is percent-encoded, and so is the semicolon,
# without which `&copy` is no entity.
_IN_ADDRESS = "%/:=&?~#+!$,'@()*[]"


@cache
def environment(fmt: str, language: str, overriding: Path | None = None) -> Environment:
    """Return the environment of a format and a language: templates are compiled once for all cases.

    Args:
        fmt: `html` or `markdown`.
        language: of the labels and the spaces.
        overriding: the folder whose templates stand before the shipped ones; they run in a sandbox, since a
            folder of cases may come from anyone.
    """
    translate = Translator(language)
    kind = ImmutableSandboxedEnvironment if overriding else Environment
    made = kind(
        loader=FileSystemLoader([*filter(None, [overriding]), resources.templates_dir()]),
        autoescape=fmt == "html",
        undefined=StrictUndefined,
        finalize=_gate(fmt, language),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals.update(
        t=_translate_for(fmt, translate),
        language=language,
        colon=colon(language),
        semicolon=semicolon(language),
        grid=grid,
        key_labels=labels.KEY_LABELS,
        document_label=labels.document_label,
        document_labels=labels.DOCUMENT_LABELS,
        document_file=lambda kind, part="": filenames.document_name(kind, language, part),
        font_face=_font_face,
        facts=lambda case: phrases.facts(case, translate),
        source_line=lambda source: phrases.source_line(source, translate),
        day=lambda date: phrases.day(date, translate),
        source_lines=lambda cases: phrases.source_lines(cases, translate),
        signatures=lambda cases: phrases.signatures(cases, translate),
        sigles=lambda cases, rows=(): vocabulary.load().sigles_in(_texts_shown(cases, rows)),
        is_label_strong=phrases.is_label_strong,
        is_long=room.is_long,
        ruled_lines=lambda case: room.ruled_lines(case, _small_print(case, translate)),
    )
    made.filters.update(
        emphasis=_emphasis(fmt, language),
        inner_quotes=inner_quotes,
        landmarks=_landmarks(language),
        outline=lambda points: Markup(outline(points, language)),
        paragraphs=lambda text, indent="": Markup(paragraphs(text, language, indent)),
        address=lambda url: Markup(quote(visible(url), safe=_IN_ADDRESS)),
        css_string=lambda text: Markup(css_string(_shown(text, language))),
        style_sheet=_style_sheet,
    )
    return made


@cache
def _font_face(name: str) -> Markup:
    """Return a font of `templates/fonts` as a `data:` address, so that a page is one file."""
    data = (resources.templates_dir() / "fonts" / f"{name}.woff2").read_bytes()
    return Markup(f"data:font/woff2;base64,{base64.b64encode(data).decode('ascii')}")


def _style_sheet(text: str) -> Markup:
    """Return a collection's style sheet so that nothing in it ends the element it stands in."""
    return Markup(text.replace("</", "<\\/"))


def _small_print(case: Case, translate: Translator) -> list[str]:
    """Return what stands at the foot of a sheet, near enough to measure it."""
    sigles = vocabulary.load().sigles_in(case_texts(case))
    lines = ["; ".join(f"{sigle}, {words}" for sigle, words in sigles.items())]
    lines += [f"{phrases.source_line(source, translate)} – {source.url or ''}" for source in case.sources]
    return [*lines, case.fiche.auteur or ""]


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
        return Markup("").join(stress(part) if is_stressed else plain(part) for part, is_stressed in stresses(text))

    return show
