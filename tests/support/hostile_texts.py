"""Texts too big or too unusual for files of the corpus, each with its expected problems."""

import random
from itertools import pairwise

from coopform.model.limits import MAX_BYTES, MAX_DEPTH, MAX_LINES, MAX_NODES, MAX_TEXT

ROWS = (
    "outil: Entente\ndeclencheurs: Une étude\npartenaires: Un Parc\nenjeux: L’eau\nambitions: Se connaître\n"
    "objet: Transports\nacteurs: Les élus\n"
)
# Eight lines: text added to it begins on line 9.
SHEET = "titre: Entente du Haut-Pays\n" + ROWS


def _bomb() -> str:
    lines = ["resultats: &a [eau, eau]"]
    names = "abcdefghi"
    for above, name in pairwise(names):
        lines.append(f"cle-{name}: &{name} [{', '.join([f'*{above}'] * 9)}]")
    return "\n".join(lines) + "\n"


# Each text with its first problems as `line:column code`; some have thousands of equal problems.
TEXTS: dict[str, tuple[str | bytes, list[str]]] = {
    "aliases of aliases": (SHEET + _bomb(), ["9:12 anchor", "10:8 anchor", "10:12 alias"]),
    "aliases of a long text": (
        f"titre: &a {'x' * 1000}\nenjeux: [{', '.join(['*a'] * MAX_NODES)}]\n",
        [f"2:{4 * (MAX_NODES - 5) + 10} too-many-values"],
    ),
    "an anchor inside itself": (f"titre: &a [*a]\n{ROWS}", ["1:8 anchor", "1:12 alias"]),
    "an anchor inside itself, with keys": (f"{SHEET}fiche: &a\n  auteur: *a\n", ["9:8 anchor", "10:11 alias"]),
    "a merge key": (f"{SHEET}<<: *autre\n", ["9:5 alias"]),
    "10,000 brackets": (f"titre: {'[' * 10_000}", [f"1:{MAX_DEPTH + 7} too-deep"]),
    "10,000 braces": (f"titre: {'{a: ' * 10_000}", [f"1:{4 * MAX_DEPTH + 4} too-deep"]),
    "10,000 hyphens": (f"enjeux:\n  {'- ' * 10_000}eau\n", [f"2:{2 * MAX_DEPTH + 1} too-deep"]),
    "1,000 indentations": (
        "".join(f"{' ' * n}a:\n" for n in range(1000)),
        [f"{MAX_DEPTH + 1}:{MAX_DEPTH + 1} too-deep"],
    ),
    "a megabyte of [": ("[" * MAX_BYTES, [f"1:{MAX_DEPTH + 1} too-deep"]),
    "a megabyte of {": ("{" * MAX_BYTES, [f"1:{MAX_DEPTH + 1} too-deep"]),
    "a megabyte of line ends": ("\n" * MAX_BYTES, [f"{MAX_LINES + 1}:1 too-many-lines"]),
    "a megabyte in one text": (f"{ROWS}titre: {'mot ' * 200_000}\n", ["8:8 text-too-long"]),
    "a megabyte in one key": (f"{'cle' * 300_000}: a\n", ["1:1 text-too-long"]),
    "a megabyte of colons": (f"titre: {'a : ' * 200_000}", ["1:1 text-too-long"]),
    "a megabyte of quotes": (f"titre: {chr(39) * 900_000}", ["1:8 text-too-long"]),
    "a megabyte of blanks": (f"{ROWS}titre: a{' ' * 900_000}b\n", ["8:8 text-too-long"]),
    "a megabyte of NUL": ("\0" * MAX_BYTES, ["1:1 utf16"]),
    "more than a megabyte": ("#" * (MAX_BYTES + 1), ["1:1 file-too-big"]),
    "bytes at random": (b"\xfa" + random.Random(3).randbytes(100_000), ["1:1 not-utf8"]),
    "a lone surrogate": (b"titre: \xed\xa0\x80\n", ["1:8 not-utf8"]),
    "100,000 items": ("enjeux:\n" + "  - eau\n" * 100_000, [f"{MAX_LINES + 1}:1 too-many-lines"]),
    "100,000 items on a line": (f"enjeux: [{'eau, ' * 100_000}]\n", [f"1:{5 * (MAX_NODES - 3) + 10} too-many-values"]),
    "100,000 items on a broken line": (
        f"enjeux: [{'eau, ' * 100_000}\n",
        [f"1:{5 * (MAX_NODES - 3) + 10} too-many-values"],
    ),
    "a text as long as may be": (f"{SHEET}resume: {'x' * MAX_TEXT}\n", []),
    "5,000 digits": (
        f"{SHEET}departements: {'9' * 5000}\nsituation_au: {'9' * 5000}\n",
        ["9:15 bad-departement", "10:15 bad-date"],
    ),
    "5,000 digits of partners": (
        SHEET.replace(" Un Parc", f"\n  - type: PNR\n    nombre: {'9' * 5000}"),
        ["6:13 not-a-number"],
    ),
    "a tag of Python": (f"titre: !!python/object/apply:os.system ['ls']\n{ROWS}", ["1:8 tag"]),
    "a binary tag": (f"titre: !!binary aGVsbG8=\n{ROWS}", ["1:8 tag"]),
    "a verbatim tag": (f"titre: !<tag:exemple.org,2000:a> Entente\n{ROWS}", ["1:8 tag"]),
    "a tag on a list": (f"{SHEET}themes: !!set [eau]\n", ["9:9 tag"]),
    "3,000 documents": ("---\ntitre: x\n" * 3000, ["3:1 several-documents"]),
    "9,000 marks of documents": ("---\n" * 9000, ["1:1 empty-file"]),
    "9,000 broken items": (f"{SHEET}resultats:\n" + "  - @eau\n" * 9000, ["10:5 leading-sign"]),
    "9,000 broken keys": (SHEET + "".join(f"zzz{n}: 'a\n" for n in range(9000)), ["9:7 unclosed-quote"]),
    "4,000 unknown keys": (SHEET + "".join(f"zzz{n}: a\n" for n in range(4000)), ["9:1 unknown-key"]),
    "4,000 unknown forms": (f"titre: x\noutil: [{'Ententteq, ' * 4000}]\n", ["1:1 empty-rubric"]),
    "a quote without a key": ('\n : "', ["2:2 uneven-indent", "2:4 unclosed-quote"]),
    "two commas": (f"{SHEET}themes: [eau,, forêt]\n", ["9:14 yaml-syntax"]),
}
