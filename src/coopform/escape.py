"""Text as text in Markdown and CSV: nothing in it is markup, a link, a formula or an emoji."""

import re

# What opens an inline construct anywhere in CommonMark or GFM, entities and table cells included.
_INLINE = re.compile(r"[\\`*_\[\]<>&~|$]")
# What opens a block at the beginning of a line: heading, list, rule, setext underline, fence.
_BLOCK = re.compile(r"^(\s*)([#+\-=:]|\d{1,9}(?=[.)]))", re.MULTILINE)
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])", re.MULTILINE)
# GFM makes links of bare addresses, and GitHub pictures of `:words:` and mentions of `@words`.
_AUTOLINK = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
_AT = re.compile(r"@")
_EMOJI = re.compile(r":(?=[\w+-]+:)")
# What spreadsheets take for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def markdown(text: str) -> str:
    """Return `text` so that CommonMark and GFM show its characters and nothing else."""
    text = _INLINE.sub(r"\\\g<0>", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    text = _BLOCK.sub(lambda match: match[0] if match[2][0].isdigit() else f"{match[1]}\\{match[2]}", text)
    text = _AUTOLINK.sub(lambda match: f"{match[1] or match[3]}\\{match[2] or match[4]}", text)
    text = _AT.sub(r"\\@", text)
    return _EMOJI.sub(r"\\:", text)


def csv_cell(text: str) -> str:
    """Return `text` so that a spreadsheet shows it and never computes it: a formula gets an apostrophe."""
    return f"'{text}" if text.startswith(_FORMULA) else text
