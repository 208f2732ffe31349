"""A text without a sign of a fault is read as when each of its nodes is checked: the same case, the same problems."""

import random
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coopform.casefile.source import Source
from coopform.casefile.text_file import decode
from coopform.casefile.writer import write_case
from coopform.casefile.yaml import doubts
from coopform.model.case import Case
from tests.support.places import BAD, CASES, GOOD
from tests.support.strategies import cases
from tests.tools import fuzz

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


def is_doubted(text: str) -> bool:
    """Return whether the nodes of a text are checked; it must give the same case and problems when they are."""
    read = fuzz.read(text)
    with mock.patch.object(doubts, "in_text", return_value=True):
        assert fuzz.read(text) == read
    source = decode(text.encode("utf-8", errors="surrogatepass"), "x.yaml")
    return not isinstance(source, Source) or doubts.in_text(source)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_files_are_not_doubted(path: Path) -> None:
    assert not is_doubted(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("last", ["\n", ""])
def test_what_people_type_as_it_is_meant_is_not_doubted(ends: str, last: str) -> None:
    assert not is_doubted((PLAIN.removesuffix("\n") + last).replace("\n", ends))


@pytest.mark.parametrize("path", [*BAD, *GOOD], ids=lambda path: path.stem)
def test_a_file_of_the_corpus_is_read_alike(path: Path) -> None:
    source = decode(path.read_bytes(), path.name)
    if isinstance(source, Source):
        is_doubted(source.text)


@pytest.mark.parametrize(("seed", "count"), [(1, 210), pytest.param(2, 700, marks=pytest.mark.long)])
def test_changed_files_are_read_alike(seed: int, count: int) -> None:
    chance = random.Random(seed)
    texts = [*(path.read_text(encoding="utf-8") for path in sorted(CASES.glob("[!_]*.yaml"))), PLAIN]
    doubted = [is_doubted(fuzz.change(chance.choice(texts), texts, chance)) for _ in range(count)]
    # Some files have no sign of a fault.
    assert doubted.count(False) > count // 7


# Lines with a special meaning for YAML or `check`.
_PIECES = st.sampled_from([
    "- ", "  - ", "    - ", "  ", "    ", "titre: ", "enjeux:", "type: CC", "Pilotage : ", "Pilotage\u00a0: ", "a:b",
    "://", "mots", "Une coopération", "l’eau", "« mots »", "«", "“mots”", "…", "(sic)", '"mots"', "'mots'", '""',
    "[a, b]", "[a,b ]", "# note", " #", "#", ":", " :", ": ", "-", "o ", "a) ", "1. ", "12. ", "– ", "• ", "12:30",
    "À compléter", "2015-03", "\n", "\n", "\n  - ", "\n    ", "\nenjeux:\n  - ", "\nobjet: ", "\nlecture:\n  par: ",
    "\u00a0", "\t", "é", "?", "&a ", "*a", "!b ", "|", "{", "}", "'", '"', "Ã©", "coopé-", "Un lac\n  ", "1° ", "II. ",
    "\u2003", "\n-----\n", "\n=====\n", "\n## Enjeux\n- ", "‒Un\n  ",
])  # fmt: skip


@given(st.lists(_PIECES, max_size=12).map("".join), st.booleans())
@example("enjeux:\n  objet:\n    - Transports", False)
@example('enjeux:\n  - "\'“mots”"', False)
@example("enjeux:\n  - x\n  \n    y", False)
@example("enjeux: x\n  - y", False)
def test_any_lines_are_read_alike(lines: str, below: bool) -> None:
    is_doubted(f"titre: Entente\noutil: Entente\n{'enjeux:' if below else ''}{lines}\n")


@given(cases)
def test_a_case_as_it_is_written_is_read_alike(case: Case) -> None:
    is_doubted(write_case(case))
