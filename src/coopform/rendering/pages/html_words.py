"""A text as HTML: its language, words with hyphens on one line, shared words marked, stresses."""

from collections.abc import Collection, Iterable

from markupsafe import Markup, escape

from coopform.handouts.layout.text_widths import hyphened_words
from coopform.model import vocabulary
from coopform.model.case import Case
from coopform.text.typography import shown, stresses


def language_mark(language: str, around: str) -> Markup:
    """Return the attribute of an element in a language; none where what is around it is in the same."""
    return Markup("" if language == around else f' lang="{language}"')


def in_language_of(case: Case, text: str, of_page: str) -> Markup:
    """Return a text of a case: in an element of its own where it is not in the language of the page."""
    words = with_whole_words(shown(text, case.langue))
    if case.langue == of_page:
        return words
    return Markup("<span{}>{}</span>").format(language_mark(case.langue, of_page), words)


def with_whole_words(text: str) -> Markup:
    """Return a text in which names with hyphens, and words with a short part, stay on one line."""
    if "-" not in text:
        return escape(text)
    parts = ((escape(part), is_whole) for part, is_whole in hyphened_words(text))
    return _in_elements(parts, "span", ' class="hyphened"')


def marked(text: str, language: str, shared: Collection[str]) -> Markup:
    """Return a text as `with_whole_words` does, and these words marked."""
    pieces = vocabulary.load().marked(shown(text, language), shared)
    parts = ((escape(piece) if is_marked else with_whole_words(piece), is_marked) for piece, is_marked in pieces)
    return _in_elements(parts, "mark")


def emphasis(text: str, language: str) -> Markup:
    """Return a text with `**stress**`, the only markup in the introduction of a collection."""
    parts = ((escape(shown(part, language)), is_stressed) for part, is_stressed in stresses(text))
    return _in_elements(parts, "strong")


def _in_elements(parts: Iterable[tuple[Markup, bool]], name: str, attributes: str = "") -> Markup:
    """Join parts of a text, each with whether it is in an element, and the space before such a part on its own.

    Where just that space does not fit on a line, WeasyPrint would break the line after its first word.
    """
    tag = f"<{name}{attributes}>"
    html = "".join(f"{tag}{part}</{name}>" if is_inside else part for part, is_inside in parts)
    return Markup(html.replace(f" {tag}", f"<span> </span>{tag}"))
