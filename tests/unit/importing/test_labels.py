"""A label is known whatever its dress, and none is taken for a point of the row above."""

from pathlib import Path

import pytest

from coopform import import_document
from coopform.importing.labels.rubric_labels import WORD_LISTS
from coopform.model.case import Case
from coopform.model.labels import KEY_LABELS
from coopform.model.synonyms import shipped_synonyms
from coopform.text.folding import fold
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.usable import words_of

# Labels with other words, a number or signs around a known one, and the key that they belong to.
DRESSED = {
    "Gouvernance / pilotage": "acteurs",
    "Portage, animation": "acteurs",
    "1 Éléments déclencheurs": "declencheurs",
    "3Enjeux": "enjeux",
    "Ce que l’on fait": "objet",
    "Objectifs visés": "ambitions",
    "Pour quoi faire ?": "ambitions",
    "Qu’est-ce qui a déclenché votre coopération ?": "declencheurs",
    "Objet de notre accord": "objet",
    "Qu’avez-vous à y gagner ?": "enjeux",
    "Comment est-ce piloté ?": "acteurs",
    "Ce qui a moins marché": "vigilances",
    "Des enjeux": "enjeux",
    "Partenaires du projet": "partenaires",
    "Principaux résultats": "resultats",
    "Moyens mobilisés": "moyens",
    "LES OBJECTIFS": "ambitions",
    "1. Contexte": "declencheurs",
    "2) Gouvernance": "acteurs",
    "I - Genèse": "declencheurs",
    "IV. Freins": "vigilances",
    "A) Bilan": "resultats",
    "Article 3 : Objet": "objet",
    "ARTICLE PREMIER – OBJET": "objet",
    "Quels sont les partenaires ?": "partenaires",
    "Contexte et enjeux": "declencheurs",
    "Facteurs de réussite :": "leviers",
    "• Atouts :": "leviers",
    "Quel élément déclencheur ?": "declencheurs",
    "Qu’est-ce qui a déclenché la démarche ?": "declencheurs",
    "Qui décide ? Qui pilote ?": "acteurs",
    "Qui décide, qui pilote, qui anime ?": "acteurs",
    "Où veut-on arriver ensemble ?": "ambitions",
    "Qui s’engage ?": "partenaires",
    "Sur quoi porte l’accord ?": "objet",
    "Ce qui a été difficile :": "vigilances",
    "Qu’est-ce qui a aidé ?": "leviers",
    "Qu’avons-nous appris ?": "enseignements",
}
# How the line of a label is set off in a page.
PAGES = {"heading": "<h2>{}</h2>", "bold": "<p><b>{}</b></p>", "underlined": "<p><u>{}</u></p>", "plain": "<p>{}</p>"}


def _case(folder: Path, name: str, text: str) -> Case:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (made,) = import_document(path)
    assert made.built
    return made.built.case


@pytest.mark.parametrize("dress", PAGES)
@pytest.mark.parametrize("label", DRESSED)
def test_a_label_is_known_in_any_dress(tmp_path: Path, label: str, dress: str) -> None:
    above = "Enjeux" if DRESSED[label] != "enjeux" else "Acteurs"
    lines = [PAGES[dress].format(above), "<p>autre chose</p>", PAGES[dress].format(label), "<p>un mot</p>"]
    case = _case(tmp_path, "fiche.html", f"<h1>Entente du Lac</h1>{''.join(lines)}")
    assert [words for value in getattr(case, DRESSED[label]) for words in words_of(value)] == ["un mot"]


def test_items_of_the_first_level_are_labels_of_the_points_below_them(tmp_path: Path) -> None:
    case = _case(
        tmp_path,
        "fiche.html",
        "<h1>Entente du Lac</h1><ul><li>Enjeux<ul><li>L’eau</li></ul></li><li>Divers<ul><li>à voir</li></ul></li>"
        "<li>Gouvernance<ul><li>Pilotage : les maires</li></ul></li></ul>",
    )
    assert [point.full_text() for point in case.enjeux] == ["L’eau"]
    assert [point.full_text() for point in case.acteurs] == ["Pilotage : les maires"]


