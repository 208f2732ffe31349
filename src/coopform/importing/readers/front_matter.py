"""The front matter of a Markdown file: keys and texts between two lines of hyphens, or pandoc's lines with %."""

import re
from dataclasses import dataclass
from typing import Any

from coopform.casefile.source import Source
from coopform.casefile.yaml import nodes, parser
from coopform.importing.blocks import Aside, AsideKind, TextLine
from coopform.problems import catalogue

_RULE = "---"
_ENDS = (_RULE, "...")
# A longer one is no front matter but the text after a rule.
_MOST_LINES = 500
_KEY = re.compile(r"([^\W\d][\w -]{0,40}?)\s*:(?:\s+(.*))?")
_TITLE_BLOCK = ("title", "author", "date")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What is above the text of a file.

    Attributes:
        texts: the keys, each with its text.
        remarks: the comments between them.
        lines: how many lines of the file it has.
    """

    texts: tuple[tuple[str, str], ...] = ()
    remarks: tuple[Aside, ...] = ()
    lines: int = 0


def front_matter(lines: list[str]) -> FrontMatter:
    """Return the front matter at the beginning of these lines; empty without one."""
    if lines and lines[0].rstrip() == _RULE:
        return _yaml(lines)
    if lines and lines[0].startswith("% "):
        return _title_block(lines)
    return FrontMatter()


def _yaml(lines: list[str]) -> FrontMatter:
    end = next((at for at, line in enumerate(lines[:_MOST_LINES]) if at and line.rstrip() in _ENDS), None)
    if end is None:
        return FrontMatter()
    inside = lines[1:end]
    data = _parsed(inside)
    if not data:
        return FrontMatter()
    remarks = tuple(
        Aside(AsideKind.COMMENT, (TextLine(line.lstrip("# ").rstrip(), place=place),), place)
        for number, line in enumerate(inside, start=2)
        if line.lstrip().startswith("#") and line.strip("# \t")
        for place in [f"line {number}"]
    )
    texts = tuple((str(key), text) for key, value in data.items() if (text := "\n".join(_texts(value))))
    return FrontMatter(texts, remarks, end + 1)


def _parsed(lines: list[str]) -> dict[str, Any]:
    """Return the keys of these lines, line by line if they are not valid YAML (« title: Eau : un accord »)."""
    parsed = parser.parse(Source("", "\n".join(lines) + "\n"), _MOST_LINES, 10 * _MOST_LINES)
    if parsed.root is not None and not any(map(catalogue.is_error, parsed.problems)):
        data = nodes.plain(parsed.root)
        return data if isinstance(data, dict) else {}
    found: dict[str, list[str]] = {}
    for line in (line for line in lines if not line.startswith("#")):
        key = _KEY.fullmatch(line)
        if key:
            found.setdefault(key[1], []).append((key[2] or "").strip("\"'[] "))
        elif found:
            next(reversed(found.values())).append(line.strip("\"'- "))
        elif line.strip():
            return {}
    return {key: "\n".join(filter(None, texts)) for key, texts in found.items()}


def _texts(value: Any) -> list[str]:
    """Return the texts in a value, each with the keys above it."""
    if isinstance(value, list):
        return [text for item in value for text in _texts(item)]
    if isinstance(value, dict):
        return [f"{key} : {text}" for key, under in value.items() for text in _texts(under)]
    return [text] if value is not None and (text := str(value).strip()) else []


def _title_block(lines: list[str]) -> FrontMatter:
    """Return the title, the authors and the date of up to three lines that begin with %."""
    count = next((at for at, line in enumerate(lines) if not line.startswith("%")), len(lines))
    count = min(count, len(_TITLE_BLOCK))
    found = zip(_TITLE_BLOCK, (line.lstrip("% ").strip() for line in lines[:count]), strict=False)
    return FrontMatter(tuple((key, re.sub(r"\s*;\s*", "\n", text)) for key, text in found if text), (), count)
