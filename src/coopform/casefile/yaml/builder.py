"""The nodes of a text, each looked at: what YAML accepts but a case file does not mean is refused by name."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml import composer
from coopform.casefile.yaml.composer import BeyondLimit, Refused
from coopform.casefile.yaml.faults import notes, silent_losses
from coopform.casefile.yaml.faults.fault import Edit, in_quotes, mended, without_middle
from coopform.casefile.yaml.faults.notes import Notes
from coopform.casefile.yaml.nodes import Composed, List, Lost, Map, Node, Text, mark_at, span
from coopform.model.limits import MAX_DEPTH, MAX_NODES, MAX_TEXT
from coopform.problems import catalogue
from coopform.problems.problem import Problem

# Where an alias, an anchor or a tag may be.
_NAME = re.compile(r"(?:\A|[\r\n\[{,:?-])[ \t]*+[&*!]")


class Builder:
    """The nodes of a text that begins at `offset` of the source.

    Attributes:
        root: the node of the text, None when nothing is in it.
        problems: the problems met.
        faulty: the numbers of the lines that are not read as typed.
        nodes: how many nodes of the source are known.
    """

    def __init__(self, source: Source, offset: int = 0, nodes: int = 0, most: int = MAX_NODES) -> None:
        self.source = source
        self.most = most
        self.offset = offset
        self.problems: list[Problem] = []
        self.faulty: set[int] = set()
        self.root: Node | None = None
        self.nodes = nodes
        self.notes = Notes(source, "", offset)
        # The events of aliases, anchors and tags that were not reached.
        self.named: deque[Any] = deque()
        # Where values with a name end, which are lost; whether it is an alias.
        self.names: dict[int, bool] = {}
        # The lists and mappings around the node that is looked at, the outermost first.
        self.around: list[List | Map] = []
        # How many keys that are lists or mappings are around it.
        self.complex_keys = 0

    def build(self, text: str) -> None:
        """Make the nodes of a text.

        Raises:
            Refused: a limit was met.
            yaml.YAMLError: the text is no YAML.
        """
        composed = self._without_names(text) if _NAME.search(text) else text
        try:
            root, count, _ = composer.compose(composed, self.most - self.nodes)
        except BeyondLimit:
            # Its place is that of an event.
            for _ in self._events(text):
                pass
            raise
        self.nodes += count
        self.notes = Notes(self.source, text, self.offset)
        self.root = None if root is None else self._look(root)
        self._reach(len(text))

    def _events(self, text: str) -> Iterator[Any]:
        return composer.events(self.source, text, self.offset, self.nodes, self.most)

    def _without_names(self, text: str) -> str:
        """Return a text as it is composed: quotes in the place of an alias, spaces in that of an anchor used before."""
        edits = []
        anchors = set()
        for event in self._events(text):
            anchor: str | None = getattr(event, "anchor", None)
            if anchor is None and getattr(event, "tag", None) is None:
                continue
            self.named.append(event)
            is_alias = isinstance(event, yaml.AliasEvent)
            start, end = event.start_mark.index, event.end_mark.index
            if is_alias:
                edits.append(Edit(start, f"'{text[start + 2 : end]}'"))
            elif anchor and anchor in anchors:
                edits.append(Edit(text.index("&", start), " " * (len(anchor) + 1)))
            anchors.add(anchor)
            if is_alias or isinstance(event, yaml.ScalarEvent):
                self.names[end] = is_alias
        return mended(text, edits)

    def _reach(self, index: int) -> None:
        """Report the notes and the names up to the index of a node in the text."""
        self._report_all(self.notes.up_to(index, self.around))
        while self.named and self.named[0].start_mark.index <= index:
            event = self.named.popleft()
            start, end = event.start_mark.index + self.offset, event.end_mark.index + self.offset
            anchor, tag = event.anchor, getattr(event, "tag", None)
            if isinstance(event, yaml.AliasEvent):
                self._refuse("alias", start, end, name=anchor)
            elif anchor is not None:
                self._refuse("anchor", start, end, name=anchor)
            if tag is not None:
                self._refuse("tag", start, end, name=tag)

    def _look(self, node: Composed) -> Node:
        """Report what is wrong with a node and the nodes inside it; return it, or the lost value that it is."""
        first, last = span(node)
        self._reach(first)
        if self.offset:
            node.start_mark, node.end_mark = mark_at(first + self.offset), mark_at(last + self.offset)
        if isinstance(node, Text):
            return self._text(node, first, last)
        if len(self.around) == MAX_DEPTH:
            raise Refused(self.source.problem("too-deep", *_beginning(node), limit=str(MAX_DEPTH)))
        self.around.append(node)
        if isinstance(node, List):
            node.value = [item for item in map(self._look, node.value) if not isinstance(item, Lost)]
        else:
            node.value = [pair for key, value in node.value if (pair := self._pair(node, key, value))]
        self._reach(last - bool(node.flow_style))
        self.around.pop()
        if node.flow_style:
            self.notes.skip(first, last)
        return node

    def _text(self, node: Text, first: int, last: int) -> Node:
        start, end = span(node)
        is_alias = self.names.get(last)
        if not is_alias:
            self.notes.skip(first, last)
        if is_alias is not None:
            return Lost(start, end)
        if end - start > MAX_TEXT:
            self._refuse("text-too-long", start, end, limit=str(MAX_TEXT))
            return Lost(start, end)
        problem = None
        if not node.style:
            problem = silent_losses.in_empty_text(self.source, end) if start == end else None
            self._report_all(silent_losses.in_plain_text(self.source, start, end))
        elif node.style in "|>":
            problem = self._block_text(node, start, end)
        else:
            self._report_all(silent_losses.in_quoted_text(self.source, start, end))
        if problem is None:
            return node
        self._report(problem)
        return Lost(start, end)

    def _block_text(self, node: Text, start: int, end: int) -> Problem | None:
        """Report what is wrong with a text after `|` or `>`; return the error for which it is lost, if any."""
        problem = silent_losses.in_block_header(self.source, start, end)
        note = notes.in_block_header(self.source, start, is_empty=not node.value.strip())
        if note and catalogue.is_error(note):
            problem = problem or note
        elif note:
            self.problems.append(note)
        self.problems.extend(silent_losses.in_block_text(self.source, start, end))
        return problem

    def _pair(self, parent: Map, typed: Composed, under: Composed) -> tuple[Text, Node] | None:
        """Return a key and its value, each looked at; None when the key is lost."""
        key, value = self._key(typed), self._look(under)
        if not isinstance(key, Text):
            return None
        start, end = span(key)
        if parent.flow_style and isinstance(value, Text) and not value.style and not value.value:
            # A key without a space after its colon was named already.
            if self.source.line_of(start) not in self.faulty:
                self._report(silent_losses.in_braces(self.source, span(parent)[0], start, end))
            value = Lost(*span(value))
        return key, value

    def _key(self, node: Composed) -> Node:
        if not isinstance(node, Text):
            return self._complex_key(node)
        key = self._look(node)
        start, end = span(key)
        if isinstance(key, Lost) or not silent_losses.has_question_mark(self.source, start):
            return key
        self._report(silent_losses.question_mark(self.source, start, end))
        return Lost(start, end)

    def _complex_key(self, node: List | Map) -> Lost:
        """Report a key that is a list or a mapping, unless it is inside another one."""
        start = node.start_mark.index + self.offset
        self._reach(node.start_mark.index)
        if not self.complex_keys:
            end = start + bool(node.flow_style)
            self._report(self.source.problem("complex-key", start, end, text=self._rest_of_line(start)))
        self.complex_keys += 1
        self._look(node)
        self.complex_keys -= 1
        return Lost(*span(node))

    def _refuse(self, code: str, start: int, end: int, **params: str) -> None:
        self._report(self.source.problem(code, start, end, text=self._rest_of_line(start), **params))

    def _rest_of_line(self, start: int) -> str:
        """Return the text from `start` to the end of its line, in quotes, as a help line proposes it."""
        line = self.source.line_of(start)
        column = start - self.source.line_start(line)
        # No more than is kept of it: thousands of these may be on one line.
        return in_quotes(without_middle(self.source.lines[line - 1], column))

    def _report_all(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if catalogue.is_error(problem):
                self._report(problem)
            else:
                self.problems.append(problem)

    def _report(self, problem: Problem) -> None:
        """Report a problem whose line is not read as typed."""
        self.problems.append(problem)
        self.faulty.add(problem.start.line)


def _beginning(node: List | Map) -> tuple[int, int]:
    """Return where the beginning of a list or a mapping is: its bracket, or the place of its first key or hyphen."""
    start = node.start_mark.index
    return start, start + bool(node.flow_style)