def test_a_likely_label_is_to_be_checked_in_the_file_and_in_its_language(tmp_path: Path) -> None:
    french = _case(tmp_path, "a.md", "# Entente du Lac\n\n## Objectifs visés\n\n- Nager\n\n## Enjeux\n\n- L’eau\n")
    assert [point.full_text() for point in french.a_verifier] == ["« Objectifs visés » → Ambitions : à confirmer"]
    english = _case(tmp_path, "b.md", "# Lake agreement\n\n## Expected outcomes\n\n- Swim\n\n## Stakes\n\n- Water\n")
    assert english.a_verifier == ()
    english = _case(tmp_path, "c.md", "# Lake agreement\n\n## Main objectives\n\n- Swim\n\n## Stakes\n\n- Water\n")
    assert [point.full_text() for point in english.a_verifier] == ["“Main objectives” → Ambitions: to be confirmed"]


def test_a_question_or_an_unknown_label_in_bold_before_its_text_ends_the_row_above(tmp_path: Path) -> None:
    bold = (
        "Qui pilote ?",
        "Quelles ambitions ?",
        "Ce qui nous a surpris au fil du temps :",
        "Et si c’était à refaire ?",
    )
    lines = [f"<p><b>{label}</b> mot {number}</p>" for number, label in enumerate(bold)]
    case = _case(tmp_path, "fiche.html", f"<h1>Entente du Lac</h1>{''.join(lines)}")
    assert [point.full_text() for point in case.acteurs] == ["mot 0"]
    assert [point.full_text() for point in case.ambitions] == ["mot 1"]


@pytest.mark.parametrize("sentence", ["Les enjeux sont nombreux", "Objectifs : à venir, sans doute.", "- Bilan"])
def test_a_sentence_or_a_point_is_no_label(tmp_path: Path, sentence: str) -> None:
    case = _case(tmp_path, "fiche.txt", f"Entente du Lac\n\nActeurs\n- Les élus\n- Objectifs partagés\n{sentence}\n")
    assert case.enjeux == case.resultats == ()


@pytest.mark.parametrize(
    "text",
    [
        "I. Enjeux\nL’eau\nII. Communication\nUn journal\nIII. Acteurs\nLes maires\n",
        "Article 1 - Enjeux\nL’eau\nArticle 2 - Communication\nUn journal\nArticle 3 - Acteurs\nLes maires\n",
        "ENJEUX\nL’eau\nCOMMUNICATION\nUn journal\nACTEURS\nLes maires\n",
        "1. Enjeux\nL’eau\n2. Communication\nUn journal\n3. Acteurs\nLes maires\n",
        "Enjeux : L’eau\nCommunication : Un journal\nActeurs : Les maires\n",
    ],
    ids=["roman", "articles", "capitals", "numbers", "on the line"],
)
def test_an_unknown_label_dressed_as_the_others_ends_the_row_above(tmp_path: Path, text: str) -> None:
    case = _case(tmp_path, "a.txt", f"Entente du Lac\n\n{text}")
    assert [point.full_text() for point in case.enjeux] == ["L’eau"]
    assert [point.full_text() for point in case.acteurs] == ["Les maires"]


def test_what_sheets_have_beside_the_grid_is_kept_apart_and_may_be_a_point(tmp_path: Path) -> None:
    case = _case(tmp_path, "a.txt", "Entente du Lac\nEnjeux :\nL’eau\nContact :\nM. X\nActeurs :\nLes maires\n")
    assert [point.texte for point in case.enjeux] == ["L’eau"]
    case = _case(tmp_path, "b.txt", "Entente du Lac\nEnjeux\nL’eau\nCommunication\nLe sol\n")
    assert [point.texte for point in case.enjeux] == ["L’eau", "Communication", "Le sol"]


def test_a_word_is_a_label_of_one_key() -> None:
    meant: dict[str, set[str]] = {}
    synonyms = [(key, word) for key, words in shipped_synonyms().items() if key not in WORD_LISTS for word in words]
    labels = [(key, Translator(language)(label)) for language in LANGUAGES for key, label in KEY_LABELS.items()]
    for key, word in (*synonyms, *labels):
        meant.setdefault(fold(word), set()).add(key)
    assert {word: keys for word, keys in meant.items() if len(keys) > 1} == {}
