"""A fuzzer: valid and invalid files, changed at random, are read without crash, hang or silent loss.

    python -m tests.tools.fuzz [NUMBER OF INPUTS] [SEED]

A silent loss: a file is read as a case, but a word of the file is neither in the case nor on a line with a problem. The
words of the file are counted independently of the reader of coopform, without comments, keys, numbers and bullets.
"""

import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterator
from typing import Any

from coopform.casefile import advice, reader
from coopform.casefile.text_file import decode
from coopform.model.case import Case
from coopform.model.keys import CASE, NAMES, fold_key
from coopform.problems.problem import Problem
from coopform.text.folding import fold
from tests.support.places import ROOT

LONGEST = 1.0  # seconds

_SOUND = 0.8  # the share of inputs made from valid files

_PIECES: list[str] = [
    *"\t\n\r \u00a0\u202f\u2028\u0085\u200b\ufeff:#-'\"“”‘’«»[]{}|>&*!%@`?,.;\\/~=<–—•✓→0123456789aéÉnN",
    *(
        ": ",
        " : ",
        ":\u00a0",
        "\u00a0:",
        " #",
        "# ",
        "- ",
        "  ",
        "\n  ",
        "\n- ",
        "\n  - ",
        "\n\n",
        "\r\n",
        "---",
        "...",
    ),
    *(
        "<<<<<<< HEAD\n",
        "=======\n",
        ">>>>>>> b\n",
        "&a ",
        "*a",
        "!x ",
        "? ",
        "|\n",
        ">\n",
        "''",
        '\\"',
        "\\n",
        "no",
        "~",
    ),
    *("1. ", "a) ", "• ", "– ", "enjeux:", "titre: ", "texte: ", "type: ", "Pilotage : ", "eau", "{a: b}", "[a, b]"),
]
_NOTE = re.compile(r"[ \t]*#")
_BULLET = re.compile(r"\A[ \t\u00a0\u202f]*(?:-[ \t\u00a0\u202f]+)*(?:[0-9.]+[.)/]|\(\d+\)|[a-zA-Z]\)|[oqvüØ])(?=\s)")
_KEY = re.compile(r"(?<![\w-])([^\W\d]\w*(?:[\s-]+(?:au|court|de|verifier))?)(?=[\"']?\s*:)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U(000[0-9a-fA-F]{5}))")


def seeds() -> list[str]:
    """Return the texts to change: the cases, then all text files of the corpus."""
    paths = [*sorted((ROOT / "cases").glob("[!_]*.yaml")), *sorted((ROOT / "tests/corpus").glob("*/*.yaml"))]
    texts = []
    for path in paths:
        read = decode(path.read_bytes(), path.name)
        if not isinstance(read, Problem):
            texts.append(read.text)
    return texts


def change(text: str, texts: list[str], chance: random.Random) -> str:
    """Return `text` with one to four changes."""
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        text = chance.choice(_CHANGES)(text, texts, chance)
    return text


def _insert(text: str, _: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_PIECES) * chance.choice((1, 1, 1, 2)) + text[at:]


def _delete(text: str, _: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 1, 2, 5)) :]


def _replace(text: str, _: list[str], chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_PIECES) + text[at + 1 :]


def _indent(text: str, _: list[str], chance: random.Random) -> str:
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    for number in range(at, min(at + chance.choice((1, 1, 2, 4)), len(lines))):
        if chance.random() < 0.5:
            lines[number] = chance.choice((" ", "  ", "\t", "\u00a0", "    ")) + lines[number]
        else:
            lines[number] = lines[number][chance.choice((1, 2)) :] if lines[number][:1] == " " else lines[number]
    return "\n".join(lines)


def _double_line(text: str, _: list[str], chance: random.Random) -> str:
    lines = text.split("\n")
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))
    return "\n".join(lines)


def _drop_line(text: str, _: list[str], chance: random.Random) -> str:
    lines = text.split("\n")
    del lines[chance.randrange(len(lines))]
    return "\n".join(lines)


def _note(text: str, _: list[str], chance: random.Random) -> str:
    """Insert a comment at the end or in the middle of a line, or on its own line."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    line = lines[at]
    words = chance.choice(("", "", " ", "  ", "\t")) + chance.choice(("#zone", "# zone", "#2 lac"))
    kind = chance.randrange(3)
    if kind == 0:
        lines[at] = line + words
    elif kind == 1:
        places = [match.end() for match in re.finditer(r"""["'\]},:\[{|>-]|\w\b""", line)]
        place = chance.choice(places or [len(line)])
        lines[at] = line[:place] + words + chance.choice(("", "\n" + " " * chance.randrange(7))) + line[place:]
    else:
        lines.insert(at, " " * chance.randrange(7) + words.lstrip())
    return "\n".join(lines)


