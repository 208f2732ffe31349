"""An incorrect and a correct example for each problem code, for `check --explain` and the documentation of the codes.

Examples are parts of a case file, in French like case files. For problems of the file itself and not of its text they
are sentences, translated like any message.
"""

from dataclasses import dataclass

from coopform.text.i18n import mark


@dataclass(frozen=True, slots=True)
class Example:
    """A part of a file with a problem, and the same corrected; or two sentences, which are messages."""

    wrong: str
    right: str
    is_sentence: bool = False


def _sentence(wrong: str, right: str) -> Example:
    return Example(wrong, right, is_sentence=True)


_SAVED = mark("The file saved again in Notepad: Save as…, Encoding: UTF-8.")
_ANOTHER_NAME = mark("The same file as “haut-pays.yaml”.")

_FILE = {
    "file-missing": _sentence(
        mark("A shortcut in the folder, to a file that was moved."), mark("The file itself in the folder.")
    ),
    "file-forbidden": _sentence(
        mark("A file that is open in another program."), mark("The same file, closed in that program.")
    ),
    "folder-forbidden": _sentence(
        mark("A subfolder of a colleague, closed to others."), mark("The same subfolder, open for reading.")
    ),
    "file-unreadable": _sentence(
        mark("A file on a USB stick that was removed."), mark("The same file, copied to the computer.")
    ),
    "link-loop": _sentence(mark("A shortcut that leads to itself."), mark("The file itself in the folder.")),
    "link-outside": _sentence(
        mark("A shortcut in the folder, to a file elsewhere on the computer."), mark("The file itself in the folder.")
    ),
    "not-a-file": _sentence(mark("A folder named “haut-pays.yaml”."), mark("A folder named “haut-pays”.")),
    "file-too-big": _sentence(
        mark("A file of several megabytes."), mark("One co-operation: about two kilobytes of text.")
    ),
    "too-many-lines": _sentence(
        mark("A file of tens of thousands of lines."), mark("One co-operation: about fifty lines.")
    ),
    "not-text": _sentence(
        mark("A Word document renamed “haut-pays.yaml”."),
        mark("Its text, pasted into Notepad and saved under that name."),
    ),
    "utf16": _sentence(mark("A file saved as “Unicode” by an old program, without a byte order mark."), _SAVED),
    "utf32": _sentence(mark("A file saved as “UTF-32” by a program for developers."), _SAVED),
    "not-utf8": _sentence(mark("A file saved as “ANSI” by Notepad."), _SAVED),
    "control-character": _sentence(
        mark("A text pasted from a PDF, with an invisible character."), mark("The same words, typed again.")
    ),
    "empty-file": _sentence(
        mark("A file without a word."), mark("A file that begins with “titre: Entente du Haut-Pays”.")
    ),
    "bad-name": _sentence(mark("A file named “---.yaml”."), _ANOTHER_NAME),
    "hidden-ending": _sentence(
        mark("A file that Notepad named “haut-pays.yaml.txt”."), mark("The same file, named “haut-pays.yaml”.")
    ),
    "unread-text": _sentence(mark("A case named “haut-pays.txt”."), _ANOTHER_NAME),
    "unread-document": _sentence(
        mark("A Word document in the folder of cases."), mark("The same document beside that folder.")
    ),
    "same-title": _sentence(
        mark("Two cases with “titre: Entente du Haut-Pays”."),
        mark("“Entente du Haut-Pays” and “Entente du Haut-Pays, 2015”."),
    ),
    "reserved-name": _sentence(mark("A file named “index.yaml”."), _ANOTHER_NAME),
    "same-id": _sentence(
        mark("Two files named “Haut-Jura.yaml” and “haut jura.yml”."),
        mark("Two files named “haut-jura.yaml” and “haut-jura-2.yaml”."),
    ),
}

