"""Compose nodes by libyaml, within limits that apply while it composes: it recurses in C, one call for each level."""

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import Composed
from coopform.model.limits import MAX_DEPTH
from coopform.problems.problem import Problem
from coopform.resources import YAML_LOADER

# Message of libyaml from 0.2.6 on for thousands of nested brackets, which it counts before their events.
_NESTED = "exceeded maximum nesting depth"
_BRACKET = re.compile(r"[\[{]")
_BEGINNINGS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class LimitExceeded(Exception):
    """Stops the parsing at a limit on depth or number of values, with the one problem to report."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class BeyondLimit(Exception):
    """A text exceeds the limit on depth or number of values, at a position that is not known."""


class Composition(NamedTuple):
    """The node of a text, None when the text is blank; the number of its nodes, and of its items with a hyphen."""

    root: Composed | None
    nodes: int
    items: int


def compose(text: str, most: int) -> Composition:
    """Return the nodes of a text.

    Args:
        text: the text; an alias, or a duplicate anchor, is an error.
        most: the maximal number of nodes.

    Raises:
        BeyondLimit: the text exceeds a limit.
        yaml.YAMLError: the text is not valid YAML.
    """
    try:
        loader = YAML_LOADER(text)
        counted = _limit(loader, most)
        return Composition(loader.get_single_node(), *counted())
    except ValueError as error:
        raise _no_character(error) from error
    except yaml.MarkedYAMLError as error:
        if error.problem == _NESTED:
            raise BeyondLimit from error
        raise


def _limit(loader: Any, most: int) -> Callable[[], tuple[int, int]]:
    """Make a loader stop at the limits; return a function for the numbers of nodes and of items that it composed.

    Its hooks are functions of the instance: as methods they would cost half as much again as composing itself.
    """
    depth = count = items = 0

    def descend(parent: Any, index: object) -> None:
        nonlocal depth, count, items
        depth += 1
        count += 1
        if index.__class__ is int and not parent.flow_style:
            items += 1
        # The texts inside the deepest list or mapping are one level below it.
        if depth > MAX_DEPTH + 1 or count > most:
            raise BeyondLimit

    def ascend() -> None:
        nonlocal depth
        depth -= 1

    loader.descend_resolver, loader.ascend_resolver = descend, ascend
    # Every scalar is a text: no tag is resolved.
    loader.resolve = lambda _kind, _value, _implicit: ""
    return lambda: (count, items)


def events(source: Source, text: str, offset: int, count: int, most: int) -> Iterator[Any]:
    """Yield the events of a text.

    Args:
        source: the file.
        text: the text to parse.
        offset: the index in the source at which the text begins.
        count: how many nodes of the source were built before.
        most: the maximal number of nodes of the source.

    Raises:
        LimitExceeded: the text exceeds a limit.
        yaml.MarkedYAMLError: the text is not valid YAML.
    """
    depth = read = 0
    found: Iterator[Any] = yaml.parse(text, Loader=YAML_LOADER)
    try:
        for event in found:
            start, read = event.start_mark.index, event.end_mark.index
            is_beginning = isinstance(event, _BEGINNINGS)
            if is_beginning and depth == MAX_DEPTH:
                raise _too_deep(source, start + offset, read + offset)
            depth += is_beginning - isinstance(event, _ENDS)
            count += isinstance(event, yaml.NodeEvent)
            if count > most:
                problem = source.problem("too-many-values", start + offset, read + offset, limit=str(most))
                raise LimitExceeded(problem)
            yield event
    except ValueError as error:
        raise _no_character(error) from error
    except yaml.MarkedYAMLError as error:
        if error.problem != _NESTED:
            raise
        bracket = next(islice(_BRACKET.finditer(text, read), MAX_DEPTH - depth, None))
        raise _too_deep(source, bracket.start() + offset, bracket.end() + offset) from error


def _too_deep(source: Source, start: int, end: int) -> LimitExceeded:
    return LimitExceeded(source.problem("too-deep", start, end, limit=str(MAX_DEPTH)))


def _no_character(error: ValueError) -> yaml.MarkedYAMLError:
    """Return the ValueError of the Python version of the parser, for a number that is no character, as a YAML error."""
    return yaml.MarkedYAMLError(problem=str(error))