def _set_off(text: str, _: list[str], chance: random.Random) -> str:
    """Put the value of a line in quotes or brackets, or into a block text."""
    lines = text.split("\n")
    at = chance.randrange(len(lines))
    begins = re.match(r"([ ]*)(?:- )*(?:\w+ ?: )?", lines[at])
    if begins is None or begins.end() == len(lines[at]):
        return text
    head, words = lines[at][: begins.end()], lines[at][begins.end() :]
    first, rest = words[: len(words) // 2], words[len(words) // 2 :]
    lead = begins[1] + " " * chance.choice((2, 4))
    values = (
        f'"{words}"', f"'{words}'", f"[{words}]", f"[{first},\n{lead}{rest}]", f'"{first}\n{lead}{rest}"',
        f"|\n{lead}{first}\n{lead}{rest}", f">-\n{lead}{words}", f'"{first[:2]}\\\n{lead}{first[2:]} {rest}"',
        f'"{first}", "{rest}"', f'["{first}", {rest}]', f"{{texte: {first}, nom: {rest}}}", f"\n{lead}{words}",
    )  # fmt: skip
    lines[at] = head + chance.choice(values)
    return "\n".join(lines)


def _join(text: str, _: list[str], chance: random.Random) -> str:
    places = [match.start() for match in re.finditer("\n", text)]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + chance.choice(("", " ")) + text[at + 1 :].lstrip(" ")


def _splice(text: str, texts: list[str], chance: random.Random) -> str:
    other = chance.choice(texts)
    start = chance.randint(0, len(other))
    at = chance.randint(0, len(text))
    return text[:at] + other[start : start + chance.randint(1, 80)] + text[at:]


_CHANGES: tuple[Callable[[str, list[str], random.Random], str], ...] = (
    _insert, _delete, _replace, _indent, _double_line, _drop_line, _splice, _join, _note, _note, _set_off, _set_off,
)  # fmt: skip


def read(text: str) -> tuple[Case | None, list[Problem]]:
    """Read a text like `check`."""
    source = decode(text.encode("utf-8", errors="surrogatepass"), "x.yaml")
    if isinstance(source, Problem):
        return None, [source]
    result = reader.read_case(source, "x")
    problems = list(result.problems)
    if result.value is not None:
        problems.extend(advice.advise(result.value, result.spans))
    return result.value, problems


def lost_words(text: str, case: Case, named: Container[int] = ()) -> list[str]:
    """Return the words of `text` that occur less often in `case`.

    Args:
        text: a file.
        case: what was made of it.
        named: the numbers of the lines that problems name, whose words are left out.
    """
    kept = Counter(word for value in _strings(case.model_dump()) for word in _words(value))
    lines = list(_lines(unicodedata.normalize("NFC", text), named))
    # A backslash means different things in different quotes: both readings of a line are accepted.
    counts = [_count(lines, kept, order) for order in (1, -1)]
    return min((sorted((count - kept).elements()) for count in counts), key=len)


def _count(lines: list[list[str]], kept: Counter[str], order: int) -> Counter[str]:
    """Return the words of lines; for a line with two readings, of the first whose words are kept."""
    typed: Counter[str] = Counter()
    for line in lines:
        folded = "".join(part.removesuffix("\\") for part in line[:-1]) + line[-1]
        decoded = _ESCAPE.sub(lambda escape: chr(int(escape[1] or escape[2] or escape[3], 16)), folded)
        meanings = [_typed([decoded]), _typed(line)][::order]
        typed += next((words for words in meanings if not words - kept), meanings[0])
    return typed


def _typed(lines: list[str]) -> Counter[str]:
    """Return the words of lines, without keys and bullets."""
    words: Counter[str] = Counter()
    for line in lines:
        text = _KEY.sub(lambda key: "" if fold_key(key[1]) in NAMES | set(CASE) else key[0], line)
        words.update(_words(_BULLET.sub("", text)))
    return words


def _lines(text: str, named: Container[int]) -> Iterator[list[str]]:
    """Yield the lines of a text without comments and without those `named`, with continuation lines joined."""
    lines: list[str] = []
    is_named = False
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        lines.append(line.lstrip(" \t") if lines else line)
        is_named = is_named or number in named
        if not line.endswith("\\"):
            if not is_named and not _NOTE.match(lines[0]):
                yield lines
            lines, is_named = [], False
    if lines and not is_named:
        yield lines


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for value in data.values():
            yield from _strings(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _strings(value)
    elif data is not None:
        yield str(data)


def fault(text: str) -> str | None:
    """Return a description of what goes wrong when `text` is read, None if nothing does."""
    begun = time.process_time()
    try:
        case, problems = read(text)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    lasted = time.process_time() - begun
    if lasted > LONGEST:
        return f"{lasted:.1f} seconds"
    if case is None:
        return None if problems else "no case and no problem"
    named = {line for problem in problems for line in range(problem.start.line, problem.end.line + 1)}
    lost = lost_words(text, case, named)
    return f"lost without a word: {', '.join(lost)}" if lost else None


def run(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """Try `number` inputs, and yield those that go wrong, each with a description."""
    chance = random.Random(seed)
    texts = seeds()
    # Most files of the corpus have an error: words are only counted in valid files.
    sound = [text for text in texts if read(text)[0] is not None]
    for _ in range(number):
        text = change(chance.choice(sound if chance.random() < _SOUND else texts), texts, chance)
        wrong = fault(text)
        if wrong:
            yield text, wrong


def main(run: Callable[[int, int], Iterator[tuple[object, str]]], usual_number: int) -> int:
    """Run a fuzzer, with the number of inputs and the seed typed, and print what goes wrong; return 1 if anything does.

    Args:
        run: tries a number of inputs from a seed, and yields those that go wrong, each with a description.
        usual_number: of inputs, where none was typed.
    """
    number = int(sys.argv[1]) if len(sys.argv) > 1 else usual_number
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1_000_000)
    found = 0
    for tried, wrong in run(number, seed):
        found += 1
        print(f"--- {wrong}\n{tried!r}")
    print(f"{number} inputs from seed {seed}: {found} go wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(run, 100_000))
