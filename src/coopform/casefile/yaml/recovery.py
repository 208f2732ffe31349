"""Read a file that the parser refuses: block by block, with recognised faults repaired in memory."""

import re
from collections import Counter
from collections.abc import Iterable
from itertools import takewhile

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml.builder import Builder
from coopform.casefile.yaml.composer import LimitExceeded
from coopform.casefile.yaml.faults import colons, comments, indentation, missing_colons, walk
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.changes import changed, changed_in_place
from coopform.casefile.yaml.faults.fault import Fault
from coopform.casefile.yaml.faults.line import COLON, SourceLine, lines_between
from coopform.casefile.yaml.nodes import Map, Node, Parsed, Text, Unreadable, mark_at, span
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.model.limits import MAX_FAULTS, MAX_TEXT
from coopform.problems import catalogue
from coopform.problems.problem import Problem
from coopform.text.characters import OTHER_SPACES
from coopform.text.folding import fold

DOCUMENT_MARK = re.compile(r"^(?:---|\.\.\.)(?=[ \t]|$)")
_CONFLICT_MARK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \t]|$)")
_DIRECTIVE = re.compile(r"%(?:YAML|TAG)(?=[ \t]|$)")
_KEYED = re.compile(r" *[^\s#\-\[\]{}][^:]*+:(?:\s|$)")
_GLUED = re.compile(rf"[^\W\d]\w*[ {OTHER_SPACES}]?:(?=[{OTHER_SPACES}]|[^\s/:])")

# The limit on the total of characters parsed while a block is repaired: 75 attempts for a block of 4,000.
_MAX_PARSED = 300_000
# Faults inside quotes, which do not depend on the key.
_ESCAPES = ("backslash", "json-escape", "no-character")


