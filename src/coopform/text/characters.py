"""Spaces other than the ordinary one, hyphens and invisible characters."""

import re
from functools import cache

NBSP = "\u00a0"
NARROW_NBSP = "\u202f"
# The hyphen, and the dashes and signs that people and programs put in its place.
HYPHENS = "-–—‐‑−"
# Spaces that are none in YAML: the non-breaking ones, and those of typesetting (em, thin, figure, ideographic…), which
# come from Word, PDF and web pages. All of them are spelt out: for `strip` as well as for a class of an expression.
OTHER_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"

# Characters that control a terminal or change a line invisibly: C0 (except tab and line feed), DEL, C1, zero-width and
# bidirectional controls, line separators, lone surrogates, the byte-order mark and noncharacters.
_CONTROLS = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e007f\U0010fffe\U0010ffff]"
)
# Scripts with joining letters, from Hebrew and Arabic to those of South and Southeast Asia.
_JOINING = (
    "\u0590-\u061b\u061d-\u109f\u1780-\u180d\u180f-\u18af\u1900-\u1cff\ua800-\uabff\ufb1d-\ufdcf\ufdf0-\ufdff"
    "\ufe70-\ufefc\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_EMOJI = "\u2190-\u2bff\U0001f000-\U0001faff"
# Joiners and tags with a visible effect: between emoji (families), after or between joining letters, in flags of
# regions. Elsewhere they are invisible.
_SHAPING = (
    f"(?<=[{_EMOJI}\ufe0f])[\u200c\u200d](?=[{_EMOJI}])"
    f"|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}\\w])|(?<=\\w)\u200c(?=[{_JOINING}])"
    f"|(?<=[{_JOINING}])\u200d(?![\u200c\u200d])"
    "|\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
)


@cache
def _hidden() -> re.Pattern[str]:
    """Compile the expression on first use: most texts do not need it (`python -m tests.benchmarks --only startup`)."""
    return re.compile(f"{_SHAPING}|(?P<hidden>{_CONTROLS})")


def hidden_characters(text: str) -> list[str]:
    """Return the invisible control, bidirectional and zero-width characters of a text, in order."""
    return [match["hidden"] for match in _hidden().finditer(text) if match["hidden"]]


def without_hidden(text: str) -> str:
    """Return `text` without its invisible characters."""
    if text.isprintable():
        return text
    return _hidden().sub(lambda match: "" if match["hidden"] else match[0], text)


def visible(text: str) -> str:
    """Return `text` with each invisible character as `<U+202E>`: safe for a terminal or a page."""
    if text.isprintable():
        return text
    return _hidden().sub(lambda match: f"<U+{ord(match[0]):04X}>" if match["hidden"] else match[0], text)


def shown_name(name: object) -> str:
    """Return a file name, a path or a typed word for a message: on one line, without invisible characters."""
    return visible(str(name)).replace("\n", "<U+000A>").replace("\t", "<U+0009>")