_YAML = {
    "yaml-syntax": Example(
        'objet:\n  - "Une charte"\n  "Un programme"', 'objet:\n  - "Une charte"\n  - "Un programme"'
    ),
    "second-colon": Example("titre: Entente : un essai", 'titre: "Entente : un essai"'),
    "colon-twice": Example("objet: : Une charte", "objet: Une charte"),
    "keys-in-line": Example("partenaires:\n  - type: CC; nombre: 5", "partenaires:\n  - type: CC\n    nombre: 5"),
    "key-after-key": Example("fiche: auteur: Anne Durand", "fiche:\n  auteur: Anne Durand"),
    "colon-at-end": Example("titre: Les axes de travail :", "titre: Les axes de travail"),
    "key-in-note": Example(
        "objet:\n  - Une charte\n#resultats:\n  - Un programme", "objet:\n  - Une charte\nresultats:\n  - Un programme"
    ),
    "note-left-of-text": Example(
        "resume: |\n  Une charte.\n #2 Un programme.", "resume: |\n  Une charte.\n  #2 Un programme."
    ),
    "colon-in-lines": Example(
        "objet:\n  - Une charte qui dit\n    ceci : équilibre et partage",
        'objet:\n  - "Une charte qui dit\n    ceci : équilibre et partage"',
    ),
    "note-in-text": Example(
        "objet:\n  - La mesure #1 de la charte\n    du Pays", 'objet:\n  - "La mesure #1 de la charte\n    du Pays"'
    ),
    "no-space-after-colon": Example("titre:Entente du Haut-Pays", "titre: Entente du Haut-Pays"),
    "nbsp-after-colon": Example("titre:\u00a0Entente du Haut-Pays", "titre: Entente du Haut-Pays"),
    "unclosed-quote": Example('titre: "Entente du Haut-Pays', 'titre: "Entente du Haut-Pays"'),
    "apostrophe-in-quotes": Example("titre: 'L'entente du Haut-Pays'", 'titre: "L\'entente du Haut-Pays"'),
    "text-after-quotes": Example('titre: "Entente" du Haut-Pays', 'titre: "« Entente » du Haut-Pays"'),
    "backslash": Example('titre: "Est\\Centre"', "titre: 'Est\\Centre'"),
    "json-escape": Example('titre: "Entente \\uD83D\\uDE00"', 'titre: "Entente 😀"'),
    "no-character": Example('titre: "Entente \\uD83D"', 'titre: "Entente"'),
    "escape": Example('titre: "Parc\\nord"', "titre: 'Parc\\nord'"),
    "sign-after-quotes": Example('titre: "Entente du Haut-Pays",', 'titre: "Entente du Haut-Pays"'),
    "smart-quotes": Example("titre: “Entente : un essai”", 'titre: "Entente : un essai"'),
    "smart-quotes-kept": Example("titre: “Entente du Haut-Pays”", "titre: Entente du Haut-Pays"),
    "leading-sign": Example("titre: @ctions communes", 'titre: "@ctions communes"'),
    "unclosed-bracket": Example(
        "titre: [Projet] d'entente\nobjet: [une charte", 'titre: "[Projet] d\'entente"\nobjet: [une charte]'
    ),
    "tab-indent": Example("objet:\n\t- Une charte", "objet:\n  - Une charte"),
    "tab-after-hyphen": Example("objet:\n  -\tUne charte", "objet:\n  - Une charte"),
    "nbsp-indent": Example("objet:\n\u00a0\u00a0- Une charte", "objet:\n  - Une charte"),
    "uneven-indent": Example("objet:\n  - Une charte\n - Un programme", "objet:\n  - Une charte\n  - Un programme"),
    "text-at-margin": Example(
        "resume: |\nUne entente de cinq communautés.", "resume: |\n  Une entente de cinq communautés."
    ),
    "text-without-key": Example(
        "Entente du Haut-Pays\n\noutil: Entente", "titre: Entente du Haut-Pays\n\noutil: Entente"
    ),
    "item-at-margin": Example("objet:\n  - Une charte\nUn programme", "objet:\n  - Une charte\n  - Un programme"),
    "text-too-left": Example(
        "fiche:\n  auteur: Anne\n  Durand",
        "fiche:\n  auteur: Anne\n    Durand",
    ),
    "item-too-left": Example("objet:\n  - Une charte\n  d’équilibre", "objet:\n  - Une charte\n    d’équilibre"),
    "text-above-keys": Example(
        "partenaires:\n  - Un PNR\n    type: PNR", "partenaires:\n  - texte: Un PNR\n    type: PNR"
    ),
    "missing-hyphen": Example("objet:\n  Une charte\n  - Un programme", "objet:\n  - Une charte\n  - Un programme"),
    "mixed-hyphens": Example(
        "acteurs:\n  Pilotage : les présidents\n  - Animation : un chef de projet",
        "acteurs:\n  - Pilotage : les présidents\n  - Animation : un chef de projet",
    ),
    "missing-colon": Example("objet\n  - Une charte", "objet:\n  - Une charte"),
    "label-without-colon": Example(
        "Éléments déclencheurs\tUn grand projet\nenjeux: Anticiper",
        "declencheurs: Un grand projet\nenjeux: Anticiper",
    ),
    "hyphen-after-key": Example("objet: - Une charte\n  - Un programme", "objet:\n  - Une charte\n  - Un programme"),
    "no-space-after-hyphen": Example(
        "objet:\n  -Une charte\n  -Un programme", "objet:\n  - Une charte\n  - Un programme"
    ),
    "nbsp-after-hyphen": Example("objet:\n  -\u00a0Une charte", "objet:\n  - Une charte"),
    "hidden-before": Example(
        "objet:\n  - Une charte\n  \u200b- Un programme", "objet:\n  - Une charte\n  - Un programme"
    ),
    "merge-conflict": Example(
        "<<<<<<< ici\nterritoire: Haut-Pays\n=======\nterritoire: Le Haut-Pays\n>>>>>>> là", "territoire: Haut-Pays"
    ),
    "duplicate-key": Example("enjeux: Organiser\nenjeux: Anticiper", "enjeux:\n  - Organiser\n  - Anticiper"),
    "two-cases": Example(
        "titre: Une entente\noutil: Entente\nobjet: Une charte\n\n"
        "titre: Une autre\noutil: Entente\nobjet: Un programme",
        "titre: Une entente\noutil: Entente\nobjet: Une charte",
    ),
    "complex-key": Example("objet:\n  - [Axe 1] : une charte", 'objet:\n  - "[Axe 1]" : une charte'),
    "alias": Example("objet:\n  - *charte", 'objet:\n  - "*charte"'),
    "anchor": Example("objet:\n  - &Eau et forêt", 'objet:\n  - "&Eau et forêt"'),
    "tag": Example("objet:\n  - !important une charte", 'objet:\n  - "!important une charte"'),
    "too-deep": _sentence(mark("Dozens of nested brackets."), mark("Points under points, on three levels at most.")),
    "too-many-values": _sentence(
        mark("A file of tens of thousands of values."), mark("One co-operation: about a hundred values.")
    ),
    "text-too-long": _sentence(
        mark("A whole report pasted under “objet:”."), mark("Its main points, and its title under “sources:”.")
    ),
    "mail-lines": Example(
        "De : Anne Durand\nÀ : Jean Martin\nObjet : la fiche\n\ntitre: Entente du Haut-Pays",
        "titre: Entente du Haut-Pays",
    ),
    "marks-before-lines": Example(
        "> titre: Entente du Haut-Pays\n> enjeux:\n>   - L’eau", "titre: Entente du Haut-Pays\nenjeux:\n  - L’eau"
    ),
    "other-note": Example("// à relire\ntitre: Entente du Haut-Pays", "# à relire\ntitre: Entente du Haut-Pays"),
    "ruler-line": Example("objet:\n------\n  - Une charte", "objet:\n  - Une charte"),
    "yaml-directive": Example("%YAML 1.2\ntitre: Entente du Haut-Pays", "titre: Entente du Haut-Pays"),
    "several-documents": Example(
        "titre: Une entente\noutil: Entente\n---\ntitre: Une autre", "titre: Une entente\noutil: Entente"
    ),
}

