"""YAML text to nodes with their places, in one pass over the parser's events.

Every scalar is text: `no`, `01`, `12:30` and `2015` stay what was typed. What YAML accepts but a case
file does not mean (aliases, tags, deep nesting, several documents) is refused by name. What YAML
swallows without a word (the end of a text after ` #`, bullets that melt into one text) is found by
`losses`. What the parser refuses is explained by `syntax`, and the rest of the file is read all the same.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from coopform import catalogue, colons, layout, losses, syntax
from coopform.block import Block
from coopform.faults import Edit, Fault, mended
from coopform.keys import CASE, RECUEIL
from coopform.limits import MAX_DEPTH, MAX_FAULTS, MAX_LINES, MAX_NODES, MAX_TEXT
from coopform.problem import Position, Problem
from coopform.source import Source
from coopform.text import fold

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

# YAML ends a line where no editor does: a text that holds one of these would be cut without a word.
_LINE_ENDS_OF_YAML = str.maketrans("\u0085\u2028\u2029", "   ")
# A line that looks blank is blank, whatever kind of space it holds.
_BLANK_LINE = re.compile(r"(?:^|(?<=[\r\n]))[ \t\u00a0\u202f]++(?=[\r\n]|\Z)")
_DOCUMENT_MARK = re.compile(r"^(?:---|\.\.\.)(?=[ \t]|$)")
_CONFLICT_MARK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \t]|$)")


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar, as typed: `plain` when it stood without quotes."""

    value: str
    start: int
    end: int
    plain: bool = True


@dataclass(slots=True)
class List:
    """A sequence of nodes; `flow` when it stood in square brackets."""

    items: list["Node"]
    start: int
    end: int
    flow: bool = False


@dataclass(slots=True)
class Map:
    """A mapping as ordered pairs; a key may stand twice."""

    pairs: list[tuple[Text, "Node"]]
    start: int
    end: int
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """A value that cannot be read, for which a problem was reported."""

    start: int
    end: int


Node = Text | List | Map | Lost


@dataclass(slots=True)
class Parsed:
    """What a text holds.

    Attributes:
        root: the node of the whole file, None when nothing of it can be read.
        problems: the problems met.
        faulty: the numbers of the lines that were not read as they stand: what is wrong with their values
            would only follow from the problem reported.
    """

    root: Node | None
    problems: list[Problem] = field(default_factory=list)
    faulty: set[int] = field(default_factory=set)


