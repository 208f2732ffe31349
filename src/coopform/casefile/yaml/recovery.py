"""What can be read of a file that the parser refuses: block by block, mended in memory where a fault is recognised."""

import re
from collections import Counter
from collections.abc import Iterable

import yaml

from coopform.casefile.source import Source
from coopform.casefile.yaml.builder import Builder
from coopform.casefile.yaml.composer import Refused
from coopform.casefile.yaml.faults import colons, indentation, missing_colons, notes, walk
from coopform.casefile.yaml.faults.block import Block
from coopform.casefile.yaml.faults.fault import Edit, Fault, mended
from coopform.casefile.yaml.faults.line import COLON
from coopform.casefile.yaml.nodes import Lost, Map, Node, Parsed, Text, mark_at, span
from coopform.model.keys import AT_MARGIN, fold_key
from coopform.model.limits import MAX_FAULTS, MAX_TEXT
from coopform.problems import catalogue
from coopform.problems.problem import Problem
from coopform.text.folding import fold

DOCUMENT_MARK = re.compile(r"^(?:---|\.\.\.)(?=[ \t]|$)")
_CONFLICT_MARK = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?=[ \t]|$)")
_DIRECTIVE = re.compile(r"%(?:YAML|TAG)(?=[ \t]|$)")
_KEYED = re.compile(r" *[^\s#\-\[\]{}][^:]*+:(?:\s|$)")
_GLUED = re.compile(r"[^\W\d]\w*[ \u00a0\u202f]?:(?=[\u00a0\u202f]|[^\s/:])")

# The characters of a block that are parsed again and again, each time with one more mend: 75 times one of 4,000.
_MOST_PARSED = 300_000
# Faults inside quotes, whatever the quotes stand under.
_ESCAPES = ("backslash", "json-escape", "no-character")


