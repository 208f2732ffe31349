"""Nodes from the parser's events; what YAML accepts but a case file does not mean is refused by name."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml.faults import notes, silent_losses
from coopform.casefile.yaml.faults.fault import in_quotes, without_middle
from coopform.casefile.yaml.faults.notes import Notes
from coopform.casefile.yaml.nodes import List, Lost, Map, Node, Text
from coopform.model.limits import MAX_DEPTH, MAX_NODES, MAX_TEXT
from coopform.problems import catalogue
from coopform.problems.problem import Problem
from coopform.resources import YAML_LOADER

# What libyaml says from 0.2.6 on of brackets in brackets by the thousand: it counts them ahead of its events.
_NESTED = "exceeded maximum nesting depth"
_BRACKET = re.compile(r"[\[{]")


class Refused(Exception):
    """Stops the pass at a limit: going on would only cost time, and the one problem says enough."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def _events(text: str) -> Iterator[Any]:
    """Yield the events of the parser; the one in Python has an error of its own for a number of no character."""
    try:
        yield from yaml.parse(text, Loader=YAML_LOADER)
    except ValueError as error:
        raise yaml.MarkedYAMLError(problem=str(error)) from error


class Builder:
    """Makes nodes of the events of a text that begins at `offset` of the source."""

    def __init__(self, source: Source, offset: int = 0, nodes: int = 0, most: int = MAX_NODES) -> None:
        self.source = source
        self.most = most
        self.offset = offset
        self.problems: list[Problem] = []
        self.faulty: set[int] = set()
        self.root: Node | None = None
        self.nodes = nodes
        self.notes = Notes(source, "", offset)
        self.open: list[List | Map] = []
        # One entry for each open node: the key that waits for its value, in a mapping.
        self.keys: list[Text | Lost | None] = []

    def build(self, text: str) -> None:
        """Make the nodes of a text.

        Raises:
            Refused: a limit was met.
            yaml.MarkedYAMLError: the text is no YAML.
        """
        events: Any = _events(text)
        read = 0
        self.notes = Notes(self.source, text, self.offset)
        try:
            for event in events:
                self._report_all(self.notes.up_to(event.start_mark.index, self.open))
                self._take(event)
                read = event.end_mark.index
        except yaml.MarkedYAMLError as error:
            if error.problem == _NESTED:
                raise Refused(self._too_deep(text, read)) from error
            raise

    def _take(self, event: Any) -> None:
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

    def _too_deep(self, text: str, read: int) -> Problem:
        """Return the problem at the first bracket beyond the limit, of those that stand after the index `read`."""
        beyond = islice(_BRACKET.finditer(text, read), MAX_DEPTH - len(self.open), None)
        bracket = next(beyond)
        start, end = bracket.start() + self.offset, bracket.end() + self.offset
        return self.source.problem("too-deep", start, end, limit=str(MAX_DEPTH))

    def _span(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index + self.offset, event.end_mark.index + self.offset

    def _scalar(self, event: Any) -> None:
        start, end = self._span(event)
        self.notes.skip(event.start_mark.index, event.end_mark.index)
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
            self._add(Lost(start, end))
            return
        if end - start > MAX_TEXT:
            self._add(self._lost("text-too-long", event, limit=str(MAX_TEXT)))
            return
        problem = None
        if not event.style:
            problem = silent_losses.in_empty_text(self.source, end) if start == end else None
            self._report_all(silent_losses.in_plain_text(self.source, start, end))
        elif event.style in "|>":
            problem = silent_losses.in_block_header(self.source, start, end)
            note = notes.in_block_header(self.source, start, is_empty=not event.value.strip())
            if note and catalogue.is_error(note):
                problem = problem or note
            elif note:
                self.problems.append(note)
            self.problems.extend(silent_losses.in_block_text(self.source, start, end))
        else:
            self._report_all(silent_losses.in_quoted_text(self.source, start, end))
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
            raise Refused(self.source.problem("too-deep", node.start, node.end, limit=str(MAX_DEPTH)))
        self._add(node)
        self.open.append(node)
        self.keys.append(None)

    def _pop(self, event: Any) -> None:
        node = self.open.pop()
        node.end = event.end_mark.index + self.offset
        self.keys.pop()
        if node.flow:
            self.notes.skip(node.start - self.offset, event.end_mark.index)

    def _add(self, node: Node) -> None:
        self.nodes += 1
        if self.nodes > self.most:
            raise Refused(self.source.problem("too-many-values", node.start, node.end, limit=str(self.most)))
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, List):
            if not isinstance(node, Lost):
                parent.items.append(node)
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
                self._report(
                    self.source.problem("complex-key", node.start, node.end, text=self._rest_of_line(node.start))
                )
            return Lost(node.start, node.end)
        if silent_losses.has_question_mark(self.source, node.start):
            self._report(silent_losses.question_mark(self.source, node.start, node.end))
            return Lost(node.start, node.end)
        return node

    def _value(self, parent: Map, key: Text | Lost, node: Node) -> None:
        if isinstance(key, Lost):
            return
        if parent.flow and isinstance(node, Text) and node.plain and node.start == node.end:
            # A key without a space after its colon was named already.
            if self.source.line_of(key.start) not in self.faulty:
                self._report(silent_losses.in_braces(self.source, parent.start, key.start, key.end))
            node = Lost(node.start, node.end)
        parent.pairs.append((key, node))

    def _lost(self, code: str, event: Any, **params: str) -> Lost:
        start, end = self._span(event)
        self._report(self.source.problem(code, start, end, text=self._rest_of_line(start), **params))
        return Lost(start, end)

    def _rest_of_line(self, start: int) -> str:
        """Return what stands from `start` to the end of its line, in quotes, as a help line proposes it."""
        line = self.source.line_of(start)
        column = start - self.source.line_start(line)
        # No more than is kept of it: thousands of these may stand on one line.
        return in_quotes(without_middle(self.source.lines[line - 1], column))

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
