"""What the elements of HTML mean for the words in them."""

import re
from collections.abc import Mapping

Attributes = Mapping[str, str]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
_INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img",
    "input", "ins", "kbd", "label", "mark", "meter", "output", "picture", "progress", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    # Formulas.
    "math", "mfrac", "mi", "mn", "mo", "mover", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup",
    "msup", "mtext", "munder", "munderover", "semantics", "maction", "menclose", "merror", "mmultiscripts", "mpadded",
    "mphantom", "mprescripts", "mtable", "mtd", "mtr",
}  # fmt: skip
_BLOCKS = {
    "address", "applet", "article", "aside", "audio", "blockquote", "body", "caption", "canvas", "center", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fencedframe", "fieldset", "figcaption", "figure", "footer",
    "form", "frameset", "head", "header", "hgroup", "html", "iframe", "legend", "li", "listing", "main", "map",
    "marquee", "menu", "nav", "noembed", "noframes", "object", "ol", "optgroup", "option", "p", "param", "plaintext",
    "pre", "search", "section", "select", "slot", "summary", "svg", "table", "tbody", "td", "textarea", "tfoot", "th",
    "thead", "title", "tr", "ul", "video", "xmp", *HEADINGS,
}  # fmt: skip
LISTS = {"ul", "ol", "menu"}
CELLS = {"table", "tr", "td", "th"}
_BOLD = {"b", "strong", "dt", "th", "legend", "summary"}
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_UNDERLINE_STYLE = re.compile(r"text-decoration(?:-line)?\s*:[^;]*\bunderline", re.IGNORECASE)
_WORD_ITEM = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Programs, style sheets and what a browser shows only if it cannot show something else.
_UNSEEN = {"script", "style", "template", "noscript", "datalist", "annotation", "annotation-xml", "rp"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "frame"}
# Elements that end where the next of their kind begins, closed or not, and their kinds.
ENDS_ITSELF = {"p": "p", "li": "li", "dt": "d", "dd": "d", "tr": "tr", "td": "t", "th": "t", "option": "option"}


def is_hidden(tag: str, values: Attributes) -> bool:
    """Return whether the words in an element are not shown."""
    if tag in VOID:
        return False
    return tag in _UNSEEN or "hidden" in values or bool(_HIDDEN_STYLE.search(values.get("style", "")))


def is_words(tag: str) -> bool:
    """Return whether a tag is only words, as « <nom du projet> », which is to be filled in."""
    return not (tag in _BLOCKS or tag in _INLINE or tag in VOID or ":" in tag or "-" in tag)


def is_block(tag: str) -> bool:
    """Return whether a tag begins a line. Tags with a colon are from Word, and inline."""
    return tag not in _INLINE and ":" not in tag


def is_bold_element(tag: str, values: Attributes) -> bool:
    """Return whether the words in an element are bold."""
    return tag in _BOLD or bool(_BOLD_STYLE.search(values.get("style", "")))


def is_underlined(tag: str, values: Attributes) -> bool:
    """Return whether the words in an element are underlined."""
    return tag == "u" or bool(_UNDERLINE_STYLE.search(values.get("style", "")))


def word_item_level(tag: str, values: Attributes) -> int:
    """Return the level of a paragraph that Word saved as an item of a list, with its bullet as words; 0 for another."""
    found = _WORD_ITEM.search(values.get("style", "")) if tag == "p" else None
    return int(found[1]) if found else 0


def whole_number(typed: str | None, otherwise: int, most: int) -> int:
    """Return the number from 1 to `most` that an attribute is, another number if it is none."""
    if typed and typed.isascii() and typed.isdigit():
        return min(max(int(typed[:6]), 1), most)
    return otherwise