class Salvage:
    """Reads a text that the parser refuses: block by block, mended in memory where a fault is recognised."""

    def __init__(self, source: Source, text: str) -> None:
        self.source = source
        self.text = text
        self.problems: list[Problem] = []
        self.named: set[Problem] = set()
        self.faulty: set[int] = set()
        self.pairs: list[tuple[Text, Node]] = []
        self.nodes = 0

    def run(self, error: yaml.MarkedYAMLError | None) -> Parsed:
        """Return what can be read and every fault; `error` is what made the parser stop, if it did."""
        for number, line in enumerate(self.source.lines, 1):
            if len(line) > MAX_TEXT:
                start = self.source.line_start(number)
                problem = self.source.problem("text-too-long", start, start + len(line), limit=str(MAX_TEXT))
                return Parsed(None, [problem])
        self._directives()
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
        except Refused as refusal:
            return Parsed(None, [refusal.problem])
        if error is not None and not any(map(catalogue.is_error, self.problems)):
            mark = error.problem_mark or error.context_mark
            at = mark.index if mark else 0
            self.problems.append(self.source.problem("yaml-syntax", at, at + 1))
        root = Map("", self.pairs, mark_at(0), mark_at(len(self.text))) if self.pairs else None
        return Parsed(root, self.problems, self.faulty)

    def _fault(self, fault: Fault) -> None:
        if fault.problem not in self.named:
            self.named.add(fault.problem)
            self.problems.append(fault.problem)
        self.faulty.add(fault.problem.start.line)
        for edit in fault.edits:
            first = self.source.line_of(edit.start)
            self.faulty.update(range(first, self.source.line_of(edit.start + len(edit.text)) + 1))

    def _blank_lines(self, numbers: Iterable[int]) -> None:
        source = self.source
        edits = [Edit(source.line_start(number), "#" * len(source.lines[number - 1])) for number in numbers]
        self.text = mended(self.text, edits)

    def _directives(self) -> None:
        """Report a line such as `%YAML 1.2` above the keys, and read on as if it were not there."""
        numbers = []
        for number, line in enumerate(self.source.lines, 1):
            if _DIRECTIVE.match(line):
                start = self.source.line_start(number)
                self._fault(Fault(self.source.problem("yaml-directive", start, start + len(line), line=line.strip())))
                numbers.append(number)
            elif line.strip() and line[0] != "#":
                break
        self._blank_lines(numbers)

    def _document_marks(self) -> None:
        """Report the first line that begins a second document, and read on as if no such line were there."""
        numbers = [number for number, line in enumerate(self.source.lines, 1) if DOCUMENT_MARK.match(line)]
        filled = [
            number
            for number, line in enumerate(self.source.lines, 1)
            if line.strip() and line[0] not in "#%" and not DOCUMENT_MARK.match(line)
        ]
        for number in numbers:
            opens = not filled or number < filled[0]
            closes = filled and number > filled[-1] and self.source.lines[number - 1].startswith("...")
            rest = self.source.lines[number - 1][3:].lstrip()
            has_words = rest[:1] not in ("", "#")
            if rest.startswith("#"):
                end = self.source.line_start(number) + len(self.source.lines[number - 1])
                self.problems.append(notes.cut(self.source, end - len(rest), end))
            if has_words or not (opens or closes):
                start = self.source.line_start(number)
                self.problems.append(
                    self.source.problem("several-documents", start, start + 3, sign=self.source.lines[number - 1][:3])
                )
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
        missing = missing_colons.missing_colon(block)
        if missing and not glued:
            self._fault(missing)
            self._lose(block, missing.problem.params["key"])
            return
        builder = self._try(block, text)
        first = indentation.check_first(block) if block.start == 0 else None
        if first:
            self._fault(first)
        if isinstance(builder, Builder):
            has_keys = builder.root is None or isinstance(builder.root, Map)
            if has_keys or (self._is_whole(block) and not glued):
                self._keep(block, builder)
                return
        for fault in walk.faults(block):
            self._fault(fault)
            text = mended(text, fault.edits, block.start)
        self._mend(block, text)

    def _mend(self, block: Block, text: str) -> None:
        """Mend a block where the parser stops, as long as each mend lets it go on; else give the block up."""
        seen: set[Fault] = set()
        most = min(MAX_FAULTS, _MOST_PARSED // max(len(text), 1))
        while isinstance(builder := self._try(block, text), yaml.MarkedYAMLError):
            fault = walk.last_resort(block, builder)
            # What stands under a key that does not exist is not to be put in line: the key is to be changed first.
            is_under_unknown = _is_unknown(block.lines[0].key) and fault.problem.code not in _ESCAPES
            if fault.problem.start.line not in self.faulty and not is_under_unknown:
                self._fault(fault)
            if not fault.edits or fault in seen or len(seen) > most:
                self._lose(block, block.lines[0].key)
                return
            seen.add(fault)
            text = mended(text, fault.edits, block.start)
        self._keep(block, builder)

    def _try(self, block: Block, text: str) -> "Builder | yaml.MarkedYAMLError":
        builder = Builder(self.source, block.start, self.nodes)
        try:
            builder.build(text)
        except yaml.MarkedYAMLError as error:
            return error
        return builder

    def _keep(self, block: Block, builder: Builder) -> None:
        self.nodes = builder.nodes
        self.problems.extend(problem for problem in builder.problems if problem.start.line not in self.faulty)
        self.faulty |= builder.faulty
        if isinstance(builder.root, Map):
            self.pairs.extend(builder.root.value)
        elif builder.root is not None and (place := span(builder.root)) and place[0] < place[1]:
            code = "not-a-sheet" if self._is_whole(block) else "text-at-margin" if block.start else "text-without-key"
            line = self.source.lines[self.source.line_of(place[0]) - 1].strip()
            right = f"titre: {line}"
            problem = self.source.problem(code, *place, spaces="2", right=right)
            if problem.start.line not in self.faulty:
                self._fault(Fault(problem))

    def _is_whole(self, block: Block) -> bool:
        return block.start == 0 and block.end == len(self.text)

    def _lose(self, block: Block, key: str) -> None:
        """Give up a block; its key is not missing."""
        self.faulty.update(line.number for line in block.lines[1:])
        if key:
            start, end = block.lines[0].at(block.lines[0].content), block.lines[0].at(len(block.lines[0].text))
            self.pairs.append((Text("", key, mark_at(start), mark_at(min(start + len(key), end))), Lost(start, end)))


def _margin(lines: list[str]) -> int:
    """Return the column at which most of the keys of a file stand."""
    keyed = [line for line in lines if _KEYED.match(line)]
    known = [line for line in keyed if fold(line.split(":")[0]) in AT_MARGIN]
    indents = Counter(len(line) - len(line.lstrip(" ")) for line in known or keyed)
    return max(indents, key=lambda indent: (indents[indent], -indent), default=0)


def _is_unknown(key: str) -> bool:
    return bool(key) and fold_key(key) not in AT_MARGIN


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
    if missing_colons.key_at(line, margin):
        return True
    return bool(COLON.search(line, margin) or _GLUED.match(line, margin) or missing_colons.label_at(line, margin))
