"""The draft of an agreement: the words of a case at their article, all that is missing named, and nothing else."""

import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import docx
import html5lib
import pytest
import yaml
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn

import coopform as api
from coopform import resources
from coopform.collection.collection import read_collection
from coopform.handouts import phrases
from coopform.handouts.agreement import FULL_WARNING, HOW_TO_READ, WARNING, Agreement
from coopform.handouts.case_words import words_of
from coopform.model import grid, keys, labels, vocabulary
from coopform.model.case import Case, Partner, Point, Recueil
from coopform.model.handout_kinds import case_of, document_of, file_name
from coopform.model.skeletons import Skeleton, known_forms, skeleton_of
from coopform.rendering.pages.render import as_text
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.full_case import FULL
from tests.support.long_cases import long_cases
from tests.support.parsing import squeeze
from tests.support.places import CASES
from tests.support.printed import A4, ENGINES, print_by, read, sizes, squeezed
from tests.support.running import Coopform


def variant(identifier: str, **changes: Any) -> Case:
    return FULL.model_copy(update={"id": identifier, **changes})


CHECKED = Point(texte="Une date à vérifier")
BARE = Case(id="vide", titre="Un titre")
FULL_CASES = [
    variant("plein", a_verifier=(CHECKED,)),
    variant("anglais", langue="en"),
    variant("charte", outil=("Charte de PNR",)),
    variant("structure", outil=("Un accord à nous", "PETR")),
    variant("general", outil=("Un accord à nous",), acteurs=(Point(texte="Un groupe de suivi"),)),
]
# Where the head of a table of partners comes to the foot of a page.
LONG = "collines-du-ponant"
# One of each form.
LONG_CASES = {case.outil: case for case in sorted(long_cases(), key=lambda case: case.id == LONG)}.values()
ALL = [*read_collection(CASES).cases, *LONG_CASES, *FULL_CASES, BARE]
NAMES = [case.id for case in ALL]
# The title of the article where each key is, in the general skeleton; the others are in the annex.
PLACES = {
    "outil": "Forme de l’accord", "suite_de": "Visas", "declencheurs": "Préambule", "enjeux": "Préambule",
    "objet": "Objet", "territoire": "Périmètre", "echelle": "Périmètre", "departements": "Périmètre",
    "ambitions": "Ambitions partagées", "acteurs": "Pilotage et animation", "moyens": "Moyens",
    "etapes": "Calendrier", "resultats": "Suivi, évaluation, revoyure",
}  # fmt: skip
ANNEX = "Annexe : ce que la fiche dit aussi"
IN_ANNEX = (
    "resume", "leviers", "vigilances", "enseignements", "themes", "statut", "situation_au", "sources", "fiche",
)  # fmt: skip
# What a draft says besides the case, the skeleton and the vocabulary.
MESSAGES = [
    WARNING, FULL_WARNING, HOW_TO_READ, "Draft of the agreement", "Preparatory note", "Article {number}", "Article",
    "a regulated procedure, for which this is a note with a checklist, not a draft.",
    "headings, questions and notes come from it.",
    "No known form of agreement is named: this is the general skeleton.", "Reference, to be checked:",
    "Partner", "Note:", "Source:", "Annex: what the sheet says besides", "Where the notes were seen",
    "Pages read second-hand, to be checked in the official texts.", "What is missing", "Checklist", "To be specified",
    "Question", "When", "before signing", "what is still to be filled in under “{label}”",
    "[to be specified: {what}]", "{count} points to be specified, {blocking} of them before anybody signs.",
    "Date of the situation described",
]  # fmt: skip


def all_skeletons(language: str) -> list[Skeleton]:
    """Return the skeleton of each form of the vocabulary, and the general one."""
    return [skeleton_of((form,), language) for form in vocabulary.load().outils] + [skeleton_of((), language)]


def content(case: Case) -> Agreement:
    return api.agreement(case).content


@cache
def page(identifier: str) -> Any:
    """Return the page of a case, parsed."""
    case = next(case for case in ALL if case.id == identifier)
    html = as_text(api.agreement(case), "html")
    return html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)


def text_of(element: Any) -> str:
    return squeeze(" ".join(element.itertext()))


def sections(identifier: str) -> dict[str, str]:
    """Return the text of each part of a page by its heading, without the number."""
    found = {}
    for section in page(identifier).iter("section"):
        heading = next(child for child in section if child.tag in ("h2", "h3"))
        found[re.sub(r"^(Article )?[\d.]+ (– )?", "", text_of(heading))] = text_of(section)
    return found


