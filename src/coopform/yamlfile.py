"""YAML text to nodes with their places, in one pass over the parser's events.

Every scalar is text: `no`, `01`, `12:30` and `2015` stay what was typed. What YAML accepts but a case
file does not mean (duplicate keys, aliases, tags, deep nesting, several documents) is refused by name.
What YAML swallows without a word (the end of a text after ` #`, bullets that melt into one text) is
found by `losses`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from coopform import losses, syntax
from coopform.problem import Problem
from coopform.source import Source
from coopform.text import fold

# Three levels of points under a rubric, a partner or a body of a reading: eight levels at most are meant.
# The parser is quadratic in depth, so the limit is low and checked inside the loop.
MAX_DEPTH = 32
# A long case has some 300 values; beyond this a file is no case, and printing it would only hurt.
MAX_NODES = 20_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed: `plain` when it stood without quotes."""

    value: str
    start: int
    end: int
    plain: bool = True


@dataclass(slots=True)
class List:
    """A sequence of nodes."""

    items: list["Node"]
    start: int
    end: int


@dataclass(slots=True)
class Map:
    """A mapping as ordered pairs; keys are unique after folding case and accents."""

    pairs: list[tuple[Text, "Node"]]
    start: int
    end: int
    flow: bool = False


Node = Text | List | Map


@dataclass(slots=True)
class Parsed:
    """What a text holds: its root node (None when it cannot be read whole) and the problems met."""

    root: Node | None
    problems: list[Problem] = field(default_factory=list)


class _Refused(Exception):
    """Stops the pass: going on would only cost time or name the same fault again."""


def parse(source: Source) -> Parsed:
    """Parse a source into nodes.

    Returns:
        The root and the problems in the order of the text. After a fault of syntax the root is None and
        every block that stands at the margin has been tried alone, so that each broken one is named.
    """
    builder = _Builder(source)
    try:
        builder.build(yaml.parse(source.text, Loader=_LOADER))
    except _Refused:
        return Parsed(None, builder.problems)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, _syntax_problems(source, error))
    if any(problem.code in _NO_ROOT for problem in builder.problems):
        return Parsed(None, builder.problems)
    return Parsed(builder.root, builder.problems)


# A tag, an anchor or a comma in braces may stand where the author meant words: what was read is not his text.
_NO_ROOT = {"several-documents", "alias", "anchor", "tag"}


class _Builder:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self.documents = 0
        self.nodes = 0
        self.open: list[List | Map] = []
        # One entry for each open node: the key that waits for its value, in a mapping.
        self.keys: list[Text | None] = []
        self.seen: list[dict[str, Text]] = []

    def build(self, events: Iterable[Any]) -> None:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._refuse_marks(event)
                self._push(Map([], event.start_mark.index, event.end_mark.index, bool(event.flow_style)))
            elif kind is yaml.SequenceStartEvent:
                self._refuse_marks(event)
                self._push(List([], event.start_mark.index, event.end_mark.index))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._pop(event)
            elif kind is yaml.AliasEvent:
                self._problem("alias", event, name=event.anchor)
                self._add(Text("", event.start_mark.index, event.end_mark.index))
            elif kind is yaml.DocumentStartEvent:
                self._document(event)

    def _document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self._problem("several-documents", event)
            raise _Refused

    def _scalar(self, event: Any) -> None:
        self._refuse_marks(event)
        text = Text(event.value, event.start_mark.index, event.end_mark.index, not event.style)
        if text.plain:
            self.problems.extend(losses.in_plain_text(self.source, text.start, text.end))
        elif event.style in "|>":
            self.problems.extend(losses.in_block_text(self.source, text.start, text.end))
        self._add(text)

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("anchor", event, name=event.anchor)
        if event.tag is not None:
            self._problem("tag", event, name=event.tag)

    def _push(self, node: List | Map) -> None:
        if len(self.open) >= MAX_DEPTH:
            self.problems.append(self.source.problem("too-deep", node.start, node.end, limit=str(MAX_DEPTH)))
            raise _Refused
        self._add(node)
        self.open.append(node)
        self.keys.append(None)
        self.seen.append({})

    def _pop(self, event: Any) -> None:
        self.open.pop().end = event.end_mark.index
        self.keys.pop()
        self.seen.pop()

    def _add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self.problems.append(self.source.problem("too-many-values", node.start, node.end, limit=str(MAX_NODES)))
            raise _Refused
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, List):
            parent.items.append(node)
        elif self.keys[-1] is None:
            self._key(node)
        else:
            key = self.keys[-1]
            self.keys[-1] = None
            self._value(parent, key, node)

    def _key(self, node: Node) -> None:
        if not isinstance(node, Text):
            self.problems.append(self.source.problem("complex-key", node.start, node.end))
            raise _Refused
        self.keys[-1] = node
        first = self.seen[-1].setdefault(fold(node.value), node)
        if first is not node:
            self.problems.append(
                self.source.problem(
                    "duplicate-key",
                    node.start,
                    node.end,
                    key=node.value,
                    line=str(self.source.position(first.start).line),
                )
            )

    def _value(self, parent: Map, key: Text, node: Node) -> None:
        if parent.flow and isinstance(node, Text) and node.plain and node.start == node.end:
            self.problems.append(self.source.problem("flow-comma", key.start, key.end, text=key.value))
        parent.pairs.append((key, node))

    def _problem(self, code: str, event: Any, **params: str) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self.problems.append(self.source.problem(code, start, end, **params))


# A key at the margin begins a block; so do quotes and letters of any alphabet, not a dash, hash or space.
_BLOCK_START = re.compile(r"^(?=[^\s#\-\]}])[^\n\r]*?:(?=\s|$)", re.MULTILINE)


def _syntax_problems(source: Source, error: yaml.MarkedYAMLError) -> list[Problem]:
    """Return a problem for each block at the margin that cannot be read alone, else the error itself."""
    found = []
    starts = [match.start() for match in _BLOCK_START.finditer(source.text)]
    for start, end in zip(starts, [*starts[1:], len(source.text)], strict=True):
        try:
            for _ in yaml.parse(source.text[start:end], Loader=_LOADER):
                pass
        except yaml.MarkedYAMLError as fault:
            found.append(syntax.explain(source, fault, start, end))
    return found or [syntax.explain(source, error, 0, len(source.text))]
