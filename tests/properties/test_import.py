"""For any document: its words are in the imported files, and reading these gives the imported case."""

import re
from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from coopform.casefile.reader import read_case
from coopform.casefile.source import Source as Text
from coopform.importing.blocks import Break, Cell, DocumentBlock, SourceDocument, Table, TextLine, flat
from coopform.importing.case_text import text_of
from coopform.importing.cases.find_cases import find_drafts
from coopform.importing.cleaning import clean
from coopform.importing.keys.build_case import Built, build
from coopform.importing.labels import rubric_labels
from coopform.importing.readers import read_html, read_text
from coopform.model.case import Point
from coopform.model.grid import ROWS
from coopform.model.placeholder import says_nothing
from coopform.text.folding import fold
from coopform.text.i18n import Translator
from tests.support.neutral_copies import names
from tests.support.strategies import texts

_LABELS = [Translator("fr")(row.label) for row in ROWS.values()]
_TYPED = st.one_of(
    texts.map(lambda text: text.replace("\n", " ")),
    st.sampled_from(["5 communes + 1 CC sur 3 départements", "Pilotage : les maires", "3 axes :", "2009 : un accord"]),
)
_lines = st.builds(
    TextLine,
    text=st.one_of(_TYPED, st.sampled_from(_LABELS)),
    level=st.integers(0, 4),
    bold=st.booleans(),
    heading=st.sampled_from([0, 0, 0, 1, 2]),
    number=st.sampled_from(["", "", "1.", "a)"]),
    continues=st.booleans(),
)
_cells = st.builds(Cell, lines=st.lists(_lines, max_size=3).map(tuple))
_tables = st.lists(st.tuples(_cells, _cells), min_size=1, max_size=4).map(lambda rows: Table(tuple(rows)))
_blocks = st.lists(st.one_of(_lines, _lines, _lines, _tables, st.just(Break())), max_size=12)


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, BaseModel | Point):
        yield from (text for name in names(value) for text in _strings(getattr(value, name)))
    elif isinstance(value, tuple | list):
        yield from (text for item in value for text in _strings(item))
    elif value is not None:
        yield str(value)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(clean(text)))


def _built(blocks: list[DocumentBlock]) -> tuple[list[Built], list[TextLine]]:
    found = find_drafts(SourceDocument("texte.txt", tuple(blocks)))
    return [build(draft) for draft in found.drafts], found.before


@given(_blocks)
def test_no_word_is_lost(blocks: list[DocumentBlock]) -> None:
    built, before = _built(blocks)
    kept = Counter(word for line in before for word in _words(line.text))
    for one in built:
        kept.update(word for text in _strings(one.case) for word in _words(text))
        kept.update(word for left in one.left for text in (left.label, *left.words) for word in _words(text))
        kept.update(word for _, label, _ in one.placed for word in _words(label))
    known = {word for label in (*_LABELS, "Sigles", "Fiche") for word in _words(label)}
    for line in flat(blocks):
        # A placeholder is no content.
        if not rubric_labels.shipped().find(line.text) and not says_nothing(line.text):
            # The number of a label is none of its words, nor the cross in a box.
            for word in _words(re.sub(r"^\s*\d{1,2}\.\s|[\[(] ?[xX] ?[\])]", "", line.text)):
                assert word in kept or word in known, (line, word)


@given(_blocks)
def test_a_file_is_read_back_as_what_was_understood(blocks: list[DocumentBlock]) -> None:
    for one in _built(blocks)[0]:
        read = read_case(Text("cas.yaml", text_of(one)), "")
        if "titre" in one.missing:
            assert {problem.code for problem in read.problems} & {"missing-key", "empty-value"}
        else:
            form = () if "outil" in one.missing else one.case.outil
            assert read.value == one.case.model_copy(update={"outil": form}), read.problems


@given(st.lists(_TYPED, max_size=6).map("\n".join))
def test_any_text_and_any_page_is_taken(text: str) -> None:
    written = {word for line in flat(read_text.blocks(text)) for word in _words(line.text)}
    if "<" not in text:
        for word in _words(text):
            assert word in written
    read_html.blocks(text)


def test_marked_sections_are_passed_over_and_their_text_kept() -> None:
    page = "<p>un<![if !supportLists]>deux<![endif]></p><![image[x]]><p><![CDATA[trois]]></p><![quatre"
    words = " ".join(line.text for line in flat(read_html.blocks(page)))
    assert words.split()[:2] == ["undeux", "trois"]
    assert "quatre" in words