def docx_of(case: Case) -> Any:
    return docx.Document(io.BytesIO(api.as_bytes(api.agreement(case), "docx")))


@cache
def _drawn(fmt: str, identifier: str) -> str:
    case = next(case for case in ALL if case.id == identifier)
    if fmt == "docx":
        return "".join(node.text or "" for node in docx_of(case).element.body.iter(qn("w:t")))
    if fmt == "html":
        return "".join(page(identifier).find("body").itertext())
    return as_text(api.agreement(case), fmt).replace("\\", "")


def drawn(fmt: str, case: Case) -> str:
    """Return all that the draft of a case says in a format, without spaces."""
    return squeezed(unquote(_drawn(fmt, case.id)))


def pieces(case: Case) -> Iterator[str]:
    """Yield all that the draft of a case holds."""
    made = content(case)
    translate = Translator(case.langue)
    for article in made.articles:
        yield from (article.title, article.question)
        for gap in article.missing:
            yield from (gap.text, gap.question, gap.place)
        yield from (note.text for note in article.notes)
        yield from (partner.full_text(case.langue) for partner in article.partners)
    for words in (*made.annex, *(one for article in made.articles for one in article.words)):
        yield translate(words.label)
        for point in words.points:
            yield from (text for text in (point.libelle, point.texte) if text)
            yield from (text for under in point.points for text in under.texts(case.langue))
    yield from made.sources


# The words of the case


@pytest.mark.parametrize(
    "case", [case for case in ALL if not content(case).is_note and case.langue == "fr"], ids=lambda case: case.id
)
def test_each_key_is_at_its_article_or_in_the_annex(case: Case) -> None:
    found = {title: squeezed(text) for title, text in sections(case.id).items()}
    translate = Translator("fr")
    for key, title in (*PLACES.items(), *((key, ANNEX) for key in IN_ANNEX)):
        words = words_of(case, key, translate)
        for point in words.points if words else ():
            for text in (point.libelle, point.texte, *(text for under in point.points for text in under.texts())):
                assert squeezed(text or "") in found[title], key
    for partner in case.partenaires:
        for title in ("Parties", "Engagements de chacun", "Annexes et signatures"):
            assert squeezed(partner.full_text()) in found[title]


def test_every_key_of_a_case_has_its_place() -> None:
    in_head, left_out = {"titre", "titre_court"}, {"a_verifier", "lecture", "langue"}
    assert {*PLACES, *IN_ANNEX, "partenaires"} | in_head | left_out == set(keys.CASE)
    for skeleton in all_skeletons("fr"):
        fed = [key for article in skeleton.articles for key in article.keys]
        assert len(fed) == len(set(fed)), skeleton.key
        assert set(fed) <= {*PLACES, "partenaires"}, skeleton.key


@pytest.mark.parametrize("case", ALL, ids=NAMES)
@pytest.mark.parametrize("fmt", ["html", "markdown", "docx"])
def test_every_medium_holds_the_same(fmt: str, case: Case) -> None:
    found = drawn(fmt, case)
    assert [piece for piece in pieces(case) if squeezed(unquote(piece)) not in found] == []


@pytest.mark.parametrize("case", ALL, ids=NAMES)
@pytest.mark.parametrize("fmt", ["html", "markdown", "docx"])
def test_nothing_is_in_a_draft_but_the_case_the_skeleton_and_the_vocabulary(fmt: str, case: Case) -> None:
    translate = Translator(case.langue)
    allowed = {*texts_of_case(case), *texts_of_data(_data(), case.langue), *vocabulary.load().pages.values()}
    allowed |= {part for form in vocabulary.load().outils for part in form if isinstance(part, str)}
    allowed |= {part for message in MESSAGES for part in re.split(r"\{\w+\}", translate(message))}
    allowed |= {translate(labels.label_of(key)) for key in keys.CASE}
    allowed |= set(phrases.facts(case, translate)) | {content(case).summary}
    left = drawn(fmt, case)
    for text in sorted({squeezed(unquote(text)) for text in allowed}, key=len, reverse=True):
        left = left.replace(text, "\n") if len(text) > 1 else left
    # Numbers, letters of gaps, signs.
    assert [words for words in left.split("\n") if not re.fullmatch(r"[\W\d]*[a-k]?[\W\d]*", words)] == []