class _Refused(Exception):
    """Stops the pass at a limit: going on would only cost time, and the one problem says enough."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def parse(source: Source) -> Parsed:
    """Parse a source into nodes.

    Returns:
        The root and the problems. After a fault of syntax every block that begins at the margin is read
        alone: the faults of each are named, and the root holds what could be read.
    """
    if _line_count(source.text) > MAX_LINES:
        start = Position(MAX_LINES + 1, 1)
        return Parsed(None, [Problem(source.path, start, start, "too-many-lines", {"limit": str(MAX_LINES)})])
    text = _BLANK_LINE.sub(lambda blank: " " * len(blank[0]), source.text.translate(_LINE_ENDS_OF_YAML))
    builder = _Builder(source)
    try:
        if not any(_DOCUMENT_MARK.match(line) for line in source.lines):
            builder.build(yaml.parse(text, Loader=_LOADER))
            if not isinstance(builder.root, Text) or not builder.root.value.strip():
                return Parsed(builder.root, _once_a_run(builder.problems), builder.faulty)
    except _Refused as refusal:
        return Parsed(None, [refusal.problem])
    except yaml.MarkedYAMLError as error:
        return _Salvage(source, text).run(error)
    return _Salvage(source, text).run(None)


def _line_count(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n") + 1


# What a whole list is typed with is one fault, not one a line.
_HABITS = {
    "typed-bullets",
    "typed-bullet",
    "no-space-after-hyphen",
    "nbsp-after-hyphen",
    "tab-indent",
    "nbsp-indent",
}


def _once_a_run(problems: list[Problem]) -> list[Problem]:
    """Return problems without those that only repeat, line after line, a habit that was named."""
    kept = []
    last: dict[str, int] = {}
    for problem in sorted(problems):
        line = problem.start.line
        if problem.code not in _HABITS or last.get(problem.code, -1) not in (line - 1, line):
            kept.append(problem)
        last[problem.code] = line
    return kept


class _Builder:
    """Makes nodes of the events of a text that begins at `offset` of the source."""

    def __init__(self, source: Source, offset: int = 0, nodes: int = 0) -> None:
        self.source = source
        self.offset = offset
        self.problems: list[Problem] = []
        self.faulty: set[int] = set()
        self.root: Node | None = None
        self.nodes = nodes
        self.open: list[List | Map] = []
        # One entry for each open node: the key that waits for its value, in a mapping.
        self.keys: list[Text | Lost | None] = []

    def build(self, events: Iterable[Any]) -> None:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                self._refuse_marks(event)
                self._push(Map([], *self._span(event), bool(event.flow_style)))
            elif kind is yaml.SequenceStartEvent:
                self._refuse_marks(event)
                self._push(List([], *self._span(event), bool(event.flow_style)))
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._pop(event)
            elif kind is yaml.AliasEvent:
                self._add(self._lost("alias", event, name=event.anchor))

    def _span(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index + self.offset, event.end_mark.index + self.offset

    def _scalar(self, event: Any) -> None:
        start, end = self._span(event)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
            self._add(Lost(start, end))
            return
        if end - start > MAX_TEXT:
            self._add(self._lost("text-too-long", event, limit=str(MAX_TEXT)))
            return
        problem = None
        if not event.style:
            problem = losses.in_empty_text(self.source, end) if start == end else None
            self._report_all(losses.in_plain_text(self.source, start, end))
        elif event.style in "|>":
            problem = losses.in_block_header(self.source, start, end)
            self.problems.extend(losses.in_block_text(self.source, start, end))
        else:
            self._report_all(losses.in_quoted_text(self.source, start, end))
            self.problems.extend(losses.after_value(self.source, end))
        if problem:
            self._report(problem)
            self._add(Lost(start, end))
        else:
            self._add(Text(event.value, start, end, not event.style))

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            self._lost("anchor", event, name=event.anchor)
        if event.tag is not None:
            self._lost("tag", event, name=event.tag)

    def _push(self, node: List | Map) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise _Refused(self.source.problem("too-deep", node.start, node.end, limit=str(MAX_DEPTH)))
        self._add(node)
        self.open.append(node)
        self.keys.append(None)

    def _pop(self, event: Any) -> None:
        node = self.open.pop()
        node.end = event.end_mark.index + self.offset
        self.keys.pop()
        if node.flow:
            self.problems.extend(losses.after_value(self.source, node.end))

    def _add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Refused(self.source.problem("too-many-values", node.start, node.end, limit=str(MAX_NODES)))
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, List):
            if not isinstance(node, Lost):
                parent.items.append(node)
                self.problems.extend(losses.beside_hyphen(self.source, node.start))
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(node)
        else:
            self._value(parent, self.keys[-1], node)
            self.keys[-1] = None

    def _key(self, node: Node) -> Text | Lost:
        if isinstance(node, Lost):
            return node
        if not isinstance(node, Text):
            if not any(isinstance(key, Lost) for key in self.keys):
                self._report(self.source.problem("complex-key", node.start, node.end))
            return Lost(node.start, node.end)
        if losses.has_question_mark(self.source, node.start):
            self._report(losses.question_mark(self.source, node.start, node.end))
            return Lost(node.start, node.end)
        return node

    def _value(self, parent: Map, key: Text | Lost, node: Node) -> None:
        if isinstance(key, Lost):
            return
        if parent.flow and isinstance(node, Text) and node.plain and node.start == node.end:
            # A key without a space after its colon was named already.
            if self.source.position(key.start).line not in self.faulty:
                self._report(losses.in_braces(self.source, parent.start, key.start, key.end))
            node = Lost(node.start, node.end)
        else:
            self.problems.extend(losses.beside_key(self.source, key.end, node.start))
        parent.pairs.append((key, node))

    def _lost(self, code: str, event: Any, **params: str) -> Lost:
        start, end = self._span(event)
        self._report(self.source.problem(code, start, end, **params))
        return Lost(start, end)

    def _report_all(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if catalogue.is_error(problem):
                self._report(problem)
            else:
                self.problems.append(problem)

    def _report(self, problem: Problem) -> None:
        """Report a problem whose line is not read as it stands."""
        self.problems.append(problem)
        self.faulty.add(problem.start.line)


class _Salvage:
    """Reads a text that the parser refuses: block by block, mended in memory where a fault is recognised."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.problems: list[Problem] = []
        self.faulty: set[int] = set()
        self.pairs: list[tuple[Text, Node]] = []
        self.nodes = 0

    def run(self, error: yaml.MarkedYAMLError | None) -> Parsed:
        for number, line in enumerate(self.source.lines, 1):
            if len(line) > MAX_TEXT:
                start = self.source.line_start(number)
                problem = self.source.problem("text-too-long", start, start + len(line), limit=str(MAX_TEXT))
                return Parsed(None, [problem])
        self._document_marks()
        self._conflict_marks()
        # Same lines and places as the source, without the marks that were reported.
        readable = Source(self.source.path, self.text)
        margin = _margin(readable.lines)
        try:
            for start, end in _blocks(readable, margin):
                if len(self.problems) > MAX_FAULTS:
                    break
                self._block(Block(readable, start, end, margin))
        except _Refused as refusal:
            return Parsed(None, [refusal.problem])
        if error is not None and not any(map(catalogue.is_error, self.problems)):
            mark = error.problem_mark or error.context_mark
            at = mark.index if mark else 0
            self.problems.append(self.source.problem("yaml-syntax", at, at + 1))
        root = Map(self.pairs, 0, len(self.text)) if self.pairs else None
        return Parsed(root, _once_a_run(self.problems), self.faulty)

    def _fault(self, fault: Fault) -> None:
        if fault.problem not in self.problems:
            self.problems.append(fault.problem)
        self.faulty.add(fault.problem.start.line)
        for edit in fault.edits:
            first = self.source.position(edit.start).line
            self.faulty.update(range(first, self.source.position(edit.start + len(edit.text)).line + 1))

    def _blank_lines(self, numbers: Iterable[int]) -> None:
        source = self.source
        edits = [Edit(source.line_start(number), "#" * len(source.lines[number - 1])) for number in numbers]
        self.text = mended(self.text, edits)

    def _document_marks(self) -> None:
        """Report the first line that begins a second document, and read on as if no such line were there."""
        numbers = [number for number, line in enumerate(self.source.lines, 1) if _DOCUMENT_MARK.match(line)]
        filled = [
            number
            for number, line in enumerate(self.source.lines, 1)
            if line.strip() and line[0] not in "#%" and not _DOCUMENT_MARK.match(line)
        ]
        for number in numbers:
            opens = not filled or number < filled[0]
            closes = filled and number > filled[-1] and self.source.lines[number - 1].startswith("...")
            has_words = self.source.lines[number - 1][3:].strip()[:1] not in ("", "#")
            if has_words or not (opens or closes):
                start = self.source.line_start(number)
                self.problems.append(self.source.problem("several-documents", start, start + 3))
                break
        self._blank_lines(numbers)

    def _conflict_marks(self) -> None:
        """Report each merge conflict, and read on with the first of its two texts."""
        marks = [(number, line[0]) for number, line in enumerate(self.source.lines, 1) if _CONFLICT_MARK.match(line)]
        blank = {number for number, _ in marks}
        opened = parted = 0
        for number, sign in marks:
            if sign == "<" or not opened:
                start = self.source.line_start(number)
                self.problems.append(self.source.problem("merge-conflict", start, start + 7))
            if sign == "<":
                opened, parted = number, 0
            elif sign in "=|" and opened:
                parted = parted or number
            elif sign == ">" and opened:
                blank.update(range(parted or number, number))
                opened = 0
        self._blank_lines(sorted(blank))

    def _block(self, block: Block) -> None:
        """Read a block, mending it as long as a fault is recognised in it."""
        text = self.text[block.start : block.end]
        glued = colons.check_glued(block, block.lines[0])
        missing = layout.missing_colon(block)
        if missing and not glued:
            self._fault(missing)
            self._lose(block, missing.problem.params["key"])
            return
        builder = self._try(block, text)
        first = layout.check_first(block) if block.start == 0 else None
        if first:
            self._fault(first)
        if isinstance(builder, _Builder) and (isinstance(builder.root, Map) or builder.root is None):
            self._keep(block, builder)
            return
        if isinstance(builder, _Builder) and not glued and block.start == 0 and block.end == len(self.text):
            self._keep(block, builder)
            return
        for fault in syntax.faults(block):
            self._fault(fault)
            text = mended(text, fault.edits, block.start)
        seen: set[Fault] = set()
        while isinstance(builder := self._try(block, text), yaml.MarkedYAMLError):
            fault = syntax.last_resort(block, builder)
            # What stands under a key that does not exist is not to be put in line: the key is to be changed first.
            if fault.problem.start.line not in self.faulty and not _is_unknown(block.lines[0].key):
                self._fault(fault)
            if not fault.edits or fault in seen or len(seen) > MAX_FAULTS:
                self._lose(block, block.lines[0].key)
                return
            seen.add(fault)
            text = mended(text, fault.edits, block.start)
        self._keep(block, builder)

    def _try(self, block: Block, text: str) -> "_Builder | yaml.MarkedYAMLError":
        builder = _Builder(self.source, block.start, self.nodes)
        try:
            builder.build(yaml.parse(text, Loader=_LOADER))
        except yaml.MarkedYAMLError as error:
            return error
        return builder

    def _keep(self, block: Block, builder: _Builder) -> None:
        self.nodes = builder.nodes
        self.problems.extend(problem for problem in builder.problems if problem.start.line not in self.faulty)
        self.faulty |= builder.faulty
        if isinstance(builder.root, Map):
            self.pairs.extend(builder.root.pairs)
        elif builder.root is not None and builder.root.start != builder.root.end:
            whole = block.start == 0 and block.end == len(self.text)
            code = "not-a-sheet" if whole else "text-at-margin"
            problem = self.source.problem(code, builder.root.start, builder.root.end)
            if problem.start.line not in self.faulty:
                self._fault(Fault(problem))

    def _lose(self, block: Block, key: str) -> None:
        """Give up a block; its key is not missing."""
        self.faulty.update(line.number for line in block.lines[1:])
        if key:
            start, end = block.lines[0].at(block.lines[0].content), block.lines[0].at(len(block.lines[0].text))
            self.pairs.append((Text(key, start, min(start + len(key), end)), Lost(start, end)))


