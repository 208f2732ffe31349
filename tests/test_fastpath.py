"""The fast reader gives the same case as the full reader without problems, or leaves the file to it."""

import random
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from coopform.casefile import reader
from coopform.casefile.fast.reading import read_case, read_recueil
from coopform.casefile.source import Source, decode
from coopform.casefile.writer import write_case
from coopform.model.case import Case
from coopform.problems.problem import Problem
from tests import fuzz
from tests.conftest import CASES
from tests.strategies import cases
from tests.test_corpus import BAD, GOOD

PLAIN = """\
titre: Entente du Haut-Pays
outil: [Entente, Convention de mutualisation]
# Relu avec le Pays.
partenaires:
  - type: CC
    nombre: 5
  - Le syndicat mixte
enjeux:
- "Une charte : équilibre"
- Organiser les solidarités entre bourgs
  et villages
acteurs:
  - Pilotage : conférence des présidents
  - 2 axes :
      - Transports
etapes:
  - quand: vers 2017
    quoi: premier bilan
sources:
  - titre: Compte rendu
    url: https://example.org/compte-rendu
"""


def short(text: str) -> Case | None:
    """Return the result of the fast reader; the full reader must then give the same, without problems."""
    source = decode(text.encode("utf-8", errors="surrogatepass"), "x.yaml")
    if isinstance(source, Problem):
        return None
    case = read_case(source, "x")
    if case is not None:
        read = reader.read_case(Source(source.path, source.text), "x")
        assert (read.value, read.problems) == (case, [])
    return case


@pytest.mark.parametrize("path", sorted(CASES.glob("[!_]*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_cases_go_the_short_way(path: Path) -> None:
    assert short(path.read_text(encoding="utf-8"))


def test_the_shipped_description_goes_the_short_way() -> None:
    source = Source("_recueil.yaml", (CASES / "_recueil.yaml").read_text(encoding="utf-8"))
    assert reader.read_recueil(source).value == read_recueil(source) is not None


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_what_people_type_as_it_is_meant_goes_the_short_way(ends: str, last: str) -> None:
    assert short((PLAIN.removesuffix("\n") + last).replace("\n", ends))


@pytest.mark.parametrize("path", [*BAD, *GOOD], ids=lambda path: path.stem)
def test_a_file_of_the_corpus_is_read_alike(path: Path) -> None:
    source = decode(path.read_bytes(), path.name)
    if isinstance(source, Source):
        short(source.text)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_changed_files_are_read_alike(seed: int) -> None:
    chance = random.Random(seed)
    texts = [*(path.read_text(encoding="utf-8") for path in sorted(CASES.glob("[!_]*.yaml"))), PLAIN]
    went = [short(fuzz.change(chance.choice(texts), texts, chance)) is not None for _ in range(700)]
    # Some files are read by the fast reader.
    assert sum(went) > 100


# Lines with a special meaning for YAML or `check`.
_PIECES = st.sampled_from([
    "- ", "  - ", "    - ", "  ", "    ", "titre: ", "enjeux:", "type: CC", "Pilotage : ", "Pilotage\u00a0: ", "a:b",
    "://", "mots", "Une coopération", "l’eau", "« mots »", "«", "“mots”", "…", "(sic)", '"mots"', "'mots'", '""',
    "[a, b]", "[a,b ]", "# note", " #", "#", ":", " :", ": ", "-", "o ", "a) ", "1. ", "12. ", "– ", "• ", "12:30",
    "À compléter", "2015-03", "\n", "\n", "\n  - ", "\n    ", "\nenjeux:\n  - ", "\nobjet: ", "\nlecture:\n  par: ",
    "\u00a0", "\t", "é", "?",
])  # fmt: skip


@given(st.lists(_PIECES, max_size=12).map("".join), st.booleans())
@example("enjeux:\n  objet:\n    - Transports", False)
@example('enjeux:\n  - "\'“mots”"', False)
@example("enjeux:\n  - x\n  \n    y", False)
def test_any_lines_are_read_alike(lines: str, below: bool) -> None:
    short(f"titre: Entente\noutil: Entente\n{'enjeux:' if below else ''}{lines}\n")


@given(cases)
@settings(max_examples=50)
def test_a_case_as_it_is_written_is_read_alike(case: Case) -> None:
    short(write_case(case))
