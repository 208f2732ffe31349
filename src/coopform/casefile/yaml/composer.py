"""Nodes composed by libyaml, within limits that hold while it composes: it recurses in C, one call for each level."""

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

# What libyaml says from 0.2.6 on of brackets in brackets by the thousand: it counts them ahead of its events.
_NESTED = "exceeded maximum nesting depth"
_BRACKET = re.compile(r"[\[{]")
_BEGINNINGS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)


class Refused(Exception):
    """A limit was met: going on would only cost time, and the one problem says enough."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


class BeyondLimit(Exception):
    """A text is deeper than `MAX_DEPTH`, or holds more nodes than it may."""


class Composition(NamedTuple):
    """What a text holds: its node, None when it is blank; how many nodes; how many items with a hyphen."""

    root: Composed | None
    nodes: int
    items: int


def compose(text: str, most: int) -> Composition:
    """Return the nodes of a text.

    Args:
        text: what to compose; an alias, or the same anchor twice, is an error.
        most: how many nodes it may hold.

    Raises:
        BeyondLimit: the text is too deep, or holds more nodes.
        yaml.YAMLError: the text is no YAML.
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
    """Have a loader stop at the limits; return what gives the number of nodes and of items that it composed.

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
    # A node is what was typed: no tag is found for it.
    loader.resolve = lambda _kind, _value, _implicit: ""
    return lambda: (count, items)


def events(source: Source, text: str, offset: int, count: int, most: int) -> Iterator[Any]:
    """Yield the events of a text.

    Args:
        source: the file.
        text: what to parse.
        offset: the index in the source at which the text begins.
        count: how many nodes of the source are known already.
        most: how many nodes the source may hold.

    Raises:
        Refused: a limit is met, with its place.
        yaml.MarkedYAMLError: the text is no YAML.
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
                raise Refused(problem)
            yield event
    except ValueError as error:
        raise _no_character(error) from error
    except yaml.MarkedYAMLError as error:
        if error.problem != _NESTED:
            raise
        bracket = next(islice(_BRACKET.finditer(text, read), MAX_DEPTH - depth, None))
        raise _too_deep(source, bracket.start() + offset, bracket.end() + offset) from error


def _too_deep(source: Source, start: int, end: int) -> Refused:
    return Refused(source.problem("too-deep", start, end, limit=str(MAX_DEPTH)))


def _no_character(error: ValueError) -> yaml.MarkedYAMLError:
    """Return the error of the parser in Python, which has its own for a number that is no character."""
    return yaml.MarkedYAMLError(problem=str(error))
