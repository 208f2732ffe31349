"""Build nodes and check each of them, and report YAML features that case files do not use."""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml import composer
from coopform.casefile.yaml.composer import BeyondLimit, LimitExceeded
from coopform.casefile.yaml.faults import comments, silent_losses
from coopform.casefile.yaml.faults.changes import Change, changed
from coopform.casefile.yaml.faults.comments import Comments
from coopform.casefile.yaml.faults.quoting import in_quotes, shorten_middle
from coopform.casefile.yaml.nodes import Composed, List, Map, Node, Text, Unreadable, mark_at, span
from coopform.model.limits import MAX_DEPTH, MAX_NODES, MAX_TEXT
from coopform.problems import catalogue
from coopform.problems.problem import Problem

# Where an alias, an anchor or a tag may be.
_NAME = re.compile(r"(?:\A|[\r\n\[{,:?-])[ \t]*+[&*!]")


class Builder:
    """Builds the nodes of a text, and checks each of them.

    Attributes:
        root: the outermost node; None without one.
        problems: of the text, in the order in which they are found.
        faulty_lines: the lines that are not read exactly as typed.
        node_count: how many nodes were built, those before this text included.
    """

    def __init__(self, source: Source, offset: int = 0, nodes: int = 0, most: int = MAX_NODES) -> None:
        """Prepare to build the nodes of a part of a source.

        Args:
            source: the whole text.
            offset: the index at which the part begins.
            nodes: how many nodes were built before it.
            most: how many nodes are allowed.
        """
        self._source = source
        self._most_nodes = most
        self._offset = offset
        self.problems: list[Problem] = []
        self.faulty_lines: set[int] = set()
        self.root: Node | None = None
        self.node_count = nodes
        self._comments = Comments(source, "", offset)
        # The events of aliases, anchors and tags that are not reported yet.
        self._unreported: deque[Any] = deque()
        # By the end of each value with a name, which is unreadable: whether it is an alias.
        self._is_alias: dict[int, bool] = {}
        # The lists and mappings around the node that is checked, the outermost first.
        self._around: list[List | Map] = []
        # The number of keys around it that are lists or mappings.
        self._complex_keys = 0

    def build(self, text: str) -> None:
        """Build the nodes of a text.

        Raises:
            LimitExceeded: the text exceeds a limit.
            yaml.YAMLError: the text is not valid YAML.
        """
        composed = self._without_names(text) if _NAME.search(text) else text
        try:
            root, count, _ = composer.compose(composed, self._most_nodes - self.node_count)
        except BeyondLimit:
            # The events tell at which position: this raises LimitExceeded.
            for _ in self._events(text):
                pass
            raise
        self.node_count += count
        self._comments = Comments(self._source, text, self._offset)
        self.root = None if root is None else self._check(root)
        self._report_up_to(len(text))

    def _events(self, text: str) -> Iterator[Any]:
        return composer.events(self._source, text, self._offset, self.node_count, self._most_nodes)

    def _without_names(self, text: str) -> str:
        """Return a text as it is composed: with quotes in place of an alias, spaces in place of a duplicate anchor."""
        changes = []
        anchors = set()
        for event in self._events(text):
            anchor: str | None = getattr(event, "anchor", None)
            if anchor is None and getattr(event, "tag", None) is None:
                continue
            self._unreported.append(event)
            is_alias = isinstance(event, yaml.AliasEvent)
            start, end = event.start_mark.index, event.end_mark.index
            if is_alias:
                changes.append(Change(start, end, f"'{text[start + 2 : end]}'"))
            elif anchor and anchor in anchors:
                at = text.index("&", start)
                changes.append(Change(at, at + len(anchor) + 1, " " * (len(anchor) + 1)))
            anchors.add(anchor)
            if is_alias or isinstance(event, yaml.ScalarEvent):
                self._is_alias[end] = is_alias
        return changed(text, changes)

    def _report_up_to(self, index: int) -> None:
        """Report the comments and the names up to the index of a node in the text."""
        self._report_all(self._comments.up_to(index, self._around))
        while self._unreported and self._unreported[0].start_mark.index <= index:
            event = self._unreported.popleft()
            start, end = event.start_mark.index + self._offset, event.end_mark.index + self._offset
            anchor, tag = event.anchor, getattr(event, "tag", None)
            if isinstance(event, yaml.AliasEvent):
                self._report_at("alias", start, end, name=anchor)
            elif anchor is not None:
                self._report_at("anchor", start, end, name=anchor)
            if tag is not None:
                self._report_at("tag", start, end, name=tag)

    def _check(self, node: Composed) -> Node:
        """Report the problems of a node and of the nodes inside it; return it, or an unreadable value in its place."""
        first, last = span(node)
        self._report_up_to(first)
        if self._offset:
            node.start_mark, node.end_mark = mark_at(first + self._offset), mark_at(last + self._offset)
        if isinstance(node, Text):
            return self._text(node, first, last)
        if len(self._around) == MAX_DEPTH:
            raise LimitExceeded(self._source.problem("too-deep", *_beginning(node), limit=str(MAX_DEPTH)))
        self._around.append(node)
        if isinstance(node, List):
            node.value = [item for item in map(self._check, node.value) if not isinstance(item, Unreadable)]
        else:
            node.value = [pair for key, value in node.value if (pair := self._pair(node, key, value))]
        self._report_up_to(last - bool(node.flow_style))
        self._around.pop()
        if node.flow_style:
            self._comments.skip(first, last)
        return node

    def _text(self, node: Text, first: int, last: int) -> Node:
        start, end = span(node)
        is_alias = self._is_alias.get(last)
        if not is_alias:
            self._comments.skip(first, last)
        if is_alias is not None:
            return Unreadable(start, end)
        if end - start > MAX_TEXT:
            self._report_at("text-too-long", start, end, limit=str(MAX_TEXT))
            return Unreadable(start, end)
        broken = silent_losses.broken_word(self._source, start, end)
        if broken:
            self.problems.append(broken)
        problem = None
        if not node.style:
            problem = silent_losses.in_empty_text(self._source, end) if start == end else None
            self._report_all(silent_losses.in_plain_text(self._source, start, end))
        elif node.style in "|>":
            problem = self._block_text(node, start, end)
        else:
            self._report_all(silent_losses.in_quoted_text(self._source, start, end))
        if problem is None:
            return node
        self._report(problem)
        return Unreadable(start, end)

    def _block_text(self, node: Text, start: int, end: int) -> Problem | None:
        """Report the problems of a text after `|` or `>`; return the error that makes it unreadable, if any."""
        problem = silent_losses.in_block_header(self._source, start, end)
        comment = comments.in_block_header(self._source, start, is_empty=not node.value.strip())
        if comment and catalogue.is_error(comment):
            problem = problem or comment
        elif comment:
            self.problems.append(comment)
        self.problems.extend(silent_losses.in_block_text(self._source, start, end))
        return problem

    def _pair(self, parent: Map, typed: Composed, under: Composed) -> tuple[Text, Node] | None:
        """Return a key and its value, each checked; None when the key is unreadable."""
        key, value = self._key(typed), self._check(under)
        if not isinstance(key, Text):
            return None
        start, end = span(key)
        if parent.flow_style and isinstance(value, Text) and not value.style and not value.value:
            # A key without a space after its colon is already reported.
            if self._source.line_of(start) not in self.faulty_lines:
                self._report(silent_losses.in_braces(self._source, span(parent)[0], start, end))
            value = Unreadable(*span(value))
        return key, value

    def _key(self, node: Composed) -> Node:
        if not isinstance(node, Text):
            return self._complex_key(node)
        key = self._check(node)
        start, end = span(key)
        if isinstance(key, Unreadable) or not silent_losses.has_question_mark(self._source, start):
            return key
        self._report(silent_losses.question_mark(self._source, start, end))
        return Unreadable(start, end)

    def _complex_key(self, node: List | Map) -> Unreadable:
        """Report a key that is a list or a mapping, unless it is inside another one."""
        start = node.start_mark.index + self._offset
        self._report_up_to(node.start_mark.index)
        # A key of a mapping after “?” is reported itself.
        is_reported = isinstance(node, Map) and silent_losses.has_question_mark(self._source, start)
        if not self._complex_keys and not is_reported:
            end = start + bool(node.flow_style)
            self._report(self._source.problem("complex-key", start, end, text=self._rest_of_line(start)))
        self._complex_keys += 1
        self._check(node)
        self._complex_keys -= 1
        return Unreadable(*span(node))

    def _report_at(self, code: str, start: int, end: int, **params: str) -> None:
        self._report(self._source.problem(code, start, end, text=self._rest_of_line(start), **params))

    def _rest_of_line(self, start: int) -> str:
        """Return the text from `start` to the end of its line, in quotes, for a help message."""
        line = self._source.line_of(start)
        column = start - self._source.line_start(line)
        # Shortened first: one long line may have thousands of problems.
        return in_quotes(shorten_middle(self._source.lines[line - 1], column))

    def _report_all(self, problems: Iterable[Problem]) -> None:
        for problem in problems:
            if catalogue.is_error(problem):
                self._report(problem)
            else:
                self.problems.append(problem)

    def _report(self, problem: Problem) -> None:
        """Report a problem, and mark its line as not read exactly as typed."""
        self.problems.append(problem)
        self.faulty_lines.add(problem.start.line)


def _beginning(node: List | Map) -> tuple[int, int]:
    """Return the span of the bracket of a list or a mapping, or the index of its first key or hyphen, twice."""
    start = node.start_mark.index
    return start, start + bool(node.flow_style)