def _margin(lines: list[str]) -> int:
    """Return the column at which most of the keys of a file stand."""
    keyed = [line for line in lines if _KEYED.match(line)]
    known = [line for line in keyed if fold(line.split(":")[0]) in _MARGIN_KEYS]
    indents = Counter(len(line) - len(line.lstrip(" ")) for line in known or keyed)
    return max(indents, key=lambda indent: (indents[indent], -indent), default=0)


def _is_unknown(key: str) -> bool:
    return bool(key) and fold(key).replace(" ", "_") not in _MARGIN_KEYS


_COLON = re.compile(r":(?=[ \t]|$)")
_KEYED = re.compile(r" *[^\s#\-\[\]{}][^:]*+:(?:\s|$)")
_GLUED = re.compile(r"[^\W\d]\w*[ \u00a0\u202f]?:(?=[\u00a0\u202f]|[^\s/:])")
_WORD = re.compile(r"[^\W\d]\w*")


def _blocks(source: Source, margin: int) -> Iterable[tuple[int, int]]:
    """Yield where each block begins and ends: a key at the margin, or what was meant as one, and what follows."""
    starts = [0]
    for number, line in enumerate(source.lines, 1):
        if _begins_block(line, margin):
            starts.append(source.line_start(number))
    ends = [*starts[1:], len(source.text)]
    return ((start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def _begins_block(line: str, margin: int) -> bool:
    if line[:margin].strip() or line[margin : margin + 1] in ("", " ", "\t", "#", "-", "]", "}"):
        return False
    word = _WORD.match(line, margin)
    return bool(_COLON.search(line, margin) or _GLUED.match(line, margin) or (word and fold(word[0]) in _MARGIN_KEYS))


_MARGIN_KEYS = frozenset({*CASE, *RECUEIL})
