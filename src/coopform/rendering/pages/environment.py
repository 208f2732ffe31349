"""The environments that fill templates: one a format and a language.

User text is data for a template and never a template; every value passes through one gate that escapes it
for its format and sets French spaces.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from coopform import resources
from coopform.model import grid, handout_kinds, labels, vocabulary
from coopform.model.case import Case, case_texts
from coopform.model.grid import Rubric
from coopform.model.handout_kinds import DOCUMENT_LABELS, document_label
from coopform.rendering import phrases, ruled_lines
from coopform.rendering.pages import html_points, sandbox
from coopform.rendering.pages.environments import ShippedEnvironment
from coopform.rendering.pages.markdown_points import one_line, outline, paragraphs
from coopform.rendering.pages.sandbox import Sandbox
from coopform.rendering.pages.shared_parts import Held
from coopform.rendering.pages.stylesheets import font_face, own_style_sheet, styles
from coopform.rendering.pages.template_folder import OwnLoader
from coopform.text.characters import visible
from coopform.text.escaping import css_string, html, markdown
from coopform.text.i18n import Translator
from coopform.text.quotation import inner_quotes
from coopform.text.typography import colon, semicolon, shown, stresses

# What an address may hold inside Markdown's `<…>`; the rest is percent-encoded, and so is the semicolon,
# without which `&copy` is no entity.
_IN_ADDRESS = "%/:=&?~#+!$,'@()*[]"

T = TypeVar("T")


class _Grid(NamedTuple):
    """The rows of a sheet, as templates know them."""

    GRID: tuple[Rubric, ...] = grid.GRID
    LEARNT: tuple[Rubric, ...] = grid.LEARNT
    AROUND: tuple[Rubric, ...] = grid.AROUND


class Filler(NamedTuple):
    """The templates of a format and a language, and what their pages have in common."""

    environment: Environment
    held: Held

    def fill(self, name: str, values: Mapping[str, object]) -> bytes:
        """Return the page that a template makes of values, in UTF-8, ending with one line end."""
        self.held.make_room()
        sandbox.begin_page(self.environment)
        text = self.environment.get_template(name).render(values)
        return self.held.put_in((text.rstrip("\n") + "\n").encode())


@cache
def filler(fmt: str, language: str, overriding: Path | None = None) -> Filler:
    """Return what fills the templates of a format and a language, which are compiled once for all cases.

    Args:
        fmt: `html` or `markdown`.
        language: of the labels and the spaces.
        overriding: the folder whose templates stand before the shipped ones; they run in a sandbox, since a
            folder of cases may come from anyone.
    """
    held = Held()
    # Templates of one's own may do anything with a text, and get the text itself.
    hold = escape if overriding else held.hold
    kind = Sandbox if overriding else ShippedEnvironment
    loader = OwnLoader(overriding) if overriding else FileSystemLoader(resources.templates_dir())
    made = kind(
        loader=loader,
        autoescape=fmt == "html",
        undefined=StrictUndefined,
        finalize=_gate(fmt, language),
        # Asking the disk about each template for each page would cost a tenth of it; only a user's own change.
        auto_reload=overriding is not None,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    translate = Translator(language)
    say = _say_for(fmt, translate) if overriding is None else _say_in_sandbox(fmt, translate)
    made.globals.update(t=say, style=styles(loader, hold), **_names(translate), **_of_cases(translate))
    made.filters.update(t=say, held=hold, style_sheet=lambda text: hold(own_style_sheet(text)))
    made.filters.update(_filters(fmt, language))
    if isinstance(made, Sandbox):
        made.close()
    return Filler(made, held)


def _names(translate: Translator) -> dict[str, Any]:
    """Return what templates know beside cases: signs, labels, names of files."""
    language = translate.language
    return {
        "language": language,
        "colon": colon(language),
        "semicolon": semicolon(language),
        "grid": _Grid(),
        "key_labels": labels.KEY_LABELS,
        "document_label": document_label,
        "document_labels": DOCUMENT_LABELS,
        "document_file": lambda kind, part="": handout_kinds.document_name(kind, language, part),
        "font_face": font_face,
        "day": lambda date: phrases.day(date, translate),
    }


def _of_cases(translate: Translator) -> dict[str, Callable[..., Any]]:
    """Return what templates ask about cases."""
    sigles_of = _of_latest(lambda case: vocabulary.load().sigles_in(case_texts(case)))
    whole_sheet = _of_latest(ruled_lines.whole_sheet)
    return {
        "named_forms": lambda case: phrases.named_forms(case, translate),
        "facts": lambda case: phrases.facts(case, translate),
        "sheet_line": lambda case: phrases.sheet_line(case, translate),
        "source_line": lambda source: phrases.source_line(source, translate),
        "source_lines": lambda cases: phrases.source_lines(cases, translate),
        "signatures": lambda cases: phrases.signatures(cases, translate),
        "sigles": lambda cases, rows=(): _sigles(cases, rows, sigles_of),
        "laid_out": lambda case, rows=(): ruled_lines.lay_out(case, rows) if rows else whole_sheet(case),
        "ruled_lines": lambda case: ruled_lines.ruled_lines(
            case, _small_print(case, sigles_of(case), translate), whole_sheet(case)
        ),
    }


def _filters(fmt: str, language: str) -> dict[str, Callable[..., Any]]:
    """Return what templates pass texts and points through."""
    return {
        "acronyms": lambda found: html_points.acronyms(found, language),
        "emphasis": _emphasis(fmt, language),
        "inner_quotes": inner_quotes,
        "one_level_down": html_points.one_level_down,
        "points": _in_words(lambda points, words: html_points.block(points, language, words), language),
        "words": _in_words(html_points.paragraphs, language),
        "outline": lambda points: Markup(outline(points, language)),
        "paragraphs": lambda text, indent="": Markup(paragraphs(text, language, indent)),
        "address": lambda url: Markup(quote(visible(url), safe=_IN_ADDRESS)),
        "css_string": lambda text: Markup(css_string(shown(text, language))),
    }


def _of_latest(answer: Callable[[Case], T]) -> Callable[[Case], T]:
    """Return a function that keeps its answer for the latest case: a sheet asks the same several times."""
    latest: list[tuple[Case, T]] = []

    def ask(case: Case) -> T:
        if not latest or latest[0][0] is not case:
            latest[:] = [(case, answer(case))]
        return latest[0][1]

    return ask


def _small_print(case: Case, sigles: Mapping[str, str], translate: Translator) -> list[str]:
    """Return what stands at the foot of a sheet, near enough to measure it."""
    lines = ["; ".join(f"{sigle}, {words}" for sigle, words in sigles.items())]
    lines += [f"{phrases.source_line(source, translate)} – {source.url or ''}" for source in case.sources]
    return [*lines, case.fiche.auteur or ""]


def _sigles(cases: Sequence[Case], rows: Sequence[Rubric], of_case: Callable[[Case], dict[str, str]]) -> dict[str, str]:
    """Return the acronyms of cases, or of some of their rows."""
    if len(cases) == 1 and not rows:
        return of_case(cases[0])
    return vocabulary.load().sigles_in(_texts_shown(cases, rows))


def _texts_shown(cases: Sequence[Case], rows: Sequence[Rubric]) -> Iterator[str]:
    for case in cases:
        if rows:
            yield from (text for row in rows for point in case.row(row.key) for text in point.texts())
        else:
            yield from case_texts(case)


def _say_for(fmt: str, translate: Translator) -> Callable[..., str]:
    """Return what templates call as `t`: in Markdown a sentence is ours, only its parameters are escaped."""
    if fmt == "html":
        return translate

    def say(message: str, **params: object) -> str:
        escaped = {name: markdown(str(value)) for name, value in params.items()}
        return Markup(shown(translate(message, **escaped), translate.language))

    return say


def _say_in_sandbox(fmt: str, translate: Translator) -> Callable[..., str]:
    """Return what templates of one's own call as `t`."""
    if fmt == "html":
        return sandbox.saying(translate)
    say = sandbox.saying(translate, markdown)
    return lambda message, **params: Markup(shown(say(message, **params), translate.language))


