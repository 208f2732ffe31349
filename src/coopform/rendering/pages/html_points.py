"""What is most of a page as HTML: points, acronyms; and the headings of a page that becomes part of another.

One point is a paragraph, several are a list, those under a label a list in it. A template's macros could say it too,
at five times the price.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from markupsafe import Markup

from coopform.model.case import Point, is_label_strong
from coopform.text.typography import colon, semicolon, shown

_HEADING = re.compile(r"(</?h)([1-5])(?=[\s>])")
# Turns a text without paragraphs into HTML: escaped, with French spaces.
ToHtml = Callable[[str], str]


def block(points: Sequence[Point], language: str, words: ToHtml) -> str:
    """Return the points of a row: a paragraph for a single one, else a list.

    Args:
        points: what the row says.
        language: whose colon follows a label.
        words: what makes HTML of a text.
    """
    if len(points) != 1:
        return f"{_list(points, language, words)}\n"
    under = _list(points[0].points, language, words) if points[0].points else ""
    return f"<p>{_point(points[0], language, words)}</p>\n{under}"


def paragraphs(text: str, words: ToHtml) -> str:
    """Return a text, its paragraphs parted by a blank line."""
    return "<br><br>".join(map(words, text.split("\n\n"))) if "\n" in text else words(text)


def _list(points: Sequence[Point], language: str, words: ToHtml) -> str:
    items = []
    for point in points:
        under = _list(point.points, language, words) if point.points else ""
        items.append(f"<li>{_point(point, language, words)}{under}</li>\n")
    return f"<ul>\n{''.join(items)}</ul>\n"


def _point(point: Point, language: str, words: ToHtml) -> str:
    if point.libelle is None:
        return paragraphs(point.texte or "", words)
    label = words(point.libelle + colon(language))
    head = f"<strong>{label}</strong>" if is_label_strong(point) else label
    return f"{head} {paragraphs(point.texte, words)}" if point.texte else head


def acronyms(found: Mapping[str, str], language: str) -> Markup:
    """Return acronyms with what they stand for, in one line."""
    between = Markup(shown(semicolon(language), language))
    return between.join(_acronym(sigle, meaning, language) for sigle, meaning in found.items())


@lru_cache(maxsize=1024)
def _acronym(sigle: str, meaning: str, language: str) -> Markup:
    # Kept: page after page explains the same few of the vocabulary; made anew, they were a twentieth of a sheet.
    return Markup("<span><abbr>{}</abbr>, {}</span>").format(shown(sigle, language), shown(meaning, language))


def one_level_down(page: str) -> Markup:
    """Return a piece of a page with its headings one level further down, from `h1` to `h5`."""
    return Markup(_HEADING.sub(lambda heading: f"{heading[1]}{int(heading[2]) + 1}", page))
