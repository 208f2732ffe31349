"""Nodes to a `Case` or a `Recueil`: keys folded, points and partners normalised, every fault placed.

The reader follows the tables of `keys`; the models of `case` have the last word on values. A value's
place is found again by its path in the data, which is also the path that the models name in their
refusals.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from coopform import catalogue, keys
from coopform.case import Case, Recueil
from coopform.keys import Keys, Shape
from coopform.labels import key_of_label
from coopform.limits import MAX_FAULTS, MAX_WORD
from coopform.partners import word_partner
from coopform.places import Path, Places
from coopform.problem import Problem
from coopform.source import Source
from coopform.text import NARROW_NBSP, NBSP, fold, hidden_characters, nearest, tidy, visible
from coopform.yamlfile import echoes, parsing
from coopform.yamlfile.fault import in_quotes
from coopform.yamlfile.nodes import List, Lost, Map, Node, Text
from coopform.yamlfile.quotes import SMART

# Three levels under a rubric: an axis, its measures, their detail. More is an outline, not a row of a grid.
MAX_POINT_DEPTH = 3

M = TypeVar("M", bound=BaseModel)


@dataclass(slots=True)
class Read(Generic[M]):
    """What a file holds.

    Attributes:
        value: its model, or None when the file has an error.
        problems: every problem met, in the order of the text.
        places: where each value stands.
    """

    value: M | None
    problems: list[Problem]
    places: Places


def read_case(source: Source, identifier: str) -> Read[Case]:
    """Read a case file.

    Args:
        source: the text of the file.
        identifier: the case's ID, made from the file's name.

    Returns:
        The case, or None when the file has an error; the problems in the order of the text.
    """
    return _read(source, Case, keys.CASE, {"id": identifier})


def read_recueil(source: Source) -> Read[Recueil]:
    """Read `_recueil.yaml`, as `read_case` reads a case."""
    return _read(source, Recueil, keys.RECUEIL, {})


def _read(source: Source, model: type[M], table: Keys, given: dict[str, str]) -> Read[M]:
    parsed = parsing.parse(source)
    reader = _Reader(source)
    value = None
    if parsed.root is not None:
        value = reader.model(model, table, parsed.root, given)
    elif not parsed.problems:
        reader.problem("empty-file", 0, 0)
    problems = echoes.without_echoes(source, parsed, reader.problems)
    if any(catalogue.is_error(problem) for problem in problems):
        value = None
    return Read(value, problems, reader.places)


class _Reader:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.places = Places(source)
        # Keys that stand in the file in a way that was reported: they are not missing as well.
        self.named: set[Path] = set()
        self.shapes: dict[Shape, Callable[[Node, Path], Any]] = {
            Shape.TEXT: self._text,
            Shape.TEXTS: self._texts,
            Shape.PARAGRAPHS: self._texts,
            Shape.POINTS: self._points,
            Shape.PARTNERS: self._partners,
            Shape.STEPS: lambda node, path: self._maps(keys.STEP, node, path),
            Shape.REFERENCES: self._references,
            Shape.LECTURE: lambda node, path: self._map(keys.LECTURE, node, path),
            Shape.INSTANCES: lambda node, path: self._map(keys.INSTANCES, node, path),
            Shape.FICHE: lambda node, path: self._map(keys.FICHE, node, path),
            Shape.INTRODUCTION: lambda node, path: self._map(keys.INTRODUCTION, node, path),
        }

    def problem(self, code: str, start: int, end: int, **params: str) -> None:
        self.problems.append(self.source.problem(code, start, end, **params))

    def at(self, code: str, node: Node, **params: str) -> None:
        self.problem(code, node.start, node.end, **params)

    # From nodes to plain data. Each method records the place of what it returns under its path, and
    # returns None for what cannot be used, having said why.

    def model(self, model: type[M], table: Keys, root: Node, given: dict[str, str]) -> M | None:
        if isinstance(root, Text) and not root.value.strip():
            self.at("empty-file", root)
            return None
        if not isinstance(root, Map):
            self.at("list-of-keys" if _is_list_of_maps(root) else "not-a-sheet", root)
            return None
        data = self._map(table, root, ())
        try:
            return model.model_validate({**given, **(data or {})})
        except ValidationError as refusal:
            for error in refusal.errors(include_url=False, include_input=False):
                self._refused(error["type"], error["loc"], error.get("ctx", {}))
            return None

    def _map(self, table: Keys, node: Node, path: Path) -> dict[str, Any] | None:
        if not isinstance(node, Map):
            if not _is_empty(node):
                self.at("expected-keys", node, keys=", ".join(table))
            return None
        if path not in self.places:
            self.places.record(path, node.start, node.start)
        data: dict[str, Any] = {}
        pairs = list(self._brought_back(node.pairs)) if table is keys.CASE else node.pairs
        missing = [name for name in table if name not in {_folded_key(key) for key, _ in pairs}]
        above: Node | None = None
        for key, value in pairs:
            name = self._known_key(table, key, path, missing, above)
            above = value
            if name is None:
                continue
            here: Path = (*path, name)
            if here in self.places:
                self.at("duplicate-key", key, key=key.value, line=self.places.line(here))
                # Read all the same, for its own problems, under a path that nothing else has.
                here = (*path, name, "again")
            self.places.record(here, key.start, key.end)
            if isinstance(value, Lost):
                self.named.add(here)
                continue
            before = len(self.problems)
            read = self.shapes[table[name]](value, here)
            if read is None and len(self.problems) > before:
                self.named.add(here)
            if read is not None and name not in data:
                data[name] = read
        return data

    def _brought_back(self, pairs: list[tuple[Text, Node]]) -> Iterator[tuple[Text, Node]]:
        """Yield pairs, and after each the keys of a case that spaces before them put under its key."""
        for key, value in pairs:
            if not isinstance(value, Map) or _folded_key(key) == "sources":
                yield key, value
                continue
            inside = [pair for pair in value.pairs if pair[0].value in keys.CASE]
            others = [pair for pair in value.pairs if pair[0].value not in keys.CASE]
            yield (
                key,
                Map(others, value.start, value.end, value.flow) if others or not inside else Lost(key.end, key.end),
            )
            for other, under in inside:
                self.at("indented-key", other, key=other.value, under=key.value)
                yield other, under

    def _known_key(self, table: Keys, key: Text, path: Path, missing: list[str], above: Node | None) -> str | None:
        folded = _folded_key(key)
        if folded in table:
            return folded
        labelled = key_of_label(key.value)
        if labelled in table:
            self.named.add((*path, labelled))
            self.at("label-as-key", key, key=key.value, right=labelled)
        elif guess := self._nearest(folded, missing):
            self.named.add((*path, guess))
            self.at("misspelt-key", key, key=key.value, right=guess)
        elif table is keys.CASE and folded in keys.PARENTS:
            self.at("misplaced-key", key, key=key.value, parents=", ".join(keys.PARENTS[folded]))
        elif not path and above is not None and self._is_block_text(above):
            self.at("text-at-margin", key, spaces="2")
        else:
            self.at("unknown-key", key, key=key.value, keys=", ".join(table))
        return None

    def _nearest(self, word: str, candidates: list[str]) -> str | None:
        """Return the candidate that looks most like `word`; none after too many faults, or for a long word."""
        if len(self.problems) > MAX_FAULTS or len(word) > MAX_WORD:
            return None
        return next(iter(nearest(word, candidates)), None)

    def _is_block_text(self, node: Node) -> bool:
        return isinstance(node, Text) and not node.plain and self.source.text[node.start] in "|>"

    def _text(self, node: Node, path: Path) -> str | None:
        if isinstance(node, Text):
            if node.start < node.end:
                self.places.record(path, node.start, node.end)
            return self._words(node) or None
        if isinstance(node, List) and not node.flow and len(node.items) == 1 and isinstance(node.items[0], Text):
            return self._text(node.items[0], path)
        if isinstance(node, List) and node.flow:
            self._bracket(node)
        elif not self._colon_in_item(node, path):
            self.at("expected-text", node, key=_last_name(path))
        return None

    def _bracket(self, node: List) -> None:
        """Say that a text begins with a bracket, which makes a list of it."""
        text = self.source.text[node.start : node.end]
        self.problem("leading-sign", node.start, node.start + 1, sign="[", text=in_quotes(text))

    def _colon_in_item(self, node: Node, path: Path) -> bool:
        """Say that the colon of a text makes a label of it, where only texts are taken; return whether it does."""
        if not isinstance(node, Map) or node.flow or len(node.pairs) != 1 or not isinstance(node.pairs[0][1], Text):
            return False
        text = in_quotes(self.source.text[node.pairs[0][0].start : node.pairs[0][1].end])
        self.problem("colon-in-item", node.start, node.pairs[0][1].end, key=_last_name(path), text=text)
        return True

    def _texts(self, node: Node, path: Path) -> list[str] | None:
        if isinstance(node, Map):
            if not self._colon_in_item(node, path):
                self.at("expected-texts", node, key=_last_name(path))
            return None
        texts: list[str] = []
        for item in _items(node):
            self.places.record((*path, len(texts)), item.start, item.end)
            if not isinstance(item, Text):
                if not self._colon_in_item(item, path):
                    self.at("expected-text", item, key=_last_name(path))
            elif words := self._words(item):
                texts.append(words)
            elif isinstance(node, List):
                self.at("empty-item", item, key=str(path[-1]))
        return texts or None

    def _words(self, node: Text) -> str:
        """Return a text as it is kept; what cannot be seen in it is written out and reported."""
        words = tidy(node.value)
        if words.isascii() and words.isprintable():
            return words
        hidden = hidden_characters(words)
        if hidden:
            names = ", ".join(dict.fromkeys(f"U+{ord(character):04X}" for character in hidden))
            self.at("hidden-character", node, characters=names)
            words = visible(words)
        if words[:1] in SMART and words[-1:] == SMART[words[0]]:
            self.at("smart-quotes-kept", node, quotes=words[0] + words[-1], text=in_quotes(words[1:-1]))
        return words

    # Points

    def _points(self, node: Node, path: Path, depth: int = 1) -> list[dict[str, Any]] | None:
        if _is_empty(node):
            return None
        if depth > MAX_POINT_DEPTH:
            self.at("points-too-deep", node, limit=str(MAX_POINT_DEPTH))
            return None
        points: list[dict[str, Any]] = []
        if isinstance(node, Map):
            first: dict[str, Text] = {}
            for key, value in node.pairs:
                other = first.setdefault(fold(key.value), key)
                if other is not key:
                    self.at("duplicate-key", key, key=key.value, line=str(self.source.position(other.start).line))
                points.append(self._labelled(key, value, (*path, len(points)), depth))
            return points
        for item in _items(node):
            point = self._point(item, (*path, len(points)), depth)
            if point is not None:
                points.append(point)
        return points or None

    def _point(self, node: Node, path: Path, depth: int) -> dict[str, Any] | None:
        if isinstance(node, List | Lost):
            self._list_in_list(node)
            return None
        if isinstance(node, Map):
            if len(node.pairs) > 1:
                self.at("several-labels", node.pairs[1][0], label=node.pairs[1][0].value)
                return None
            if not node.pairs:
                self.at("empty-item", node, key=str(path[0]))
                return None
            return self._labelled(*node.pairs[0], path, depth)
        self.places.record(path, node.start, node.end)
        words = self._words(node)
        if not words:
            self.at("empty-item", node, key=str(path[0]))
            return None
        return {"texte": words}

    def _list_in_list(self, node: List | Lost) -> None:
        if isinstance(node, Lost):
            return
        if node.flow:
            self._bracket(node)
        else:
            self.at("list-in-list", node)

    def _labelled(self, key: Text, value: Node, path: Path, depth: int) -> dict[str, Any]:
        self.places.record(path, key.start, key.end)
        point: dict[str, Any] = {"libelle": self._words(key).strip(NBSP + NARROW_NBSP + " ")}
        if not point["libelle"]:
            self.at("empty-label", key)
        if isinstance(value, Text):
            point["texte"] = self._words(value) or None
            if point["libelle"] and point["texte"] is None:
                self.at("label-alone", key, label=key.value)
        elif not isinstance(value, Lost):
            point["points"] = self._points(value, (*path, "points"), depth + 1) or []
        return point

    # Partners, references

    def _partners(self, node: Node, path: Path) -> list[dict[str, Any]] | None:
        items = [node] if isinstance(node, Map) else _items(node)
        partners: list[dict[str, Any]] = []
        for item in items:
            partner = self._partner(item, (*path, len(partners)))
            if partner is not None:
                partners.append(partner)
        return partners or None

    def _partner(self, node: Node, path: Path) -> dict[str, Any] | None:
        self.places.record(path, node.start, node.end)
        if isinstance(node, List | Lost):
            self._list_in_list(node)
            return None
        if isinstance(node, Text):
            words = self._words(node)
            if not words:
                self.at("empty-item", node, key=str(path[0]))
            return {"texte": words} if words else None
        if len(node.pairs) == 1 and not self._is_partner_key(node.pairs[0][0]):
            # « Pilote : le PNR »: a colon in a partner's words, which YAML takes for a key.
            return self._partner_with_colon(node)
        partner = self._map(keys.PARTNER, node, path)
        if not partner:
            return None
        partner.setdefault("texte", word_partner(partner))
        if not partner["texte"]:
            self.at("partner-without-name", node)
            return None
        return partner

    def _is_partner_key(self, key: Text) -> bool:
        folded = fold(key.value)
        return folded in keys.PARTNER or bool(nearest(folded, list(keys.PARTNER)))

    def _partner_with_colon(self, node: Map) -> dict[str, Any] | None:
        key, value = node.pairs[0]
        if isinstance(value, Lost):
            return None
        if not isinstance(value, Text):
            self.at("expected-text", value, key=key.value)
            return None
        return {"texte": f"{self._words(key)} : {self._words(value)}"}

    def _references(self, node: Node, path: Path) -> list[dict[str, Any]] | None:
        if isinstance(node, Text):
            words = self._text(node, (*path, 0, "titre"))
            return [{"titre": words}] if words else None
        references: list[dict[str, Any]] = []
        for item in _items(node):
            here = (*path, len(references))
            reference = (
                {"titre": self._text(item, (*here, "titre"))}
                if isinstance(item, Text)
                else self._map(keys.REFERENCE, item, here)
            )
            if reference:
                references.append(reference)
        return references or None

    def _maps(self, table: Keys, node: Node, path: Path) -> list[dict[str, Any]] | None:
        maps: list[dict[str, Any]] = []
        for item in _items(node):
            if table is keys.STEP and self._step_as_label(item):
                continue
            read = self._map(table, item, (*path, len(maps)))
            if read:
                maps.append(read)
        return maps or None

    def _step_as_label(self, node: Node) -> bool:
        """Say that « 2009 : création » is to be two keys; return whether the node is such a step."""
        if not isinstance(node, Map) or len(node.pairs) != 1 or _folded_key(node.pairs[0][0]) in keys.STEP:
            return False
        key, value = node.pairs[0]
        if not isinstance(value, Text) or self._nearest(key.value, list(keys.STEP)):
            return False
        self.at("step-as-label", key, when=key.value, what=value.value)
        return True

    # Refusals of the models

    def _refused(self, kind: str, path: Path, params: dict[str, Any]) -> None:
        if kind == "missing":
            self._missing(path)
            return
        code = kind if kind in catalogue.CATALOGUE else "bad-value"
        words = {key: str(value) for key, value in params.items()}
        self.problems.append(self.places.problem(code, path, key=_last_name(path), **words))

    def _missing(self, path: Path) -> None:
        """Say that a key is missing, unless the same mapping has a misspelling of it: one fault, one problem."""
        if path in self.named:
            return
        name = str(path[-1])
        if path in self.places:
            self.problems.append(self.places.problem("empty-value", path, key=name))
        else:
            self.problems.append(self.places.problem("missing-key", path[:-1], key=name))


def _items(node: Node) -> list[Node]:
    """Return the items of a list; a single node counts as a list of one, an empty one as none."""
    if isinstance(node, List):
        return node.items
    return [] if _is_empty(node) else [node]


def _folded_key(key: Text) -> str:
    return fold(key.value).replace(" ", "_").replace("-", "_")


def _is_list_of_maps(node: Node) -> bool:
    return isinstance(node, List) and not node.flow and any(isinstance(item, Map) for item in node.items)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Text) and not node.value.strip()


def _last_name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")
