"""What is known of the forms of agreement: each fact has a page, the list of pages has no other."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import yaml

from coopform import resources
from coopform.comparing.form_table import FACT_LABELS
from coopform.model import vocabulary

WORDS = vocabulary.load()
FACTS = [fact for known in WORDS.facts.values() for facts in known.values() for fact in facts]


def test_facts_are_on_the_forms_of_the_vocabulary_under_the_keys_that_are_shown() -> None:
    assert {outil.cle for outil in WORDS.outils} == set(WORDS.facts)
    assert {key for known in WORDS.facts.values() for key in known} <= FACT_LABELS.keys() - {"definition"}


def test_each_fact_is_a_sentence_that_a_page_says() -> None:
    for fact in (*FACTS, *WORDS.facts_on_all):
        assert fact.pages, fact.text
        assert len(set(fact.pages)) == len(fact.pages), fact.text
        assert fact.text == fact.text.strip()
    references = [fact for known in WORDS.facts.values() for fact in known.get("reference", ())]
    assert [fact.text for fact in FACTS if not fact.text.endswith(".") and fact not in references] == []


def test_each_form_says_in_a_line_what_it_is_for() -> None:
    assert [cle for cle, known in WORDS.facts.items() if len(known["usage"][0].text) > 80] == []


def test_pages_are_listed_once_and_each_is_used() -> None:
    addresses = Counter(WORDS.pages.values())
    assert [address for address, count in addresses.items() if count > 1 or not address.startswith("http")] == []
    used = {page for fact in (*FACTS, *WORDS.facts_on_all) for page in fact.pages}
    used |= {outil.source for outil in WORDS.outils}
    data = yaml.safe_load((resources.data_dir() / "trames.yaml").read_text(encoding="utf-8"))
    assert used | {WORDS.pages[name] for name in _seen(data)} == set(addresses)


def _seen(data: Any) -> Iterator[str]:
    """Yield the short names of the pages that notes of the skeletons cite."""
    if isinstance(data, dict):
        yield from data.get("vu", ())
        data = list(data.values())
    for inner in data if isinstance(data, list) else ():
        yield from _seen(inner)
