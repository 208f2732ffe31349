"""Recognise bullets that people type instead of the hyphens of YAML."""

import re

# Bullets of Word and of outlines.
_SIGNS = r"[•◦▪‣·●○■□–—✓✔☑➢➤→⇒\uf0b7\uf0a7\uf0fc\uf0d8*]"
# More bullets at the start of a line: arrows, symbols and emoji, the letters that bullets of Word become in plain text
# (before a tab), and numbers.
_PICTURE = (
    r"[‣⁃∙⋅―\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\uf000-\uf0ff\U0001f300-\U0001faff][\ufe0f\U0001f3fb-\U0001f3ff]*"
)
# Several joined emoji are one bullet.
_PICTURES = rf"{_PICTURE}(?:\u200d{_PICTURE})*"
_NUMBERS = r"(?:\d{1,2}(?:\.\d{1,2})*[.)/]|\(\d{1,2}\)|[a-zA-Z]\))(?=\s)"
TYPED = rf"{_SIGNS}|{_PICTURES}|[-=]{{1,2}}>|--(?=\s)|[‐‑−+](?=[ \t])|[oqvüØ§](?=\t)|o(?= )|{_NUMBERS}"
BULLET = re.compile(rf"[ \t\u00a0\u202f]*(?P<bullet>{TYPED}|-(?=[\u00a0\u202f]|[^\s\d-]))")
BULLET_IN_ITEM = re.compile(rf"(?P<bullet>{_SIGNS}|\+(?=[ \t])|[oqvüØ§](?=\t)|-(?=[\u00a0\u202f]|[^\s\d-]))")


def bullet_code(match: re.Match[str]) -> str:
    """Return the problem code of a bullet."""
    if match["bullet"] != "-":
        return "typed-bullets"
    after = match.string[match.end("bullet") : match.end("bullet") + 1]
    return "nbsp-after-hyphen" if after in "\u00a0\u202f" else "no-space-after-hyphen"
