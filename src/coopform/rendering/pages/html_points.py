"""Points and acronyms as HTML, and the headings of a page that becomes part of another."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from coopform.model.case import Point
from coopform.model.outline import Item, items, outline
from coopform.rendering.pages.html_words import language_mark
from coopform.text.typography import colon, semicolon, shown

_HEADING = re.compile(r"(</?h)([1-5])(?=[\s>])")
NO_OTHERS: Mapping[str, str] = {}
# Turns a text without paragraphs into HTML: escaped, with French spaces.
ToHtml = Callable[[str], str]


def block(
    points: Sequence[Point],
    language: str,
    words: ToHtml,
    *,
    is_list: bool = False,
    going_on: int = 0,
    languages: Mapping[str, str] = NO_OTHERS,
) -> str:
    """Return the points of a row: a paragraph for a single one, else a list; lists under a label are in its item.

    Args:
        points: what the row says.
        language: of what is around them; its colon follows a label.
        words: what makes HTML of a text.
        is_list: whether a single point is part of a list.
        going_on: how many levels go on from another page: 1 for the text of the first point or what is under its
            label, which is repeated for the eye alone; 2 for that of the first point under it.
        languages: of some texts, where they are not in that of what is around them.
    """
    parts: list[str] = []
    depth = 0
    for place, item in enumerate(items(points) if is_list else outline(points)):
        goes_on = place < going_on
        mark = language_mark(languages.get(item.point.texte or "", language), language)
        mark += Markup(' class="text-goes-on"') if goes_on else ""
        head = _head(item, language, words)
        if goes_on and item.point.libelle is not None:
            head = f'<span class="again" aria-hidden="true">{head}</span>'
        if item.level == 0:
            parts.append(f"<p{mark}>{head}</p>\n")
            continue
        parts.append("<ul>\n" if item.level > depth else "</li>\n" + _ends(depth - item.level))
        parts.append(f"<li{mark}>{head}")
        depth = item.level
    if depth:
        parts.append("</li>\n" + _ends(depth - 1) + "</ul>\n")
    if len(points) > 1:
        parts.append("\n")
    return "".join(parts)


def paragraphs(text: str, words: ToHtml) -> str:
    """Return a text, a blank line between its paragraphs."""
    return "<br><br>".join(map(words, text.split("\n\n"))) if "\n" in text else words(text)


def _ends(count: int) -> str:
    return "</ul>\n</li>\n" * count


def _head(item: Item, language: str, words: ToHtml) -> str:
    point = item.point
    text = paragraphs(point.texte, words) if point.texte else ""
    if point.libelle is None:
        return text
    label = words(point.libelle + colon(language))
    head = f"<strong>{label}</strong>" if item.is_strong else label
    return f"{head} {text}" if text else head


def acronyms(found: Mapping[str, str], language: str) -> Markup:
    """Return acronyms with their meanings, in one line."""
    between = Markup(shown(semicolon(language), language))
    return between.join(_acronym(sigle, meaning, language) for sigle, meaning in found.items())


@lru_cache(maxsize=1024)
def _acronym(sigle: str, meaning: str, language: str) -> Markup:
    # All pages explain the same few acronyms of the vocabulary, which is French.
    return Markup("<span{}><abbr>{}</abbr>, {}</span>").format(
        language_mark("fr", language), shown(sigle, "fr"), shown(meaning, "fr")
    )


def one_level_down(page: str) -> Markup:
    """Return a piece of a page with its headings one level further down, from `h1` to `h5`."""
    return Markup(_HEADING.sub(lambda heading: f"{heading[1]}{int(heading[2]) + 1}", page))
