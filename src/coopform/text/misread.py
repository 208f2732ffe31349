"""Accents and signs that a program misread or encoded: « coopÃ©ration », « lâ€™eau », « coop&eacute;ration ».

The program took UTF-8 for Windows-1252, for the code pages of a console or for that of old Macintoshes; or it wrote
entities of HTML, or the codes of e-mails (quoted-printable).
"""

import html
import re
from collections.abc import Iterator
from functools import cache
from html.entities import name2codepoint

# Beside Windows-1252: a console, in Europe and in America, and Macintosh.
_OTHER_PAGES = ("cp850", "cp437", "mac_roman")
# The first bytes of Latin letters (two bytes), and the first two of punctuation, signs and the byte-order mark (three).
_OF_TWO = b"\xc2\xc3\xc5"
_OF_THREE = (b"\xe2\x80", b"\xe2\x82", b"\xe2\x84", b"\xef\xbb")
_FURTHER = bytes(range(0x80, 0xC0))
# One of these is in each misread or encoded character but some rare ones, and few texts have any.
_SIGNS = "ÃÂ€Å¿¬Ô‚=├┬┼√≈Γ"
# With the first signs of all others: of entities, of « â„¢ », of the byte-order mark in consoles.
_ALL_SIGNS = f"{_SIGNS}&âï╗"
# A misread text may have been saved and misread again.
_MOST_TIMES = 3


@cache
def _misread() -> re.Pattern[str]:
    """Compile the expression on first use: most texts do not need it."""
    # Five of these bytes have no meaning in Windows-1252 and stay controls.
    after = re.escape("".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in _FURTHER))
    # The second sign of « Ã\u00a0 » (à) is a non-breaking space, which a copy may turn into an ordinary one, or join
    # with the space after it.
    a = r"(?P<a>Ã\u00a0|(?<![A-ZÀ-Ý])Ã (?=[ \w]))(?P<glued>(?=\w))?"
    # Likewise « Â\u00a0 » before the signs that a non-breaking space precedes.
    space = r"(?P<space>(?<=[\w»)])Â)(?= [:;!?»%€])"
    entity = r"(?P<entity>&(?:#[1-9]\d{1,4}|#[xX][0-9a-fA-F]{2,5}|[A-Za-z]{2,8}\d{0,2});)"
    # « y=C3=AA » is a formula: after one letter only the words là, où, né, dû are certain, unless letters follow.
    two = "=C[235]=[89AB][0-9A-F]"
    certain = rf"(?<!(?<!\w)\w){two}|{two}(?=[a-z=])|(?<=[Ll])=C3=A0|(?<=[Oo])=C3=B9|(?<=n)=C3=A9|(?<=d)=C3=BB"
    mail = rf"(?P<mail>{certain}|=E2(?:=[89AB][0-9A-F]){{2}})"
    pages = "|".join(map(_of_page, _OTHER_PAGES))
    return re.compile(rf"{a}|{space}|[ÂÃÅ][{after}]|[âï][{after}]{{2}}|{entity}|{mail}|{pages}")


def _of_page(page: str) -> str:
    """Return the expression, in a group of its name, of what UTF-8 becomes in a code page."""
    after = re.escape(_FURTHER.decode(page))
    heads = "|".join(re.escape(head.decode(page)) for head in _OF_THREE)
    return f"(?P<{page}>(?:[{_OF_TWO.decode(page)}]|{heads})[{after}])"


def read_again(text: str) -> str:
    """Return a text with its misread and encoded characters as they were; others do not change."""
    if not any(sign in text for sign in _ALL_SIGNS):
        return text
    for _ in range(_MOST_TIMES):
        before, text = text, _misread().sub(_character, text)
        if text == before:
            break
    return text


def first_misread(text: str) -> re.Match[str] | None:
    """Return the first misread or encoded character of a text, if any."""
    # A search for single characters costs least (`python -m tests.benchmarks --only instructions`).
    for sign in _SIGNS:
        if sign in text:
            return next(_found(text), None)
    return next(_found(text), None) if "&" in text and ";" in text else None


def is_misread_throughout(text: str) -> bool:
    """Return whether a text has no characters beyond ASCII but misread ones: then the whole of it was misread."""
    return _misread().sub("", text).isascii()


def encoded(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield the entities and the codes of e-mails of a text, each with its character."""
    for found in _misread().finditer(text):
        if (found["entity"] or found["mail"]) and (character := _character(found)) != found[0]:
            yield found, character


def _found(text: str) -> Iterator[re.Match[str]]:
    return (found for found in _misread().finditer(text) if _character(found) != found[0])


def _character(found: re.Match[str]) -> str:
    if found["a"]:
        return "à" if found["glued"] is None else "à "
    if found["space"]:
        return ""
    if found["entity"]:
        return _of_entity(found[0])
    try:
        return _bytes_of(found).decode("utf-8")
    except UnicodeDecodeError:
        return found[0]


def _bytes_of(found: re.Match[str]) -> bytes:
    """Return the bytes of a character in UTF-8."""
    if found["mail"]:
        return bytes.fromhex(found[0].replace("=", ""))
    for page in _OTHER_PAGES:
        if found[page]:
            return found[0].encode(page)
    return b"".join(sign.encode("cp1252") if sign > "\x9f" else sign.encode("latin-1") for sign in found[0])


def _of_entity(entity: str) -> str:
    """Return the character of an entity; the entity itself when there is none, or one that YAML gives a meaning.

    `html` also takes the beginning of a word for one: « R&region; ».
    """
    name = entity[1:-1]
    character = html.unescape(entity) if name[0] == "#" or name in name2codepoint or name == "apos" else entity
    if character == "'":
        return "’"
    return character if character == "&" or character > "\x9f" else entity
