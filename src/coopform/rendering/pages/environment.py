"""The Jinja environments that fill templates: one per format and language.

User text is data for a template and never a template; every printed value passes through one function that
escapes it for its format and sets French spaces.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from coopform import resources
from coopform.handouts import phrases
from coopform.handouts.layout import title_rooms
from coopform.handouts.layout.points_room import Setting
from coopform.model import grid, handout_kinds, labels, vocabulary
from coopform.model.case import Case
from coopform.model.grid import Rubric
from coopform.model.handout_kinds import document_label
from coopform.model.sections import Medium, sections_of, texts
from coopform.model.terms import shown_term
from coopform.rendering.pages import html_facts, html_points, html_words, markdown_points, sandbox
from coopform.rendering.pages.sandbox import Sandbox
from coopform.rendering.pages.stylesheets import font_face, own_style_sheet, styles
from coopform.rendering.pages.template_folder import OwnLoader
from coopform.text import clock
from coopform.text.characters import visible
from coopform.text.escaping import css_string, markdown
from coopform.text.i18n import Translator
from coopform.text.quotation import inner_quotes, quotation_marks
from coopform.text.typography import colon, semicolon, shown

# Characters kept in an address inside Markdown's `<…>`; the others are percent-encoded. The semicolon is one of them:
# with it, `&copy;` would be an entity.
_IN_ADDRESS = "%/:=&?~#+!$,'@()*[]"


class _Grid(NamedTuple):
    """The rows of the grid and the others, for templates."""

    GRID: tuple[Rubric, ...] = grid.GRID
    LEARNT: tuple[Rubric, ...] = grid.LEARNT
    AROUND: tuple[Rubric, ...] = grid.AROUND


def fill(environment: Environment, name: str, values: Mapping[str, object]) -> bytes:
    """Return a template filled with values, in UTF-8, ending with one line end."""
    sandbox.begin_page(environment)
    parts = sandbox.within_limits(environment, environment.get_template(name).generate(values))
    # In parts: most of a page is its style sheet, in ASCII, which costs nothing to encode on its own.
    return b"".join(map(str.encode, parts)).rstrip(b"\n") + b"\n"


@cache
def environment_of(fmt: str, language: str, overriding: Path | None = None) -> Environment:
    """Return the environment of a format and a language; its templates are compiled once for all cases.

    Args:
        fmt: `html` or `markdown`.
        language: of the labels and the spaces.
        overriding: the folder whose templates replace shipped ones; with it all templates run in a sandbox, since
            a folder of cases may come from anyone.
    """
    kind = Sandbox if overriding else Environment
    loader = OwnLoader(overriding) if overriding else FileSystemLoader(resources.templates_dir())
    made = kind(
        loader=loader,
        autoescape=fmt == "html",
        undefined=StrictUndefined,
        finalize=_gate(fmt, language),
        # Only users' templates can change while coopform runs.
        auto_reload=overriding is not None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    translate = Translator(language)
    say = _say_for(fmt, translate) if overriding is None else _say_in_sandbox(fmt, translate)
    made.globals.update(t=say, style=styles(loader), **_names(translate), **_of_cases(fmt, translate))
    made.filters.update(style_sheet=own_style_sheet, **_filters(fmt, language))
    if isinstance(made, Sandbox):
        made.close()
    return made


def _names(translate: Translator) -> dict[str, Any]:
    """Return what templates know besides cases: signs, labels, names of files."""
    language = translate.language
    return {
        "language": language,
        # Around what is French in every language: the vocabulary and what is known of it.
        "in_french": html_words.language_mark("fr", language),
        "colon": colon(language),
        "semicolon": semicolon(language),
        "quotation_marks": quotation_marks(language),
        "grid": _Grid(),
        "key_labels": labels.KEY_LABELS,
        "document_label": document_label,
        "document_file": lambda kind, part="": handout_kinds.document_name(kind, language, part),
        "font_face": font_face,
        "shown_term": lambda term: shown_term(term, translate),
        "day": lambda date: phrases.day(date, translate),
        "counted": lambda what, count: phrases.counted(what, count, translate),
        "time": lambda minutes: clock.shown_time(minutes, translate),
        "duration": lambda minutes: clock.shown_duration(minutes, translate),
    }


def _of_cases(fmt: str, translate: Translator) -> dict[str, Callable[..., Any]]:
    """Return the functions that templates call on cases."""
    medium = Medium.PAPER if fmt == "html" else Medium.TEXT
    return {
        "lang_of": lambda case: html_words.language_mark(case.langue, translate.language),
        "lang_attribute": lambda language: html_words.language_mark(language or translate.language, translate.language),
        # Of what the page says inside an element with the words of a case.
        "lang_of_labels": lambda case: html_words.language_mark(translate.language, case.langue),
        "in_language_of": lambda case, text: html_words.in_language_of(case, text, translate.language),
        "named_forms": lambda case: phrases.named_forms(case, translate),
        "facts": lambda case: phrases.facts(case, translate),
        # The same as HTML, for pages on which the words of a case are in another language than what is around.
        "facts_of": partial(html_facts.facts_of, translate),
        "facts_line": partial(html_facts.facts_line, translate),
        "forms_of": partial(html_facts.forms_of, translate),
        "sheet_line": lambda case: phrases.sheet_line(case, translate),
        "source_line": lambda source: phrases.source_line(source, translate),
        "source_lines": lambda cases: phrases.source_lines(cases, translate),
        "signatures": lambda cases: phrases.signatures(cases, translate),
        "sections": lambda case, rows=(): sections_of(case, medium, rows),
        "sigles": _sigles,
    }


def _filters(fmt: str, language: str) -> dict[str, Callable[..., Any]]:
    """Return the filters for texts and points."""
    emphasis = html_words.emphasis if fmt == "html" else markdown_points.emphasis
    return {
        "acronyms": lambda found: html_points.acronyms(found, language),
        "balanced": lambda title, room, language=language: f"{title_rooms.ROOMS[room].balanced(title, language):.1f}mm",
        "cut": lambda title, room, language=language: title_rooms.ROOMS[room].cut(title, language),
        "emphasis": lambda text: Markup(emphasis(text, language)),
        "inner_quotes": inner_quotes,
        "name": lambda text, language=language: html_words.with_whole_words(shown(text, language)),
        "on_a_line": lambda text, width, size: Setting(size, 1.0, width, language).cut(text),
        "one_level_down": html_points.one_level_down,
        "points": _in_words(html_points.block, language),
        "spoken": lambda pieces: html_facts.spoken(pieces, language),
        "words": _in_words(lambda text, _, words: html_points.paragraphs(text, words), language),
        "outline": lambda points, language=language: Markup(markdown_points.outline(points, language)),
        "paragraphs": lambda text, indent="": Markup(markdown_points.paragraphs(text, language, indent)),
        "address": lambda url: Markup(quote(visible(url), safe=_IN_ADDRESS)),
        "css_string": lambda text: Markup(css_string(shown(text, language))),
    }


def _sigles(cases: Sequence[Case], rows: Sequence[Rubric] = ()) -> dict[str, str]:
    """Return the acronyms of cases, or of some of their rows."""
    of_rows = (text for case in cases for row in rows for text in case.row_texts(row.key))
    return vocabulary.load().sigles_in(of_rows if rows else (text for case in cases for text in texts(case)))


def _say_for(fmt: str, translate: Translator) -> Callable[..., str]:
    """Return the function `t` of shipped templates; in Markdown it escapes the parameters of a message only."""
    if fmt == "html":
        return translate

    def say(message: str, **params: object) -> str:
        escaped = {name: markdown(str(value)) for name, value in params.items()}
        return Markup(shown(translate(message, **escaped), translate.language))

    return say


def _say_in_sandbox(fmt: str, translate: Translator) -> Callable[..., str]:
    """Return the function `t` of a user's templates."""
    if fmt == "html":
        return sandbox.saying(translate)
    say = sandbox.saying(translate, markdown)
    return lambda message, **params: Markup(shown(say(message, **params), translate.language))


def _gate(fmt: str, language: str) -> Callable[[Any], Any]:
    """Return the function that every printed value passes through; Jinja escapes its result in HTML only."""
    show = shown if fmt == "html" else markdown_points.one_line

    def gate(value: Any) -> Any:
        if type(value) is str:
            return show(value, language)
        if value is None:
            raise TypeError("a template printed a value that is missing")
        return value if isinstance(value, Markup) or not isinstance(value, str) else show(value, language)

    return gate


def _in_words(show: Callable[..., str], of_page: str) -> Callable[..., Markup]:
    """Return the filter that makes HTML of texts or points, the shared words of a comparison marked.

    They are in the language of the page, unless the filter is given that of their case.
    """

    @pass_context
    def fill(context: Context, content: Any, language: str = of_page, **how: bool) -> Markup:
        shared = _shared(context)

        def words(text: str) -> str:
            return (
                html_words.marked(text, language, shared)
                if shared
                else html_words.with_whole_words(shown(text, language))
            )

        return Markup(show(content, language, words, **how))

    return fill


def _shared(context: Context) -> set[str]:
    """Return the words that several cases of the comparison on this page use; none without a comparison."""
    compared = context.get("comparison")
    return {word.mot for word in compared.shared} if compared else set()
