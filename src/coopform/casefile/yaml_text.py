"""Write texts, lists and mappings as the YAML that people type: lists indented under their key, few quotes.

PyYAML takes most of the time of an import, so it is asked only for the quotes of texts that may need some.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml import parser
from coopform.text.quotation import opens_quotation

# Texts in a case file, but null to editors, which would report a missing title.
_NOTHING = ("~", "null", "Null", "NULL")
# A text that needs no quotes and raises no warning: it begins with a letter or digit, but not like an item of a list,
# and no sign of YAML is in it. Longer texts are rare.
_PLAIN = re.compile(r"(?!(?:\d+|[^\W\d_])[.)/]|o )[^\W_](?:[^\W_]|[-’'(),.;!?/%«»…–—+°€\xa0]| (?![ \n]|$)){0,2000}")
_STEP = 2


@dataclass(frozen=True, slots=True)
class YamlStyle:
    """How lists and mappings are written.

    Attributes:
        hyphen: before an item.
        colon: after a key.
        is_quoted: whether a text with several paragraphs is written in quotes, on one line.
    """

    hyphen: str = "-"
    colon: str = ":"
    is_quoted: Callable[[str], bool] = lambda text: False  # noqa: ARG005


CASE_FILE = YamlStyle()


def as_yaml(data: Any, style: YamlStyle = CASE_FILE) -> str:
    """Return texts, lists and mappings as YAML."""
    if not data or not isinstance(data, dict | list | tuple):
        return f"{_inline(data, style, 0)}\n"
    return "".join(f"{line}\n" for line in _lines(data, style, 0))


def _lines(data: Any, style: YamlStyle, column: int) -> Iterator[str]:
    """Yield the lines of a list or a mapping that begins at a column."""
    margin = " " * column
    if isinstance(data, dict):
        for key, value in data.items():
            head = f"{margin}{_key(key)}{style.colon}"
            if value and isinstance(value, dict | list | tuple):
                yield head
                yield from _lines(value, style, column + _STEP)
            else:
                yield _after(head, _inline(value, style, column))
        return
    for value in data:
        if value and isinstance(value, dict | list | tuple):
            first, *others = _lines(value, style, column + _STEP)
            yield f"{margin}{style.hyphen} {first[column + _STEP :]}"
            yield from others
        else:
            yield _after(f"{margin}{style.hyphen}", _inline(value, style, column))


def _after(head: str, text: str) -> str:
    return f"{head} {text}" if text else head


def _inline(value: Any, style: YamlStyle, column: int) -> str:
    """Return an empty list or mapping, or a text; the lines of a block text are indented from a column."""
    if isinstance(value, str):
        if _is_plain(value):
            return value
        # Without an item after it, a text that ends with empty lines would be followed by the end of the document.
        emitted = _emitted([_Quoted(value) if style.is_quoted(value) else value, ""])
        first, *others = emitted.removeprefix("-").removeprefix(" ").removesuffix("\n-").split("\n")
        return "\n".join([first, *(f"{' ' * column}{line}" if line else "" for line in others)])
    return "[]" if value == [] or value == () else "{}" if value == {} else _emitted(value)


def _key(text: Any) -> str:
    if isinstance(text, str) and _is_plain(text):
        return text
    return _emitted({text: ""}).removesuffix(":")


def _is_plain(text: str) -> bool:
    return _PLAIN.fullmatch(text) is not None and text not in _NOTHING and not opens_quotation(text)


def _emitted(data: Any) -> str:
    return yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10**9).removesuffix("\n")


class _Quoted(str):
    """A text to be written in quotes."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Writes a text with the quotes that it needs, and texts with several paragraphs as block texts."""

    def check_simple_key(self) -> bool:
        """Write long labels before their colon and not after « ? »."""
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    # An empty text is written as nothing.
    if (
        text
        and style is None
        and (text in _NOTHING or opens_quotation(text) or parser.parse(Source("", f"- {text}\n")).problems)
    ):
        # Without quotes the text would be reported, or its colon taken for one inside a quotation.
        # Single quotes need no backslash escapes.
        style = "'" if '"' in text or "\\" in text else '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_quoted(dumper: yaml.SafeDumper, text: _Quoted) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style='"')


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(_Quoted, _represent_quoted)
# Every scalar of a case file is a text: `2015-03-05` and `no` need no quotes.
_Dumper.yaml_implicit_resolvers = {}
