"""Generate folders of cases from the words of the shipped cases, the same on every machine.

A case depends on its number only: a folder of a hundred has the first hundred of a folder of ten thousand. Few texts
occur twice, so that caching texts is no advantage.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from textwrap import wrap
from typing import Any

import yaml

from tests.benchmarks.titles import Title, title

SHIPPED = Path(__file__).parents[2] / "cases"
RUBRICS = ("declencheurs", "enjeux", "ambitions", "objet", "acteurs")
WIDTH = 110
# The size of a case in bytes, before its last point is added.
SIZES = (1660, 2160)

_LINKS = ("et", "pour", "avec", "en vue de", "dans le cadre de", "en lien avec", "à partir de", "au service de")
_AUTHORS = ("coopform", "Claire Vernet", "Équipe du Pays", "Jean-Noël Bœuf", "Anaïs L’Hostis", "Mission coopération")
_PARTNERS = (
    ("{n} communautés de communes {de}", "CC"),
    ("{n} communes rurales et périurbaines", "commune"),
    ("{n} communautés d’agglomération voisines", "CA"),
    ("{n} syndicats mixtes {de}", "syndicat mixte"),
)
_COMMENTS = (
    "# À relire avec le chef de projet",
    "# repris du compte rendu du comité technique",
    "# voir aussi la charte : chapitre 2",
)
_CONFIGURATIONS = ("entre pairs", "emboîtée", "ville-campagne", "secteur-territoire")
_INTEGRATIONS = ("se connaître", "se coordonner", "agir ensemble", "mutualiser")
_STATUSES = ("en projet", "en cours", "achevée")
_INSTANCES = {
    "politique": ("comité de pilotage", "conférence des présidents", "comité de cadrage"),
    "technique": ("comité technique", "groupes techniques par axes"),
    "animation": ("chef de projet", "chargé de mission interne"),
}


@dataclass(frozen=True, slots=True)
class Faults:
    """How many cases in a hundred have warnings, and how many have errors."""

    advised: int = 0
    broken: int = 0


def write(folder: Path, count: int, faults: Faults | None = None) -> list[Path]:
    """Write `count` cases to a folder, some of them in subfolders; return the files, by the number of their case."""
    words = _words()
    paths = []
    for number in range(count):
        named = title(number)
        path = folder / named.file_name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = _spoil(_text(number, named, words), number, faults or Faults())
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths


def _words() -> list[list[str]]:
    """Return the texts of the rubrics of the shipped cases as lists of words."""
    found: list[list[str]] = []
    for path in sorted(SHIPPED.glob("[a-z]*.yaml")):
        case = yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
        for rubric in RUBRICS:
            found.extend(_plain(text) for text in _texts(case[rubric]))
    return [words for words in found if len(words) > 3]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for label, below in value.items():
            yield label
            yield from _texts(below)
    else:
        for item in value:
            yield from _texts(item)


def _plain(text: str) -> list[str]:
    """Return the words of a text without quotes, brackets and colons."""
    words = (word.strip("«»()[]:>…,") for word in text.replace("\u00a0", " ").split())
    return [word for word in words if word.strip("/–-+")]


def _sentence(random: Random, words: Sequence[list[str]]) -> str:
    """Return the beginning of a text and the end of another one, linked by some words."""
    head, tail = random.choice(words), random.choice(words)
    text = " ".join(
        (*head[: random.randint(4, 12)], random.choice(_LINKS), *tail[-random.randint(3, 10) :])
    )  # fmt: skip
    return text[0].upper() + text[1:]


def _text(number: int, named: Title, words: Sequence[list[str]]) -> str:
    random = Random(number)
    rubrics: dict[str, list[str]] = {rubric: [_point(random, words)] for rubric in RUBRICS}
    before = [*_head(named), ""]
    if number % 9 == 0:
        before.insert(0, random.choice(_COMMENTS))
    partners = [*_partners(random, named), ""]
    after = [*_lecture(random, words), *_sources(random, words)]
    target = random.randint(*SIZES)
    size = _size([*before, *partners, *after, *(line for points in rubrics.values() for line in points)])
    while size < target:
        point = _point(random, words)
        rubrics[random.choice(RUBRICS)].append(point)
        size += _size([point])
    lines = [*before, *_rubric("declencheurs", rubrics), *partners]
    for rubric in RUBRICS[1:]:
        lines += _rubric(rubric, rubrics)
    return "\n".join([*lines, *after]) + "\n"


def _size(lines: Sequence[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _rubric(key: str, rubrics: dict[str, list[str]]) -> list[str]:
    return [f"{key}:", *rubrics[key], ""]


def _head(named: Title) -> list[str]:
    return [
        f"titre: {named.text}",
        f"titre_court: {named.short}",
        f"outil: {named.form}",
        f"territoire: {named.place}",
        f"departements: [{named.departement}]",
    ]


def _point(random: Random, words: Sequence[list[str]]) -> str:
    """Return a point as people type it: a text, maybe over two lines, a label, or points under a label."""
    kind = random.randrange(20)
    text = _sentence(random, words)
    if kind == 0:
        label = " ".join(random.choice(words)[:3])
        return "\n".join(
            [f"  - {label} :", *(f"      - {_sentence(random, words)}" for _ in range(random.randint(2, 3)))]
        )
    if kind == 1:
        return f'  - "{text} : « {" ".join(random.choice(words)[-4:])} »"'
    if kind == 2:
        return f"  - '{text}'"
    if kind < 5:
        return _filled(f"  - {random.choice(('Pilotage', 'Animation', 'Études', 'Suivi'))} : ", text, " " * 6)
    return _filled("  - ", text, " " * 4)


def _filled(before: str, text: str, indent: str) -> str:
    return "\n".join(wrap(text, WIDTH, initial_indent=before, subsequent_indent=indent, break_on_hyphens=False))


def _partners(random: Random, named: Title) -> list[str]:
    lines = ["partenaires:", f"  - texte: Le PNR {named.of_place}", "    type: PNR"]
    for text, kind in random.sample(_PARTNERS, random.randint(1, 2)):
        count = random.randint(2, 9)
        lines += [
            f"  - texte: {text.format(n=count, de=named.of_place)}",
            f"    type: [{kind}]",
            f"    nombre: {count}",
        ]
    if random.random() < 0.3:
        lines += ["echelle:", f"  - sur {random.randint(2, 5)} départements, {random.randint(1, 4)} SCoT"]
    return lines


def _lecture(random: Random, words: Sequence[list[str]]) -> list[str]:
    lines = ["lecture:", "  declenchement:", f"    - {' '.join(random.choice(words)[:6])}", "  instances:"]
    lines += [f"    {key}: {random.choice(named)}" for key, named in _INSTANCES.items()]
    if random.random() < 0.5:
        lines.append(f"  configuration: {random.choice(_CONFIGURATIONS)}")
        lines.append(f"  integration: {random.choice(_INTEGRATIONS)}")
    return [*lines, "", f"statut: {random.choice(_STATUSES)}"]


def _sources(random: Random, words: Sequence[list[str]]) -> list[str]:
    year = random.randint(2009, 2025)
    return [
        f"situation_au: {year}-{random.randint(1, 12):02}",
        "sources:",
        _filled("  - titre: ", _sentence(random, words), " " * 6),
        "    note: Journée d’exploration de pratiques",
        f"    date: {year}-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
        "    lieu: Pélussin (42)",
        "fiche:",
        f"  auteur: {random.choice(_AUTHORS)}",
        f"  date: 2026-{random.randint(1, 12):02}-{random.randint(1, 28):02}",
    ]


def _spoil(text: str, number: int, faults: Faults) -> str:
    place = number % 100
    if place < faults.broken:
        return text.replace("enjeux:\n", 'enjeux: "\n' if number // 100 % 2 else "enjeu:\n", 1)
    if place < faults.broken + faults.advised:
        if place % 2:
            return text.replace("outil: ", "outil: Quasi-", 1)
        start = text.index("ambitions:\n")
        return text[:start] + text[text.index("objet:\n") :]
    return text
