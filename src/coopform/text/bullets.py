"""The bullets that people and office programs put before an item of a list.

There are two rules. In outlines, which `new` asks for and case files are (`BULLET`), a number is a bullet, and so is a
hyphen glued to a word or to what counts or dates something. In documents of others (`without_bullet`), a hyphen glued
to a word is one too; numbers are read apart (`NUMBER`), and the lines around decide about a hyphen glued to a number.
"""

import re

from coopform.text.amounts import AMOUNT
from coopform.text.characters import HYPHENS, OTHER_SPACES

# Bullets and nothing else, wherever a text begins; the private characters are those of Word's symbol fonts.
SIGNS = "•◦▪‣·●○■□∙►▶❖◆◇✓✔☑☐➢➤\uf000-\uf0ff"
_ARROWS = "→➔➜⇒"
# Never bullets: what opens a quotation, a bracket or a note, what is not seen, lost letters, halves of flags.
_NO_BULLETS = (
    "\"'«“‘‹(\\[{#\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffd\U0001f1e6-\U0001f1ff\U000e0000-\U000e007f"
)
_BLANK = f"[ {OTHER_SPACES}]"
# The sign of a number (« +20 % », « ≥ 3 », « +33 4… », « § 2 ») is part of the text, and so is a tag of HTML.
OF_NUMBER = rf"[−+±~≈<>≤≥=§€£$]{_BLANK}?\d|-{AMOUNT}"
_OF_WORDS = rf"{OF_NUMBER}|</?[^\W\d]"
# Any sign, once or several times in a row: a bullet where several lines begin with it.
ANY_SIGN = rf"(?!{_OF_WORDS})(?P<sign>[^\w\s{_NO_BULLETS}])(?P=sign)*+"
# Arrows, drawn signs and emoji are bullets at the beginning of a line. Joined, several are one.
_PICTURE = (
    r"[‣⁃∙⋅―\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\uf000-\uf0ff\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
)
_PICTURES = rf"{_PICTURE}(?:\u200d{_PICTURE})*"
_NUMBERS = r"(?:\d{1,2}(?:\.\d{1,2})*[.)/]|\(\d{1,2}\)|[a-zA-Z]\))(?=\s|[^\W\d_])"
_NO_HYPHEN_OF_YAML = rf"-(?=[{OTHER_SPACES}]|[^\s\d-])"
# Before a number a hyphen is a minus (« -5 % »), unless the number counts or dates something: « -5 CC », « -2e axe »,
# « -2015 : une charte ».
_COUNT = rf"(?!{AMOUNT})\d+(?:{_BLANK}\d{{3}})*(?:er|ère|e|ème)?{_BLANK}+[^\W\d_]|\d{{4}}{_BLANK}?(?::(?=\s)|$)"

# In an outline, as people type it: in the place of YAML's hyphen, and after that hyphen. The letters are what the
# bullets of Word become in plain text, where a tab follows them.
_SIGN = rf"(?:\*{{2,4}}(?=[ \t])|[{SIGNS}{_ARROWS}–—*])"
_LETTERS = r"[lnoqtuvwxzàüØ§Ÿ](?=\t)"
_BEFORE_WORDS = rf"(?=[ \t]++(?!{AMOUNT}))"
TYPED = rf"{_SIGN}|{_PICTURES}|[-=]{{1,2}}>|--(?=\s)|[‐‑−+]{_BEFORE_WORDS}|{_LETTERS}|o(?= )|{_NUMBERS}"
BULLET = re.compile(rf"[ \t{OTHER_SPACES}]*(?P<bullet>{TYPED}|{_NO_HYPHEN_OF_YAML}|-(?={_COUNT}))")
BULLET_IN_ITEM = re.compile(rf"(?P<bullet>{_SIGN}|[-=]{{1,2}}>|\+{_BEFORE_WORDS}|{_LETTERS}|{_NO_HYPHEN_OF_YAML})")

# In a line of a document: numbers are words, arrows need a space after them, and so do hyphens before a number, which
# may be a minus sign (`importing/lines/glued_hyphens.py` decides by the lines around).
_GLUED_HYPHEN = rf"[{HYPHENS}](?=[^\W\d_]|[«“\"(])"
_AT_START = re.compile(rf"\s*(?:[{SIGNS}]\s*|[{HYPHENS}*+{_ARROWS}>](?:\s+|$)|{_GLUED_HYPHEN}|o(?:\t\s*|\s{{2,}}))")
# A middle dot between two words separates them: « Lieu · date ».
_INSIDE = re.compile(rf"(?:^|\s)[{SIGNS.replace('·', '')}]\s+")
_ARROW = re.compile(rf"\s*[{_ARROWS}➢➤►]\s*(?=\S)")
NUMBER = re.compile(r"\s*((?:\d{1,2}|[a-zA-Z])[.)])\s+")


def without_bullet(text: str) -> tuple[str, bool]:
    """Return a line of a document without its bullet, and whether it had one."""
    match = _AT_START.match(text)
    return (text[match.end() :], True) if match else (text, False)


def without_arrow(text: str) -> tuple[str, bool]:
    """Return a line of a document without the arrow that begins it (« → Entente »), and whether it had one."""
    match = _ARROW.match(text)
    return (text[match.end() :], True) if match else (text, False)


def items(text: str) -> list[tuple[str, bool]]:
    """Return the items in one line of a document (« ✓ un ✓ deux »), each with whether it had a bullet."""
    first, *others = _INSIDE.split(text)
    found = [without_bullet(first)] if first.strip() else []
    return [*found, *((other, True) for other in others)]
