"""Build nodes from the events of the YAML parser, and report YAML features that case files do not use."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import comments, silent_losses
from coopform.casefile.yaml.faults.comments import Comments
from coopform.casefile.yaml.faults.fault import in_quotes, shorten_middle
from coopform.casefile.yaml.nodes import List, Map, Node, Text, Unreadable
from coopform.model.limits import MAX_DEPTH, MAX_NODES, MAX_TEXT
from coopform.problems import catalogue
from coopform.problems.problem import Problem
from coopform.resources import YAML_LOADER

# Message of libyaml from 0.2.6 on for thousands of nested brackets, which it counts before their events.
_NESTED = "exceeded maximum nesting depth"
_BRACKET = re.compile(r"[\[{]")


class LimitExceeded(Exception):
    """Stops the parsing at a limit on depth or number of values, with the one problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _events(text: str) -> Iterator[Any]:
    """Yield the events of the parser, with the ValueError of its Python version as a MarkedYAMLError."""
    try:
        yield from yaml.parse(text, Loader=YAML_LOADER)
    except ValueError as error:
        raise yaml.MarkedYAMLError(problem=str(error)) from error


class Builder:
    """Builds the nodes of a text that begins at index `offset` of the source.

    `nodes` is how many nodes were built before, `most` how many are allowed.
    """

    def __init__(self, source: Source, offset: int = 0, nodes: int = 0, most: int = MAX_NODES) -> None:
        self.source = source
        self.max_nodes = most
        self.offset = offset
        self.problems: list[Problem] = []
        self.faulty_lines: set[int] = set()
        self.root: Node | None = None
        self.node_count = nodes
        self.comments = Comments(source, "", offset)
        self.open: list[List | Map] = []
        # One entry for each open node: in a mapping, the key whose value comes next.
        self.keys: list[Text | Unreadable | None] = []

    def build(self, text: str) -> None:
        """Build the nodes of a text.

        Raises:
            LimitExceeded: the text exceeds a limit.
            yaml.MarkedYAMLError: the text is not valid YAML.
        """
        events: Any = _events(text)
        read = 0
        self.comments = Comments(self.source, text, self.offset)
        try:
            for event in events:
                self._report_all(self.comments.up_to(event.start_mark.index, self.open))
                self._take(event)
                read = event.end_mark.index
        except yaml.MarkedYAMLError as error:
            if error.problem == _NESTED:
                raise LimitExceeded(self._too_deep(text, read)) from error
            raise

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self._add_scalar(event)
        elif kind is yaml.MappingStartEvent:
            self._report_anchor_and_tag(event)
            self._push(Map([], *self._span(event), bool(event.flow_style)))
        elif kind is yaml.SequenceStartEvent:
            self._report_anchor_and_tag(event)
            self._push(List([], *self._span(event), bool(event.flow_style)))
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._pop(event)
        elif kind is yaml.AliasEvent:
            self._add(self._unreadable("alias", event, name=event.anchor))

    def _too_deep(self, text: str, read: int) -> Problem:
        """Return the problem at the first bracket beyond the limit, searched from the index `read`."""
        beyond = islice(_BRACKET.finditer(text, read), MAX_DEPTH - len(self.open), None)
        bracket = next(beyond)
        start, end = bracket.start() + self.offset, bracket.end() + self.offset
        return self.source.problem("too-deep", start, end, limit=str(MAX_DEPTH))

    def _span(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index + self.offset, event.end_mark.index + self.offset

    def _add_scalar(self, event: Any) -> None:
        start, end = self._span(event)
        self.comments.skip(event.start_mark.index, event.end_mark.index)
        if event.anchor is not None or event.tag is not None:
            self._report_anchor_and_tag(event)
            self._add(Unreadable(start, end))
            return
        if end - start > MAX_TEXT:
            self._add(self._unreadable("text-too-long", event, limit=str(MAX_TEXT)))
            return
        problem = None
        if not event.style:
            problem = silent_losses.in_empty_text(self.source, end) if start == end else None
            self._report_all(silent_losses.in_plain_text(self.source, start, end))
        elif event.style in "|>":
            problem = silent_losses.in_block_header(self.source, start, end)
            comment = comments.in_block_header(self.source, start, is_empty=not event.value.strip())
            if comment and catalogue.is_error(comment):
                problem = problem or comment
            elif comment:
                self.problems.append(comment)
            self.problems.extend(silent_losses.in_block_text(self.source, start, end))
        else:
            self._report_all(silent_losses.in_quoted_text(self.source, start, end))
        if problem:
            self._report(problem)
            self._add(Unreadable(start, end))
        else:
            self._add(Text(event.value, start, end, not event.style))

    def _report_anchor_and_tag(self, event: Any) -> None:
        if event.anchor is not None:
            self._unreadable("anchor", event, name=event.anchor)
        if event.tag is not None:
            self._unreadable("tag", event, name=event.tag)

    def _push(self, node: List | Map) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise LimitExceeded(self.source.problem("too-deep", node.start, node.end, limit=str(MAX_DEPTH)))
        self._add(node)
        self.open.append(node)
        self.keys.append(None)

    def _pop(self, event: Any) -> None:
        node = self.open.pop()
        node.end = event.end_mark.index + self.offset
        self.keys.pop()
        if node.flow:
            self.comments.skip(node.start - self.offset, event.end_mark.index)

    def _add(self, node: Node) -> None:
        self.node_count += 1
        if self.node_count > self.max_nodes:
            raise LimitExceeded(self.source.problem("too-many-values", node.start, node.end, limit=str(self.max_nodes)))
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, List):
            if not isinstance(node, Unreadable):
                parent.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(node)
        else:
            self._value(parent, self.keys[-1], node)
            self.keys[-1] = None

    def _key(self, node: Node) -> Text | Unreadable:
        if isinstance(node, Unreadable):
            return node
        if not isinstance(node, Text):
            if not any(isinstance(key, Unreadable) for key in self.keys):
                self._report(
                    self.source.problem("complex-key", node.start, node.end, text=self._rest_of_line(node.start))
                )
            return Unreadable(node.start, node.end)
        if silent_losses.has_question_mark(self.source, node.start):
            self._report(silent_losses.question_mark(self.source, node.start, node.end))
            return Unreadable(node.start, node.end)
        return node

    def _value(self, parent: Map, key: Text | Unreadable, node: Node) -> None:
        if isinstance(key, Unreadable):
            return
        if parent.flow and isinstance(node, Text) and node.plain and node.start == node.end:
            # A key without a space after its colon is already reported.
            if self.source.line_of(key.start) not in self.faulty_lines:
                self._report(silent_losses.in_braces(self.source, parent.start, key.start, key.end))
            node = Unreadable(node.start, node.end)
        parent.pairs.append((key, node))

    def _unreadable(self, code: str, event: Any, **params: str) -> Unreadable:
        start, end = self._span(event)
        self._report(self.source.problem(code, start, end, text=self._rest_of_line(start), **params))
        return Unreadable(start, end)

    def _rest_of_line(self, start: int) -> str:
        """Return the text from `start` to the end of its line, in quotes, for a help message."""
        line = self.source.line_of(start)
        column = start - self.source.line_start(line)
        # Shortened first: one long line may have thousands of problems.
        return in_quotes(shorten_middle(self.source.lines[line - 1], column))

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