def texts_of_case(case: Case) -> Iterator[str]:
    translate = Translator(case.langue)
    yield from (case.titre, case.short_title)
    for key in (*PLACES, *IN_ANNEX):
        words = words_of(case, key, translate)
        for point in words.points if words else ():
            yield from (text for text in (point.libelle, point.texte, *point.texts(case.langue)) if text)
            yield from _under(point)
    yield from (partner.full_text(case.langue) for partner in case.partenaires)
    yield from (source.url or "" for source in case.sources)


def _under(point: Point) -> Iterator[str]:
    for under in point.points:
        yield from (text for text in (under.libelle, under.texte) if text)
        yield from _under(under)


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((resources.data_dir() / "trames.yaml").read_text(encoding="utf-8"))
    return data


def texts_of_data(value: Any, language: str) -> Iterator[str]:
    """Yield the texts of the skeletons in a language, and what heads a column."""
    if isinstance(value, dict):
        if value.keys() == set(LANGUAGES):
            yield value[language]
            yield value[language].capitalize()
            return
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            yield from texts_of_data(inner, language)


@pytest.mark.parametrize("fmt", ["html", "markdown", "docx"])
def test_what_is_to_check_and_readings_stay_out(fmt: str) -> None:
    tridan = next(case for case in ALL if case.id == "tridan")
    case = tridan.model_copy(update={"a_verifier": (CHECKED,)})
    assert case.lecture
    found = docx_of(case).element.xml if fmt == "docx" else as_text(api.agreement(case), fmt)
    assert "Une date à vérifier" not in found
    assert found.count("Les travaux conduits par le SCoT") == 1


# What is missing


