"""The purpose of each key in a sentence, for the schema, the blank file and the questions of `new`.

The rows of the grid have their guiding question in `grid`, except the two keys that share one.
"""

from coopform.model import grid
from coopform.text.i18n import mark

CASE = {
    "titre": mark("The whole title of the co-operation."),
    "titre_court": mark("A title of 40 characters at most, for columns and lists."),
    "outil": mark("The form of agreement, or several: a term of the vocabulary, or your own words."),
    "territoire": mark("The territory that it is about."),
    "partenaires": mark("Who commits?"),
    "echelle": mark("On what scale?"),
    "resultats": mark("What came out of it."),
    "leviers": mark("What helped."),
    "vigilances": mark("What to watch."),
    "enseignements": mark("What was learnt."),
    "resume": mark("The co-operation in a few sentences."),
    "themes": mark("The themes that it is about, one a line."),
    "etapes": mark("The steps of its life, each with “quand” and “quoi”."),
    "statut": mark("Where it stands."),
    "situation_au": mark("When things stood as described: 2015, 2015-03 or 2015-03-05."),
    "suite_de": mark("What it follows on from: the ID of a case, or words."),
    "departements": mark("The codes of the départements, one a line: 07, 2A, 974."),
    "moyens": mark("Funding, staff."),
    "a_verifier": mark("What the facilitator has to check; never on a handout."),
    "lecture": mark("A reading of the co-operation, signed by its author."),
    "sources": mark("Where this comes from: titles, or titles with an author, a date, an address."),
    "fiche": mark("Who wrote this file, when, under what licence."),
    "langue": mark("The language of the text: fr or en."),
}

PARTNER = {
    "texte": mark("The words shown; made from the other keys when left out."),
    "type": mark("The type of partner, or several: CC, PNR, Pays…"),
    "nombre": mark("How many they are, in digits."),
    "nom": mark("The name of the partner."),
    "precision": mark("A detail, shown in brackets."),
    "role": mark("The part that it takes."),
}

STEP = {
    "quand": mark("When: a year, a date, or words such as “vers 2017”."),
    "quoi": mark("What happened."),
}

LECTURE = {
    "par": mark("Who signs the reading; the author of the file when left out."),
    "date": mark("When: 2015, 2015-03 or 2015-03-05."),
    "declenchement": mark("What set it off, in the words of the source or of the vocabulary."),
    "instances": mark("The bodies of the co-operation, in the words of the source."),
    "configuration": mark("How the partners stand to each other."),
    "integration": mark("How far they commit, from the lightest to the closest."),
}

INSTANCES = {
    "politique": mark("The bodies of elected officials."),
    "technique": mark("The bodies of technicians."),
    "mixte": mark("The bodies where both sit."),
    "animation": mark("Who runs it from day to day."),
}

REFERENCE = {
    "titre": mark("The title of the source."),
    "auteur": mark("Its author."),
    "date": LECTURE["date"],
    "lieu": mark("Where it was said or published."),
    "url": mark("The whole address of the page: https://…"),
    "page": mark("The page."),
    "consulte": mark("When the page was read: 2015, 2015-03 or 2015-03-05."),
    "note": mark("A note."),
}

FICHE = {
    "auteur": mark("Who wrote this file."),
    "date": LECTURE["date"],
    "licence": mark("Under what licence it may be used."),
}

RECUEIL = {
    "titre": mark("The title of the collection, on every handout."),
    "sous_titre": mark("Its subtitle."),
    "date": mark("The date of the day: 2015, 2015-03 or 2015-03-05."),
    "lieu": mark("Where the day takes place."),
    "langue": mark("The language of the handouts of the whole collection: fr or en."),
    "organisateurs": mark("Who organises the day, one a line."),
    "introduction": mark("The opening of the handouts: a title, and paragraphs in which **stars** stress words."),
    "couleur": mark('The colour of the handouts: # and six digits or letters from A to F, in quotes, as "#0b4f6c".'),
    "logo": mark("A picture beside this file: PNG, JPEG or SVG."),
    "pied_de_page": mark("A line at the foot of the pages."),
}

INTRODUCTION = {
    "titre": mark("The title of the opening."),
    "paragraphes": mark("Its paragraphs, each with its hyphen."),
}


def of_case(key: str) -> str:
    """Return the purpose of a key of a case, as a message: for a row of the grid, its guiding question."""
    return CASE.get(key) or grid.ROWS[key].question
