"""A fuzzer: good and bad files, changed at random, are read without a crash, a hang or a wrong silence.

    python tests/fuzz.py [NUMBER OF INPUTS] [SEED]

A wrong silence: no problem is reported, yet a word that was typed is not among the texts of the case.
"""

import random
import re
import sys
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from coopform.casefile import advice, reader
from coopform.casefile.source import decode
from coopform.model.case import Case
from coopform.model.keys import CASE, NAMES
from coopform.problems.problem import Problem
from coopform.text.folding import fold

ROOT = Path(__file__).parents[1]
LONGEST = 1.0  # seconds: what nobody waits for

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
_NOTE = re.compile(r"""^[ \t]*#.*|(?<=["'\]}:|>+-])[ \t]+#(?:[ \t#].*)?$""")
_KEY = re.compile(r"(?<![\w-])([^\W\d]\w*(?: court)?)(?=[\"']?\s*:)")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))")
_SKIPPED = re.compile(r"^(?:%YAML\b.*|---|\.\.\.)", re.MULTILINE)


def seeds() -> list[str]:
    """Return the texts to start from: the cases, then every file of the corpus that is text."""
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
    _insert, _delete, _replace, _indent, _double_line, _drop_line, _splice, _join,
)  # fmt: skip


def read(text: str) -> tuple[Case | None, list[Problem]]:
    """Read a text as `check` reads a file."""
    source = decode(text.encode("utf-8", errors="surrogatepass"), "x.yaml")
    if isinstance(source, Problem):
        return None, [source]
    result = reader.read_case(source, "x")
    problems = list(result.problems)
    if result.value is not None:
        problems.extend(advice.advise(result.value, result.places))
    return result.value, problems


def lost_words(text: str, case: Case) -> list[str]:
    """Return the words typed in `text` that the texts of `case` do not hold as often."""
    kept = Counter(word for value in _strings(case.model_dump()) for word in _words(value))
    return sorted((_typed(text) - kept).elements())


def _typed(text: str) -> Counter[str]:
    """Return the words of a file, without its notes, keys and escapes."""
    words: Counter[str] = Counter()
    text = _SKIPPED.sub("", unicodedata.normalize("NFC", text))
    for line in re.split(r"\r\n|\r|\n", text):
        line = _ESCAPE.sub(lambda escape: chr(int(escape[1] or escape[2], 16)), _NOTE.sub("", line))
        line = _KEY.sub(lambda key: "" if fold(key[1]).replace(" ", "_") in NAMES | set(CASE) else key[0], line)
        words.update(_words(line))
    return words


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
    """Return what goes wrong when `text` is read, if anything does."""
    begun = time.perf_counter()
    try:
        case, problems = read(text)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    lasted = time.perf_counter() - begun
    if lasted > LONGEST:
        return f"{lasted:.1f} seconds"
    if problems:
        return None
    if case is None:
        return "no case and no problem"
    lost = lost_words(text, case)
    return f"lost without a word: {', '.join(lost)}" if lost else None


def run(number: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield each input of `number` that goes wrong, with what goes wrong."""
    chance = random.Random(seed)
    texts = seeds()
    for _ in range(number):
        text = change(chance.choice(texts), texts, chance)
        wrong = fault(text)
        if wrong:
            yield text, wrong


def main() -> int:
    """Fuzz, print what goes wrong, return 1 when anything does."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(1_000_000)
    found = 0
    for text, wrong in run(number, seed):
        found += 1
        print(f"--- {wrong}\n{text!r}")
    print(f"{number} inputs from seed {seed}: {found} go wrong")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