_LOSSES = {
    "comment-cuts-text": Example("titre: Entente #1 du Haut-Pays", 'titre: "Entente #1 du Haut-Pays"'),
    "broken-word": Example("resume: Une coopé-\n  ration", "resume: Une coopération"),
    "typed-bullets": Example("objet:\n  • Une charte\n  • Un programme", "objet:\n  - Une charte\n  - Un programme"),
    "lines-run-together": Example("objet:\n  Transports\n  Tourisme", "objet:\n  - Transports\n  - Tourisme"),
    "bullets-in-text": Example(
        "objet: |\n  • Une charte\n  • Un programme", "objet:\n  - Une charte\n  - Un programme"
    ),
    "typed-bullet": Example("objet:\n  - • Une charte", "objet:\n  - Une charte"),
    "swallowed-item": Example(
        "objet:\n  - Une charte\n      - Un programme", "objet:\n  - Une charte\n  - Un programme"
    ),
    "items-below-text": Example("objet: Une charte\n  - Un programme", "objet:\n  - Une charte\n  - Un programme"),
    "flow-comma": Example("partenaires:\n  - {texte: Un PNR, un Pays}", 'partenaires:\n  - {texte: "Un PNR, un Pays"}'),
}

_CASE = {
    "not-a-sheet": Example("Entente du Haut-Pays", "titre: Entente du Haut-Pays"),
    "list-of-keys": Example(
        "- titre: Entente du Haut-Pays\n- outil: Entente", "titre: Entente du Haut-Pays\noutil: Entente"
    ),
    "unknown-key": Example("couverture: Haut-Pays", "territoire: Haut-Pays"),
    "misspelt-key": Example("enjeu:\n  - Anticiper", "enjeux:\n  - Anticiper"),
    "synonym-key": Example("gouvernance:\n  - Pilotage : les présidents", "acteurs:\n  - Pilotage : les présidents"),
    "label-as-key": Example("Éléments déclencheurs:\n  - Un grand projet", "declencheurs:\n  - Un grand projet"),
    "misplaced-key": Example(
        "partenaires:\n  - type: PNR\nnom: PNR du Haut-Pays", "partenaires:\n  - type: PNR\n    nom: PNR du Haut-Pays"
    ),
    "misplaced-key-margin": Example(
        "sources:\n  - titre: Un rapport\n    statut: en cours", "statut: en cours\nsources:\n  - titre: Un rapport"
    ),
    "misplaced-key-file": Example("couleur: rouge\nterritoire: Haut-Pays", "territoire: Haut-Pays"),
    "indented-key": Example("enjeux:\n  ambitions: Partager", "enjeux: Anticiper\nambitions: Partager"),
    "missing-key": Example(
        "territoire: Haut-Pays\noutil: Entente", "titre: Entente du Haut-Pays\nterritoire: Haut-Pays\noutil: Entente"
    ),
    "empty-value": Example("titre:\noutil: Entente", "titre: Entente du Haut-Pays\noutil: Entente"),
    "empty-item": Example("objet:\n  - Une charte\n  -", "objet:\n  - Une charte"),
    "label-alone": Example("objet:\n  - Axes :\n  - Une charte", "objet:\n  - Axes :\n      - Une charte"),
    "empty-label": Example('objet:\n  - "": une charte', "objet:\n  - Une charte"),
    "expected-text": Example("titre:\n  - Entente\n  - du Haut-Pays", "titre: Entente du Haut-Pays"),
    "expected-texts": Example("themes:\n  eau: oui\n  forêt: non", "themes:\n  - eau\n  - forêt"),
    "colon-in-item": Example("themes:\n  - Eau : rivières", 'themes:\n  - "Eau : rivières"'),
    "expected-keys": Example("fiche: Anne Durand", "fiche:\n  auteur: Anne Durand"),
    "list-in-list": Example("objet:\n  - - Une charte", "objet:\n  - Une charte"),
    "several-labels": Example(
        "acteurs:\n  - Pilotage : les présidents\n    Animation : le chef de projet",
        "acteurs:\n  - Pilotage : les présidents\n  - Animation : le chef de projet",
    ),
    "step-as-label": Example("etapes:\n  - 2009 : une charte", "etapes:\n  - quand: 2009\n    quoi: une charte"),
    "points-too-deep": Example(
        "objet:\n  - Axe :\n      - Mesure :\n          - Action :\n              - Détail",
        "objet:\n  - Axe :\n      - Mesure :\n          - Action",
    ),
    "partner-without-name": Example("partenaires:\n  - nombre: 5", "partenaires:\n  - nombre: 5\n    type: CC"),
    "no-title": Example("titre: ~\noutil: Entente", "titre: Entente du Haut-Pays\noutil: Entente"),
    "too-long": Example(
        "titre_court: Entente interterritoriale des cinq communautés", "titre_court: Entente des cinq communautés"
    ),
    "not-a-number": Example(
        "partenaires:\n  - type: CC\n    nombre: cinq", "partenaires:\n  - type: CC\n    nombre: 5"
    ),
    "bad-date": Example("situation_au: 2015-02-30", "situation_au: 2015-02-28"),
    "date-form": Example("situation_au: 5 mars 2015", "situation_au: 2015-03-05"),
    "bad-departement": Example("departements: [7]", "departements: [07]"),
    "bad-url": Example(
        "sources:\n  - titre: Un rapport\n    url: www.example.org",
        "sources:\n  - titre: Un rapport\n    url: https://www.example.org",
    ),
    "bad-colour": _sentence(mark("In _recueil.yaml: couleur: bleu"), mark('In _recueil.yaml: couleur: "#0b4f6c"')),
    "logo-missing": _sentence(
        mark("In _recueil.yaml: logo: parc.png, without that file."), mark("The file “parc.png” beside _recueil.yaml.")
    ),
    "logo-unusable": _sentence(
        mark("In _recueil.yaml: logo: parc.pdf"), mark("In _recueil.yaml: logo: parc.png, a picture in that folder.")
    ),
    "unknown-status": Example("statut: terminée", "statut: achevée"),
    "unknown-role": Example(
        "partenaires:\n  - type: PNR\n    role: chef", "partenaires:\n  - type: PNR\n    role: signataire"
    ),
    "unknown-language": Example("langue: français", "langue: fr"),
    "bad-value": _sentence(mark("A value that its key cannot take."), mark("A value like those in the documentation.")),
    "markup": Example("objet:\n  - Une **charte** de l’eau", "objet:\n  - Une charte de l’eau"),
    "lost-letter": Example("titre: Entente du Haut-Pay\ufffd", "titre: Entente du Haut-Pays"),
    "misread-letters": Example("titre: CoopÃ©ration du Haut-Pays", "titre: Coopération du Haut-Pays"),
    "hidden-character": Example("titre: Entente\u200b du Haut-Pays", "titre: Entente du Haut-Pays"),
}

