"""What is written for a case is what PyYAML writes, with lists indented under their key."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from coopform.casefile.yaml_text import as_yaml

# Words of French cases, and the signs that mean something in YAML or in a case file.
PIECES = [
    *"aéZ09oO ..,;:!?-–—«»“”'\"()[]{}#&*%@`|><=~/\\+°€\u00a0\u202f\n_",
    "null",
    "- ",
    "o ",
    "1. ",
    "a) ",
    ": ",
    "mot",
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map("".join)
DATA = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))


class _Indented(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)


_Indented.yaml_implicit_resolvers = {}


@given(st.dictionaries(TEXTS, DATA, min_size=1, max_size=3))
@settings(deadline=None)
def test_any_data_comes_back(data: dict[str, Any]) -> None:
    assert yaml.load(as_yaml(data), yaml.BaseLoader) == data


@pytest.mark.parametrize(
    "data",
    [
        {"titre": "Entente du Haut-Pays", "objet": [{"3 axes": ["Eau", {"Terre": "à rendre"}]}, "Fin"]},
        {"partenaires": [{"texte": "5 CC", "nombre": "5"}, "Région"], "liens": [], "fiche": {}},
        {"resume": "Un.\n\nDeux.", "objet": ["Un.\n\nDeux.", ["dans une liste", ["et une autre"]]]},
        {"etapes": [[], {}, "2009"]},
    ],
)
def test_the_layout_is_that_of_pyyaml(data: dict[str, Any]) -> None:
    class Blocks(_Indented):
        pass

    Blocks.add_representer(
        str,
        lambda dumper, text: dumper.represent_scalar(
            "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
        ),
    )
    assert as_yaml(data) == yaml.dump(data, Dumper=Blocks, allow_unicode=True, sort_keys=False, width=10**9)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Établir une charte (2015), l’eau – 12 % ; « oui »", "Établir une charte (2015), l’eau – 12 % ; « oui »"),
        ("2015-03-05", "2015-03-05"),
        ("null", '"null"'),
        ("« Une citation ouverte", '"« Une citation ouverte"'),
        ("a : b", "'a : b'"),
        ("deux  espaces", "deux  espaces"),
        ("", ""),
    ],
)
def test_quotes_are_few(text: str, written: str) -> None:
    assert as_yaml({"titre": text}) == f"titre: {written}".rstrip() + "\n"