def _gate(fmt: str, language: str) -> Callable[[Any], Any]:
    """Return what every printed value passes through; what it returns, Jinja escapes in HTML and not in Markdown."""
    show = shown if fmt == "html" else one_line

    def gate(value: Any) -> Any:
        if type(value) is str:
            return show(value, language)
        if value is None:
            raise TypeError("a template printed a value that is missing")
        return value if isinstance(value, Markup) or not isinstance(value, str) else show(value, language)

    return gate


def _in_words(show: Callable[[Any, html_points.ToHtml], str], language: str) -> Callable[[Context, Any], Markup]:
    """Return the filter that makes HTML of what a case says, with the landmarks of a comparison."""

    def plain(text: str) -> str:
        return html(shown(text, language))

    @pass_context
    def fill(context: Context, said: Any) -> Markup:
        shared = _shared(context)
        return Markup(show(said, (lambda text: _marked(text, language, shared)) if shared else plain))

    return fill


def _shared(context: Context) -> set[str]:
    """Return the words that several cases of the comparison on this page use, none without one."""
    compared = context.get("comparison")
    return {word.mot for word in compared.shared} if compared else set()


def _marked(text: str, language: str, shared: Collection[str]) -> Markup:
    text = shown(text, language)
    parts, end = [], 0
    for spotted in vocabulary.load().spot(text):
        if spotted.mot in shared:
            parts.append(escape(text[end : spotted.start]))
            parts.append(Markup("<mark>{}</mark>").format(text[spotted.start : spotted.end]))
            end = spotted.end
    return Markup("").join([*parts, escape(text[end:])])


def _emphasis(fmt: str, language: str) -> Callable[[str], Markup]:
    """Return the filter that shows `**stress**`, the only markup that a collection's introduction knows."""

    def stress(text: str) -> Markup:
        if fmt == "html":
            return Markup("<strong>{}</strong>").format(shown(text, language))
        return Markup(f"**{one_line(text, language)}**")

    def plain(text: str) -> Markup:
        return escape(shown(text, language)) if fmt == "html" else Markup(one_line(text, language))

    def show(text: str) -> Markup:
        return Markup("").join(stress(part) if is_stressed else plain(part) for part, is_stressed in stresses(text))

    return show