@pytest.mark.parametrize("case", ALL, ids=NAMES)
def test_the_last_part_names_every_gap_with_its_article(case: Case) -> None:
    *parts, last = page(case.id).iter("section")
    gaps = {text_of(mark) for part in parts for mark in part.iter("mark")}
    rows = [[text_of(cell) for cell in row] for row in last.iter("tr")][1:]
    assert {row[1] for row in rows} == gaps
    assert all(row[2] for row in rows)
    made = content(case)
    assert [row[0].startswith(gap.place) for row, (_, gap) in zip(rows, made.missing, strict=True)] == [True] * len(
        rows
    )
    titles = {article.title for article, _ in made.missing}
    assert all(any(title in row[0] for row in rows) for title in titles)
    assert len({gap.place for _, gap in made.missing}) == len(made.missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_rubric_is_a_gap_of_every_skeleton(language: str) -> None:
    for skeleton in all_skeletons(language):
        answered = {key for article in skeleton.articles for gap in article.gaps for key in gap.answered_by}
        assert {key for rubric in grid.GRID for key in rubric.keys} <= answered, skeleton.key


@pytest.mark.parametrize("key", ["declencheurs", "enjeux", "ambitions", "objet", "acteurs", "echelle"])
@pytest.mark.parametrize("words", [(), ("À compléter",), ("…",), ("à compléter :", "…")])
def test_a_placeholder_counts_as_missing(key: str, words: tuple[str, ...]) -> None:
    case = FULL_CASES[4].model_copy(update={key: tuple(Point(texte=text) for text in words)})
    before = {gap.what for _, gap in content(FULL_CASES[4]).missing}
    after = {gap.what for _, gap in content(case).missing}
    assert len(after - before) == 1
    assert not any(words.key == key for article in content(case).articles for words in article.words)


def test_what_is_left_to_fill_in_among_words_is_a_gap() -> None:
    some = (Point(libelle="Pilotage", texte="À compléter"), Point(texte="Un groupe de suivi"))
    partners = (Partner(texte="Le syndicat"), Partner(texte="À compléter"))
    made = content(FULL.model_copy(update={"acteurs": some, "partenaires": partners}))
    gaps = [(gap.place, squeeze(gap.text)) for _, gap in made.missing if "compléter" in gap.text]
    assert gaps == [
        ("Parties e", "[à préciser : ce qui reste à compléter sous « Partenaires »]"),
        ("5 e", "[à préciser : ce qui reste à compléter sous « Acteurs »]"),
    ]
    assert [partner.texte for partner in made.articles[1].partners] == ["Le syndicat"]


def test_without_partners_there_is_no_table_but_the_same_gaps() -> None:
    made = content(BARE)
    assert not any(article.partners for article in made.articles)
    assert {"les partenaires", "nom légal et siège", "ce qu’il garantit"} <= {gap.what for _, gap in made.missing}


# The skeletons


@pytest.mark.parametrize(
    ("forms", "key", "is_note"),
    [
        (("Plan de coopération",), "feuille-de-route", False),
        (("Convention d’articulation",), "convention", False),
        (("accord de coopération",), "convention", False),
        (("ENTENTE intercommunale",), "entente", False),
        (("Contrat de rivière",), "contrat", False),
        (("In house",), "prestation-mutualisation", False),
        (("Syndicat mixte ouvert",), "structure", True),
        (("charte du Parc",), "charte", True),
        (("Un mot à nous", "Entente", "PETR"), "entente", False),
        (("Un mot à nous",), "generale", False),
        ((), "generale", False),
    ],
)
def test_the_first_known_form_chooses_the_skeleton(forms: tuple[str, ...], key: str, is_note: bool) -> None:
    chosen = skeleton_of(known_forms(forms), "fr")
    assert (chosen.key, chosen.is_note) == (key, is_note)


def test_each_family_of_the_vocabulary_has_its_skeleton() -> None:
    chosen = {form.famille: skeleton_of((form,), "fr").key for form in vocabulary.load().outils}
    assert "generale" not in chosen.values()
    assert len(set(chosen.values()) - {"charte"}) >= len(chosen) - 1


def test_what_a_second_form_asks_is_asked_too() -> None:
    case = FULL.model_copy(update={"outil": ("Convention de mutualisation",)})
    added = {gap.what for _, gap in content(FULL).missing} - {gap.what for _, gap in content(case).missing}
    assert added == {"le contrôle exercé sur le prestataire"}


def test_what_has_no_source_is_a_question() -> None:
    for language in LANGUAGES:
        for skeleton in all_skeletons(language):
            for article in skeleton.articles:
                questions = [article.question, *(gap.question for gap in (*article.columns, *article.gaps))]
                assert all(question.endswith("?") for question in questions), article
                assert all(note.sources for note in article.notes), article


def test_a_regulated_file_gives_a_note_with_a_checklist() -> None:
    for identifier in ("charte", "structure"):
        found = text_of(page(identifier))
        assert "Note préparatoire" in found
        assert "Article 1" not in found
        boxes = [item for item in page(identifier).iter("i") if item.get("class") == "box"]
        made = content(next(case for case in ALL if case.id == identifier))
        assert len(boxes) == sum(len(article.gaps) for article in made.articles)
        assert "Liste de vérification" in sections(identifier)


# On paper and as Word


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", ["tridan", "charte", LONG])
def test_every_page_says_what_it_is(engine: str, name: str) -> None:
    case = next(case for case in ALL if case.id == name)
    pdf = read(print_by(engine, as_text(api.agreement(case), "html")))
    assert set(sizes(pdf)) == {A4}
    texts = [squeezed(one.text) for one in pdf.pages]
    assert all(squeezed(Translator("fr")(WARNING)) in found for found in texts)
    assert any(squeezed(Translator("fr")(content(case).list_label)) in found for found in texts[-3:])
    if name == LONG:
        # The head of the table is not alone at the foot of a page: names of partners are broken into lines.
        [found] = [found for found in texts if "Article4–" in found]
        assert squeezed(case.partenaires[0].texte)[:12] in found


def test_word_has_it_on_every_page_and_highlights_what_is_to_write() -> None:
    document = docx_of(FULL)
    (section,) = document.sections
    for header in (section.first_page_header, section.header):
        assert squeeze(header.paragraphs[0].text) == squeeze(Translator("fr")(WARNING))
    paragraphs = [
        *document.paragraphs,
        *(one for table in document.tables for cell in table._cells for one in cell.paragraphs),
    ]
    runs = [run for paragraph in paragraphs for run in paragraph.runs]
    highlighted = {run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW}
    assert {squeeze(text) for text in highlighted} == {squeeze(gap.text) for _, gap in content(FULL).missing}
    assert all(table.rows[0]._tr.xml.count("w:tblHeader") for table in document.tables)


@pytest.mark.parametrize(("case", "first"), [(FULL, "Article %1 –"), (FULL_CASES[2], "%1.")], ids=["draft", "note"])
def test_word_numbers_the_articles_itself(case: Case, first: str) -> None:
    document = docx_of(case)
    numbering = document.part.numbering_part.element
    texts = [level.get(qn("w:val")) for level in numbering.iter(qn("w:lvlText"))]
    assert [squeeze(text) for text in texts if "%" in text] == [first, "%1.%2"]
    styles = {style.name: style.element.pPr.numPr for style in document.styles if str(style.name).startswith("Heading")}
    assert styles["Heading 1"].numId.val == styles["Heading 2"].numId.val
    headings = [one for one in document.paragraphs if one.style.name in ("Heading 1", "Heading 2")]
    numbered = [squeeze(one.text) for one in headings if one._p.pPr.numPr is None]
    assert numbered == [article.title for article in content(case).articles if article.number]


def test_the_words_of_the_case_have_styles_of_their_own_in_word() -> None:
    document = docx_of(FULL)
    named: dict[str, str] = {squeeze(one.text): one.style.name for one in document.paragraphs}
    assert named["Une crue"] == "Case Bullet"
    assert named["boire"] == "Case Bullet 3"
    assert named["sur 2 départements"] == "Case Text"
    assert named["Éléments déclencheurs"] == "Case Label"


# Files


def test_render_writes_a_draft_for_each_case_named(coopform: Coopform, workshop: Path) -> None:
    formats = ("--format", "html", "--format", "markdown", "--format", "docx")
    run = coopform("render", "tridan", "sage-ardeche", "--document", "agreement", *formats, "-o", "out")
    assert run.code == 0
    names = {path.name for path in (workshop / "out").iterdir()} - {".coopform.json"}
    endings = ("html", "md", "docx")
    assert names == {f"{name}_trame-d-accord.{end}" for name in ("tridan", "sage-ardeche") for end in endings}


def test_the_index_leads_to_the_drafts_and_those_of_cases_that_are_gone_go(coopform: Coopform, workshop: Path) -> None:
    kinds = [f"--document={kind}" for kind in ("sheet", "agreement", "index")]
    assert coopform("render", "-o", "out", *kinds).code == 0
    out = workshop / "out"
    index = (out / "index.html").read_text(encoding="utf-8")
    assert index.count('_trame-d-accord.html">Trame d’accord</a>') == 5
    assert "[Trame d’accord](tridan_trame-d-accord.html)" not in index
    (workshop / "cases" / "tridan.yaml").unlink()
    assert "1 removed" not in coopform("render", "-o", "out", "--document", "index").err
    assert (out / "tridan_trame-d-accord.html").exists()
    run = coopform("render", "-o", "out", *kinds)
    assert "4 removed" in run.err
    assert not list(out.glob("tridan*"))


def test_a_draft_of_a_case_that_is_broken_is_kept(coopform: Coopform, workshop: Path) -> None:
    assert coopform("render", "-o", "out", "--document", "agreement").code == 0
    (workshop / "cases" / "tridan.yaml").write_text("titre: [", encoding="utf-8")
    coopform("render", "-o", "out", "--document", "agreement")
    assert (workshop / "out" / "tridan_trame-d-accord.html").exists()


@pytest.mark.parametrize("fmt", ["html", "markdown", "docx"])
@pytest.mark.parametrize("case", [FULL, FULL_CASES[1], FULL_CASES[2]], ids=["draft", "english", "note"])
def test_a_draft_is_no_sheet_to_import(coopform: Coopform, tmp_path: Path, case: Case, fmt: str) -> None:
    path = tmp_path / file_name("trame", fmt)
    path.write_bytes(api.as_bytes(api.agreement(case), fmt))
    run = coopform("import", path, "--into", tmp_path / "cases")
    assert run.code == 2
    assert "it is the draft of an agreement that coopform made" in squeeze(run.err)
    assert not (tmp_path / "cases").exists()


@pytest.mark.parametrize(
    ("stem", "kind", "case"),
    [
        ("tridan", "sheet", "tridan"),
        ("tridan_trame-d-accord", "agreement", "tridan"),
        ("tridan_draft-agreement", "agreement", "tridan"),
        ("livret", "booklet", ""),
        ("trame-d-accord", "sheet", "trame-d-accord"),
        ("tridan_livret", "sheet", "tridan_livret"),
        ("a_b_trame-d-accord", "agreement", "a_b"),
    ],
)
def test_a_file_name_tells_its_kind_and_its_case(stem: str, kind: str, case: str) -> None:
    assert (document_of(stem)[0], case_of(stem)) == (kind, case)


def test_an_english_case_has_an_english_draft() -> None:
    document = api.agreement(FULL_CASES[1], Recueil())
    assert document.name == "anglais_draft-agreement"
    found = as_text(document, "markdown")
    assert "## Article 1 – Purpose" in found
    assert "[to be specified: " in found.replace("\\", "")
    assert "## What is missing" in found