class Recovery:
    """Reads one text that the parser refuses."""

    def __init__(self, source: Source, text: str) -> None:
        self._source = source
        self._text = text
        self._lines = lines_between(source)
        self._problems: list[Problem] = []
        self._reported: set[Problem] = set()
        self._faulty_lines: set[int] = set()
        self._pairs: list[tuple[Text, Node]] = []
        self._node_count = 0

    def run(self, error: yaml.MarkedYAMLError | None) -> Parsed:
        """Return what can be read and all faults; `error` is the error of the parser, if there was one."""
        for line in self._lines:
            end = line.at(len(line.text))
            if end - line.start > MAX_TEXT:
                return Parsed(None, [self._source.problem("text-too-long", line.start, end, limit=str(MAX_TEXT))])
        self._report_directives()
        self._report_document_marks()
        self._report_conflict_marks()
        # The same lines and positions as the source, without the marks reported above.
        readable = Source(self._source.path, self._text)
        margin = _margin(readable.lines)
        try:
            for start, end in _blocks(readable, margin):
                if len(self._problems) > MAX_FAULTS:
                    break
                self._read_block(Block(readable, start, end, margin))
        except LimitExceeded as refusal:
            return Parsed(None, [refusal.problem])
        if error is not None and not any(map(catalogue.is_error, self._problems)):
            mark = error.problem_mark or error.context_mark
            at = mark.index if mark else 0
            self._problems.append(self._source.problem("yaml-syntax", at, at + 1))
        root = Map("", self._pairs, mark_at(0), mark_at(len(self._text))) if self._pairs else None
        return Parsed(root, self._problems, self._faulty_lines)

    def _report(self, fault: Fault) -> None:
        if fault.problem not in self._reported:
            self._reported.add(fault.problem)
            self._problems.append(fault.problem)
        self._faulty_lines.add(fault.problem.start.line)
        for change in fault.changes:
            self._faulty_lines.update(map(self._source.line_of, (change.start, change.end)))

    def _comment_out(self, lines: Iterable[SourceLine]) -> None:
        self._text = changed(self._text, (line.fill("#") for line in lines))

    def _report_directives(self) -> None:
        """Report directives such as `%YAML 1.2` above the keys, and ignore them."""
        above = takewhile(lambda line: line.is_blank_or_comment or _DIRECTIVE.match(line.text), self._lines)
        directives = [line for line in above if not line.is_blank_or_comment]
        for line in directives:
            words = line.text.strip()
            self._report(Fault(self._source.problem("yaml-directive", line.start, line.at(len(line.text)), line=words)))
        self._comment_out(directives)

    def _report_document_marks(self) -> None:
        """Report the first line that begins a second document, and ignore such lines."""
        marks = [line for line in self._lines if DOCUMENT_MARK.match(line.text)]
        others = (line for line in self._lines if line.text.strip() and line.text[0] not in "#%")
        filled = [line.number for line in others if not DOCUMENT_MARK.match(line.text)]
        for mark in marks:
            opens = not filled or mark.number < filled[0]
            closes = filled and mark.number > filled[-1] and mark.text.startswith("...")
            rest = mark.text[3:].lstrip()
            if rest.startswith("#"):
                end = mark.at(len(mark.text))
                self._problems.append(comments.comment_after_value(self._source, end - len(rest), end))
            if rest[:1] not in ("", "#") or not (opens or closes):
                sign = mark.text[:3]
                self._problems.append(self._source.problem("several-documents", mark.start, mark.at(3), sign=sign))
                break
        self._comment_out(marks)

    def _report_conflict_marks(self) -> None:
        """Report each merge conflict, and read the first of its two versions."""
        marks = [line for line in self._lines if _CONFLICT_MARK.match(line.text)]
        ignored = {mark.number for mark in marks}
        opened = divided = 0
        for mark in marks:
            sign = mark.text[0]
            if sign == "<" or not opened:
                self._problems.append(self._source.problem("merge-conflict", mark.start, mark.at(7)))
            if sign == "<":
                opened, divided = mark.number, 0
            elif sign in "=|" and opened:
                divided = divided or mark.number
            elif sign == ">" and opened:
                ignored.update(range(divided or mark.number, mark.number))
                opened = 0
        self._comment_out(line for line in self._lines if line.number in ignored)

    def _read_block(self, block: Block) -> None:
        """Read a block; repair it as long as faults are recognised in it."""
        text = self._text[block.start : block.end]
        glued = colons.check_glued(block, block.lines[0])
        missing = missing_colons.missing_colon(block)
        if missing and not glued:
            self._report(missing)
            self._give_up(block, missing.problem.params["key"])
            return
        builder = self._build(block, text)
        first = indentation.check_first(block) if block.start == 0 else None
        if first:
            self._report(first)
        if isinstance(builder, Builder):
            has_keys = builder.root is None or isinstance(builder.root, Map)
            if has_keys or (self._is_whole(block) and not glued):
                self._accept(block, builder)
                return
        for fault in walk.faults(block):
            self._report(fault)
            text = changed_in_place(text, fault.changes, block.start)
        self._repair(block, text)

    def _repair(self, block: Block, text: str) -> None:
        """Repair a block where the parser stops, until it can be read or no repair is known."""
        seen: set[Fault] = set()
        most = min(MAX_FAULTS, _MAX_PARSED // max(len(text), 1))
        while isinstance(builder := self._build(block, text), yaml.MarkedYAMLError):
            fault = walk.fault_at_error(block, builder)
            # Faults below an unknown key are not reported: the key has to be corrected first.
            is_under_unknown = _is_unknown(block.lines[0].key) and fault.problem.code not in _ESCAPES
            if fault.problem.start.line not in self._faulty_lines and not is_under_unknown:
                self._report(fault)
            if not fault.changes or fault in seen or len(seen) > most:
                self._give_up(block, block.lines[0].key)
                return
            seen.add(fault)
            text = changed_in_place(text, fault.changes, block.start)
        self._accept(block, builder)

    def _build(self, block: Block, text: str) -> "Builder | yaml.MarkedYAMLError":
        builder = Builder(self._source, block.start, self._node_count)
        try:
            builder.build(text)
        except yaml.MarkedYAMLError as error:
            return error
        return builder

    def _accept(self, block: Block, builder: Builder) -> None:
        self._node_count = builder.node_count
        self._problems.extend(problem for problem in builder.problems if problem.start.line not in self._faulty_lines)
        self._faulty_lines |= builder.faulty_lines
        if isinstance(builder.root, Map):
            self._pairs.extend(builder.root.value)
        elif builder.root is not None and (place := span(builder.root)) and place[0] < place[1]:
            key = self._pairs[-1][0].value if self._pairs else ""
            code = "not-a-sheet" if self._is_whole(block) else "text-at-margin" if key else "text-without-key"
            line = self._source.lines[self._source.line_of(place[0]) - 1].strip()
            right = f"titre: {line}"
            problem = self._source.problem(code, *place, spaces="2", key=key, right=right)
            if problem.start.line not in self._faulty_lines:
                self._report(Fault(problem))

    def _is_whole(self, block: Block) -> bool:
        return block.start == 0 and block.end == len(self._text)

    def _give_up(self, block: Block, key: str) -> None:
        """Give up a block, and keep its key, so that it is not reported as missing."""
        self._faulty_lines.update(line.number for line in block.lines[1:])
        if key:
            start, end = block.lines[0].at(block.lines[0].content), block.lines[0].at(len(block.lines[0].text))
            name = Text("", key, mark_at(start), mark_at(min(start + len(key), end)))
            self._pairs.append((name, Unreadable(start, end)))


def _margin(lines: list[str]) -> int:
    """Return the column, from 0, at which most keys of a file begin."""
    keyed = [line for line in lines if _KEYED.match(line)]
    known = [line for line in keyed if fold(line.split(":")[0]) in AT_MARGIN]
    indents = Counter(len(line) - len(line.lstrip(" ")) for line in known or keyed)
    return max(indents, key=lambda indent: (indents[indent], -indent), default=0)


def _is_unknown(key: str) -> bool:
    return bool(key) and fold_key(key) not in AT_MARGIN


def _blocks(source: Source, margin: int) -> Iterable[tuple[int, int]]:
    """Yield the span of each block: a top-level key, or text meant as one, and the lines below it."""
    starts = [0]
    for number, line in enumerate(source.lines, 1):
        if _begins_block(line, margin):
            starts.append(source.line_start(number))
    ends = [*starts[1:], len(source.text)]
    return ((start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def _begins_block(line: str, margin: int) -> bool:
    if line[:margin].strip() or line[margin : margin + 1] in ("", " ", "\t", "#", "-", "]", "}"):
        return False
    if missing_colons.key_at(line, margin) or missing_colons.emphasised_key(line, margin):
        return True
    return bool(COLON.search(line, margin) or _GLUED.match(line, margin) or missing_colons.label_at(line, margin))