_LONG_TITLE = (
    "Convention de mutualisation entre le Pays et le syndicat de rivière pour le suivi de la ressource en eau, "
    "l’entretien des berges, la prévention des crues, l’accueil du public et la formation des agents des communes"
)

_ADVICE = {
    "empty-rubric": Example("enjeux:", "enjeux:\n  - Organiser les solidarités"),
    "long-title": Example(
        f"titre: {_LONG_TITLE}",
        "titre: Convention de mutualisation entre le Pays et le syndicat de rivière\n"
        "resume: Suivi de la ressource en eau, entretien des berges, prévention des crues, accueil du public",
    ),
    "missing-outil": Example("titre: Entente du Haut-Pays", "titre: Entente du Haut-Pays\noutil: Entente"),
    "unknown-outil": Example("outil: Jumelage", "outil: Entente"),
    "unknown-outil-near": Example("outil: Ententes", "outil: Entente"),
    "unknown-type": Example(
        "partenaires:\n  - texte: Une fée\n    type: fée", "partenaires:\n  - texte: Un PNR\n    type: PNR"
    ),
    "unknown-type-near": Example(
        "partenaires:\n  - type: communautés de commune", "partenaires:\n  - type: communauté de communes"
    ),
    "several-terms": Example("outil: Entente, plan de coopération", "outil:\n  - Entente\n  - Plan de coopération"),
    "unknown-term": Example(
        "lecture:\n  par: Anne Durand\n  date: 2015-03\n  integration: se voir",
        "lecture:\n  par: Anne Durand\n  date: 2015-03\n  integration: se connaître",
    ),
    "comma-in-item": Example("themes: eau, forêt", "themes:\n  - eau\n  - forêt"),
    "unsigned-reading": Example(
        "lecture:\n  integration: mutualiser",
        "lecture:\n  par: Anne Durand\n  date: 2015-03\n  integration: mutualiser",
    ),
}

EXAMPLES: dict[str, Example] = {**_FILE, **_YAML, **_LOSSES, **_CASE, **_ADVICE}
