"""Layouts of real sheets: each gives the title and the rows that a reader finds in it, and loses no line."""

from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Cm

from coopform import UnreadableDocument, import_document
from tests.support.trade_sheets import Sheet, write
from tests.support.usable import problems

FOUR = ("Entente du Col", "Entente du Pic", "Entente du Lac", "Entente du Gué")
SAME = {"enjeux": ["L’eau"], "partenaires": ["2 communes"], "acteurs": ["Un comité", "Un bureau"]}
DECORATED = ("{}", ">> {}", "=== {} ===", "*** {} ***", "[{}]", "# {} #", "~ {} ~")


def _decorated(dress: str) -> str:
    parts = (("Contexte", "Un quai vide"), ("Objectifs", "Vendre"), ("Partenaires", "2 communes"), ("Bilan", "Un bac"))
    return "Le marché flottant\n\n" + "\n\n".join(f"{dress.format(label)}\n{text}" for label, text in parts)


# Tables with a row or a column of sums, which is no case.
SUMMED = {
    "total-ligne.xlsx": [
        ["N°", "Coopération", "Outil", "Partenaires", "Enjeux"],
        ["1", "Entente du Lac", "Entente", "2 communes", "L’eau"],
        ["2", "Charte du Bois", "Charte", "3 CC", "Le bois"],
        ["Total général", "", "2 outils", "5 partenaires", ""],
    ],
    "total-noms.csv": "Coopération;Outil;Partenaires;Enjeux\nEntente du Lac;Entente;2 communes;L’eau\n"
    "Charte du Bois;Charte;3 CC;Le bois\nTotal (2 fiches);;5 partenaires;\nMoyenne;;2,5;\n",
    "total-colonne.xlsx": [
        ["Rubrique", "Entente du Lac", "Charte du Bois", "TOTAL"],
        ["Outil", "Entente", "Charte", "2"],
        ["Partenaires", "2 communes", "3 CC", "5"],
        ["Enjeux", "L’eau", "Le bois", ""],
    ],
    "total-seul.html": "<table><tr><td>Nom<td>Entente du Lac<tr><td>Outil<td>Entente<tr><td>Partenaires<td>2 communes"
    "<tr><td>Enjeux<td>L’eau<tr><td colspan=2>Total : 5 000 €<tr><td>Objet<td>Un bac</table>",
}
COMPARED = {
    "colonnes": "|  | Territoires partenaires | Le bac |\n|---|---|---|\n| Enjeux | L’eau | Le fleuve |\n"
    "| Acteurs | Un comité | Un maire |\n\nSource : une enquête",
    "notes": "| Rubrique | Territoires partenaires | Le bac | Observations |\n|---|---|---|---|\n"
    "| Enjeux | L’eau | Le fleuve | à voir |\n| Acteurs | Un comité | Un maire | |",
    "questions": "|  | Territoires partenaires | Le bac |\n|---|---|---|\n"
    "| Qu’a-t-on à gagner ou à perdre ? | L’eau | Le fleuve |\n"
    "| Qui décide, qui pilote, qui anime ? | Un comité | Un maire |\n| Sur quoi porte l’accord ? | Un pont | Un bac |\n"
    "| Où veut-on arriver ensemble ? | Nager | Passer |",
    "puces": "## Enjeux\n\n- Territoires partenaires\n  - L’eau\n- Le bac\n  - Le fleuve\n\n"
    "## Acteurs\n\n- Territoires partenaires\n  - Un comité\n- Le bac\n  - Un maire",
    "lignes": "|  | Enjeux | Acteurs |\n|---|---|---|\n| Territoires partenaires | L’eau | Un comité |\n"
    "| Le bac | Le fleuve | Un maire |",
    "rubriques": "# Comparaison\n\n## Enjeux\n\n### Territoires partenaires\n\nL’eau\n\n"
    "### Le bac\n\nLe fleuve\n\n"
    "## Acteurs · 1/2\n\n### Territoires partenaires\n\nUn comité\n\n## Acteurs · 2/2\n\n### Le bac\n\nUn maire",
    "tableaux": "## Enjeux\n\n|  |  |\n|---|---|\n| Territoires partenaires | L’eau |\n| Le bac | Le fleuve |\n\n"
    "## Acteurs\n\n| Coopération | Contenu |\n|---|---|\n| Territoires partenaires | Un comité |\n"
    "| Le bac | Un maire |",
}

SHEETS = [
    # Rows in groups, whose name is a label with words around it, a label, or no label.
    Sheet(
        "groupes.html",
        "<table><tr><td colspan=3>FICHE COOPÉRATION : Les marais du Lorn<tr><td>Outil<td colspan=2>Charte"
        "<tr><td rowspan=2>ENJEUX ET AMBITIONS<td>Enjeux<td>L’eau<tr><td>Ambitions<td>Nager<br>Pêcher"
        "<tr><td rowspan=2>Partenaires / échelle<td>Partenaires<td>2 communes<tr><td>Échelle<td>Le bassin"
        "<tr><td rowspan=2>L’accord<td>Objet<td>Un plan<tr><td>Acteurs<td>Un comité"
        "<tr><td>Éléments déclencheurs<td colspan=2>La crue</table>",
        "Les marais du Lorn",
        {
            "enjeux": ["L’eau"],
            "ambitions": ["Nager", "Pêcher"],
            "partenaires": ["2 communes"],
            "echelle": ["Le bassin"],
            "objet": ["Un plan"],
            "acteurs": ["Un comité"],
            "declencheurs": ["La crue"],
        },
        1,
    ),
    # Two names of a key follow each other, a sign is in the place of a text, and a letter before the title.
    Sheet(
        "doublon.txt",
        "B – Le bac de Lorme\nOutil : ?\nPartenaires : le PNR\nPartenaires / échelle :\n- 2 communes\nEnjeux : l’eau",
        "Le bac de Lorme",
        {"partenaires": ["le PNR", "2 communes"], "enjeux": ["l’eau"]},
        1,
    ),
    # Cases side by side, one of which is named as a label, and rubric by rubric.
    *(
        Sheet(f"{name}.md", text, "Territoires partenaires", {"enjeux": ["L’eau"], "acteurs": ["Un comité"]}, 2)
        for name, text in COMPARED.items()
    ),
    *(
        Sheet(name, rows, "Entente du Lac", {"partenaires": ["2 communes"], "enjeux": ["L’eau"]}, 2 - ("seul" in name))
        for name, rows in SUMMED.items()
    ),
    # A line above the heads is no label with its text, and a group of rows no case.
    Sheet(
        "inventaire.xlsx",
        [
            ["Inventaire", "", "", "", ""],
            ["mise à jour : mars 2024", "", "", "", ""],
            ["Réf.", "Nom de l’action", "Porteur", "Partenaires", "Objet"],
            ["Secteur Nord", "", "", "", ""],
            ["A1", "Piscine commune", "CC du Nord", "5 communes\nDépartement", "Nager"],
            ["Secteur Sud", "", "", "", ""],
            ["A2", "Portage de repas", "CIAS", "3 CC", "Livrer"],
        ],
        "Piscine commune",
        {"acteurs": ["CC du Nord"], "partenaires": ["5 communes", "Département"], "objet": ["Nager"]},
        2,
    ),
    # A text that goes on in the next row, below an empty cell, is no title of another case.
    Sheet(
        "espacee.xlsx",
        [
            ["Nom", "Charte du Haut"],
            ["Outil", "Charte"],
            ["Enjeux", "Le bois"],
            ["", "L’emploi"],
            ["Partenaires", "2 PNR"],
            ["", "4 CC"],
        ],
        "Charte du Haut",
        {"enjeux": ["Le bois", "L’emploi"], "partenaires": ["2 PNR", "4 CC"]},
    ),
    # Two heads over their texts, one of which is no known label, and an unknown label beside a known one.
    Sheet(
        "paysage.html",
        "<table><tr><td>Nom<td colspan=3>La recyclerie<tr><td>Territoire<td>Le Lorn<td>Année<td>2019"
        "<tr><td>Structure porteuse<td>CC du Lorn<td>Contact<td>Claire Aune"
        "<tr><td colspan=2>Partenaires<td colspan=2>Rôle"
        "<tr><td colspan=2>CC du Lorn<br>3 communes<td colspan=2>Pilotage<br>Locaux"
        "<tr><td>Moyens humains<td>2 ETP<td>Budget<td>85 000 €<tr><td>Objectifs<td colspan=3>Trier</table>",
        "La recyclerie",
        {
            "territoire": ["Le Lorn"],
            "partenaires": ["CC du Lorn", "3 communes"],
            "acteurs": ["CC du Lorn"],
            "ambitions": ["Trier"],
        },
    ),
    # A web page copied with what is around its text.
    Sheet(
        "copie.txt",
        "Accueil > Territoires > Fiches\nPartager sur Facebook\n\nLa cuisine centrale\n\n"
        "Publié le 3 février 2021 - Temps de lecture : 4 minutes\n\nLE CONTEXTE\nDes cuisines vétustes\n\n"
        "LES OBJECTIFS\n• 50 % de bio\n\nLES PARTENAIRES\n2 CC\n\nLA GOUVERNANCE\nUne régie\n\n"
        "Imprimer cette page\nFacebook Twitter LinkedIn\n© 2021 Réseau rural - Mentions légales\n",
        "La cuisine centrale",
        {"declencheurs": ["Des cuisines vétustes"], "partenaires": ["2 CC"], "acteurs": ["Une régie"]},
    ),
    # A page saved by Word: the title and the items are paragraphs, with the bullets as words.
    Sheet(
        "word.htm",
        "<p class=MsoTitle>La maison de santé</p><p class=MsoNormal><b>Enjeux&nbsp;:</b></p>"
        + "".join(
            f"<p class=MsoListParagraph style='text-indent:-18pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>"
            f"<span style='mso-list:Ignore'>{sign}<span>&nbsp;&nbsp; </span></span><![endif]>{text}</p>"
            for level, sign, text in ((1, "·", "Les soins :"), (2, "o", "des plus âgés"), (1, "·", "La garde"))
        )
        + "<p class=MsoNormal><b>Partenaires&nbsp;:</b> 2 communes</p>",
        "La maison de santé",
        {"enjeux": ["Les soins", "des plus âgés", "La garde"], "partenaires": ["2 communes"]},
    ),
    # A list whose heads come again on the next page, with a department over two rows.
    Sheet(
        "liste.html",
        "<table><tr><td>Dép.<td>Coopération<td>Outil<td>Partenaires<td>Enjeux<tr><td rowspan=2>07<td>Piscine<td>SIVU"
        "<td>5 communes<td>Nager<tr><td>Sentiers<td>Charte<td>3 communes<td>Marcher"
        "<tr><td>Dép.<td>Coopération<td>Outil<td>Partenaires<td>Enjeux"
        "<tr><td>26<td>Crèche<td>Entente<td>2 CC<td>Accueillir</table>",
        "Piscine",
        {"departements": ["07"], "outil": ["SIVU"], "partenaires": ["5 communes"]},
        3,
    ),
    # Words that are labels elsewhere: roles in the last column of a table, the last number of a list, acronyms.
    Sheet(
        "roles.md",
        "# La monnaie\n\n## Partenaires\n\n| Qui | Rôle |\n|---|---|\n| Association | pilote |\n"
        "| 5 communes | financeurs |\n\n## Enjeux\n\n1. circuits courts\n   - commerces\n2. lien\n\n"
        "## Acteurs\n\nUn CA\n",
        "La monnaie",
        {"enjeux": ["circuits courts", "commerces", "lien"], "acteurs": ["Un CA"]},
    ),
    Sheet(
        "sigles.docx",
        [
            ("b", "La télémédecine"),
            ("b", "Contexte"),
            ("", "Un désert"),
            ("b", "Partenaires"),
            ("", "ARS, CC"),
            ("b", "Enjeux"),
            ("", "Se soigner"),
        ],
        "La télémédecine",
        {"partenaires": ["ARS", "CC"], "enjeux": ["Se soigner"]},
    ),
    # Points with the words of a page or of a letter.
    Sheet(
        "mots.txt",
        "Bonjour le quartier\n\nEnjeux\nRecherche\nAccessibilité\nPartager\nPartager sur tout le territoire\n"
        "Accueil / information\nTotal\n\nActeurs\nContact\nMenu\nImprimer\n",
        "Bonjour le quartier",
        {
            "enjeux": [
                "Recherche",
                "Accessibilité",
                "Partager",
                "Partager sur tout le territoire",
                "Accueil / information",
                "Total",
            ]
        },
    ),
    # Columns that are no cases, and questions in the words of a form.
    Sheet(
        "reste.docx",
        [
            ("h0", "Le bureau des temps"),
            (
                "table",
                [
                    ["Rubrique", "Ce que nous avons fait", "Ce qui reste à faire"],
                    ["Enjeux", "Les horaires", "Le dimanche"],
                    ["Objet", "Un service", "Un guichet"],
                    ["Acteurs", "Une chargée", "Un élu"],
                ],
            ),
        ],
        "Le bureau des temps",
        {"enjeux": ["Les horaires"], "objet": ["Un service"], "acteurs": ["Une chargée"]},
    ),
    Sheet(
        "questions-formulaire.csv",
        "Horodateur;1. Nom de la coopération;2. Qui sont vos partenaires et à quelle échelle travaillez-vous ?;"
        "3. Quels sont pour vous les enjeux ?;4. Qui pilote, qui anime ?\n2024-03-01;Lac propre;2 CC;Nager;Comité\n"
        "2024-03-02;Bois local;3 CC;Scier;Bureau\n",
        "Lac propre",
        {"partenaires": ["2 CC"], "enjeux": ["Nager"], "acteurs": ["Comité"]},
        2,
    ),
    Sheet(
        "etoiles.txt",
        "☆ LE GROUPEMENT ☆\n\nEnjeux\nfidéliser\nPartenaires\n2 CC\n",
        "LE GROUPEMENT",
        {"enjeux": ["fidéliser"], "partenaires": ["2 CC"]},
    ),
    # Numbered titles, and labels before a dash.
    Sheet(
        "tirets.docx",
        [
            part
            for title, word in (("1. La fruitière", "Le lait"), ("2. Le four", "Le pain"))
            for part in (
                ("h1", title),
                ("", "Forme juridique – SCIC"),
                ("", f"Enjeux – {word}"),
                ("", "Partenaires – 2 communes"),
                ("", "Freins – Le temps"),
            )
        ],
        "La fruitière",
        {"outil": ["SCIC"], "enjeux": ["Le lait"], "partenaires": ["2 communes"], "vigilances": ["Le temps"]},
        2,
    ),
    # Several cases say the same in their rows.
    Sheet(
        "quatre.docx",
        [
            part
            for title in FOUR
            for part in (
                ("h1", title),
                ("h2", "Enjeux"),
                ("", "L’eau"),
                ("h2", "Partenaires"),
                ("", "2 communes"),
                ("h2", "Gouvernance"),
                ("", "Un comité"),
                ("", "Un bureau"),
            )
        ],
        FOUR[0],
        SAME,
        4,
    ),
    Sheet(
        "quatre.md",
        "\n\n".join(
            f"## {title}\n\n### Enjeux\n\nL’eau\n\n### Partenaires\n\n2 communes\n\n### Gouvernance\n\n"
            "Un comité\n\nUn bureau"
            for title in FOUR
        ),
        FOUR[0],
        SAME,
        4,
    ),
    # Questions in the past, with the words of an interview.
    Sheet(
        "entretien.docx",
        [
            ("h1", "Les jardins d’en bas"),
            ("h2", "Quel était le contexte de départ ?"),
            ("", "Des friches"),
            ("h2", "Quels étaient vos objectifs ?"),
            ("", "Cultiver"),
            ("h2", "Avec qui ?"),
            ("", "2 communes"),
            ("h2", "Quelles difficultés avez-vous rencontrées ?"),
            ("", "Le gel"),
            ("h2", "Quels enseignements à retenir ?"),
            ("", "Prévoir l’eau"),
        ],
        "Les jardins d’en bas",
        {
            "declencheurs": ["Des friches"],
            "ambitions": ["Cultiver"],
            "partenaires": ["2 communes"],
            "vigilances": ["Le gel"],
            "enseignements": ["Prévoir l’eau"],
        },
    ),
    # A title of two lines is one title.
    Sheet(
        "deux-lignes.docx",
        [
            ("h0", "Convention de coopération\nentre les deux rives"),
            ("h2", "Article 1er - Objet de la convention"),
            ("", "Un bac"),
            ("h2", "Article 2 - Dispositions financières"),
            ("", "La CC verse 4 000 €"),
            ("h2", "Article 3 - Modalités de gouvernance"),
            ("", "Un comité"),
        ],
        "Convention de coopération entre les deux rives",
        {"objet": ["Un bac"], "moyens": ["La CC verse 4 000 €"], "acteurs": ["Un comité"]},
    ),
    Sheet(
        "deux-lignes.html",
        "<h1>Le bac<br>des deux rives</h1><h2>Enjeux</h2><p>Passer</p><h2>Gouvernance</h2><p>Un comité</p>",
        "Le bac des deux rives",
        {"enjeux": ["Passer"], "acteurs": ["Un comité"]},
    ),
    # Points that look like labels or questions.
    Sheet(
        "points.docx",
        [
            ("h0", "Entente du Lac"),
            ("h1", "Objet"),
            ("", "Dates et lieux des marchés"),
            ("", "Dépenses partagées"),
            ("h1", "Enjeux"),
            ("", "Le suivi"),
            ("", "Qui pilote ?"),
            ("h1", "Acteurs"),
            ("", "Comité technique - 3 agents"),
        ],
        "Entente du Lac",
        {
            "objet": ["Dates et lieux des marchés", "Dépenses partagées"],
            "enjeux": ["Le suivi", "Qui pilote ?"],
            "acteurs": ["Comité technique - 3 agents"],
        },
    ),
    Sheet(
        "questions.txt",
        "Entente du Lac\nEnjeux : comment partager l’eau ?\nComment la garder ?\nAmbitions : stocker\nActeurs : élus\n",
        "Entente du Lac",
        {"enjeux": ["comment partager l’eau ?", "Comment la garder ?"], "ambitions": ["stocker"]},
    ),
    # What a form prints before the title.
    Sheet(
        "fiche-projet.txt",
        "Fiche projet\tEntente des Marais\nOutil\tEntente\nEnjeux\tL’eau\nPartenaires\t5 communes\n",
        "Entente des Marais",
        {"outil": ["Entente"], "enjeux": ["L’eau"], "partenaires": ["5 communes"]},
    ),
    Sheet(
        "fiche-action.docx",
        [
            ("table", [["FICHE ACTION N° 7", "Une légumerie"], ["Enjeux", "Cuisiner"], ["Partenaires", "2 CC"]]),
        ],
        "Une légumerie",
        {"enjeux": ["Cuisiner"], "partenaires": ["2 CC"]},
    ),
    Sheet(
        "fiche-cooperation.xlsx",
        [
            ["Fiche de coopération : Le bois partagé", ""],
            ["Rubrique", "Contenu"],
            ["Enjeux", "Chauffer"],
            ["Partenaires", "CC du Bois"],
        ],
        "Le bois partagé",
        {"enjeux": ["Chauffer"], "partenaires": ["CC du Bois"]},
    ),
    Sheet(
        "pluriels.txt",
        "Nom du projet :\nLes greniers\n\nObjectif(s) :\nStocker\n\nPartenaire(s) :\n4 communes\n\n"
        "Point(s) fort(s) :\nLe prix\n",
        "Les greniers",
        {"ambitions": ["Stocker"], "partenaires": ["4 communes"], "leviers": ["Le prix"]},
    ),
    Sheet(
        "question-apres-un-fait.txt",
        "Les crèches du val\n\nPartenaires : 5 communes\nCoût : 640 €\n\nPourquoi nous ?\nDes familles\n\n"
        "Bilan et perspectives\nVingt enfants\n",
        "Les crèches du val",
        {"partenaires": ["5 communes"], "moyens": ["640 €"], "resultats": ["Vingt enfants"]},
    ),
    # Labels and texts on one line, with any sign between them.
    Sheet(
        "signes.txt",
        "titre = Les greniers\nOutil – Entente\nEnjeux:le grain\nAmbitions - stocker\nActeurs : 2 communes\n",
        "Les greniers",
        {"outil": ["Entente"], "enjeux": ["le grain"], "ambitions": ["stocker"], "acteurs": ["2 communes"]},
    ),
    # Lines to write on, filled in or not.
    Sheet(
        "lignes.txt",
        "Nom : .....Les greniers.....\n\nEnjeux\n1) le grain\n2) le prix\n3) ..........\n\nPartenaires\n3 CC\n",
        "Les greniers",
        {"enjeux": ["le grain", "le prix"], "partenaires": ["3 CC"]},
    ),
    Sheet(
        "numeros.md",
        "# Le lavoir\n\n## 1 Présentation\n\n### 1.1 Contexte\n\nUn lavoir\n\n### 1.2 Objectifs\n\nLe relever\n\n"
        "### 2.1 Acteurs impliqués\n\n2 communes\n\n### 3.1 Points forts\n\nLe prix\n",
        "Le lavoir",
        {"declencheurs": ["Un lavoir"], "ambitions": ["Le relever"], "acteurs": ["2 communes"], "leviers": ["Le prix"]},
    ),
    Sheet(
        "suite.pptx",
        [
            ("Maison commune", [(0, "Montclair")]),
            ("Contexte (1/2)", [(0, "Une école vide")]),
            ("Contexte (2/2)", [(0, "Un legs")]),
            ("Objectifs – suite", [(0, "Loger")]),
            ("Partenaires", [(0, "2 communes")]),
        ],
        "Maison commune",
        {"declencheurs": ["Une école vide", "Un legs"], "ambitions": ["Loger"], "partenaires": ["2 communes"]},
    ),
    Sheet(
        "wiki.txt",
        "== Le lavoir ==\n\n=== Contexte ===\n* un pré\n\n=== Objectifs ===\n* laver\n\n=== Partenaires ===\n* 3 CC\n",
        "Le lavoir",
        {"declencheurs": ["un pré"], "ambitions": ["laver"], "partenaires": ["3 CC"]},
    ),
    # A table of one column is a text.
    Sheet(
        "une-colonne.docx",
        [
            ("h0", "Marché paysan"),
            ("table", [["ENJEUX"], ["La vente"], ["AMBITIONS"], ["Dix étals\nUn camion"], ["ACTEURS"], ["Un comité"]]),
        ],
        "Marché paysan",
        {"enjeux": ["La vente"], "ambitions": ["Dix étals", "Un camion"], "acteurs": ["Un comité"]},
    ),
    Sheet(
        "deux-entetes.xlsx",
        [
            ["Coopération", "Année", "Partenaires", "", "Fond", ""],
            ["", "", "Nombre", "Qui", "Enjeux", "Objectifs"],
            ["Lac", "2012", "2 CC", "1 PNR", "eau", "partager"],
            ["Bois", "2014", "1 CC", "2 PNR", "bois", "vendre"],
        ],
        "Lac",
        {"partenaires": ["2 CC", "1 PNR"], "enjeux": ["eau"], "ambitions": ["partager"]},
        2,
    ),
    # The lists of a front matter.
    Sheet(
        "listes.md",
        "---\ntitle: La Fabrique\ntags:\n  - forêt\n  - bois\npartners: [CC des Bois, 1 PNR]\n---\n\n"
        "# Enjeux\n\nLe bois\n\n# Gouvernance\n\nUn comité\n",
        "La Fabrique",
        {"themes": ["forêt", "bois"], "partenaires": ["CC des Bois", "1 PNR"], "enjeux": ["Le bois"]},
    ),
    # The menu and the foot of a page are in no rubric.
    Sheet(
        "page.html",
        "<nav><ul><li>Accueil</li></ul></nav><h1>Une épicerie</h1><h2>Enjeux</h2><p>Le bourg</p>"
        "<h2>Partenaires</h2><p>3 communes</p><h2>Résultats</h2><p>Ouverte</p>"
        "<footer><p>Mentions légales</p></footer>",
        "Une épicerie",
        {"partenaires": ["3 communes"], "resultats": ["Ouverte"]},
    ),
    # Labels in one row, above texts that have labels too.
    Sheet(
        "etiquettes-en-tete.docx",
        [
            ("h0", "Entente du Lac"),
            (
                "table",
                [
                    ["Éléments déclencheurs", "Partenaires / échelle", "Enjeux"],
                    ["La crue", "2 CC\nÉchelle : la vallée", "L’eau"],
                    ["Ambitions", "Objet", "Acteurs"],
                    ["Agir", "Un bac", "Pilotage : les maires"],
                ],
            ),
        ],
        "Entente du Lac",
        {"echelle": ["la vallée"], "objet": ["Un bac"], "acteurs": ["Pilotage", "les maires"]},
    ),
    Sheet(
        "une-ligne.csv",
        'Nom;Enjeux;Objet;Acteurs\nEntente du Lac;"L’eau\nLe bois";Un bac;"Pilotage : les maires"\n',
        "Entente du Lac",
        {"enjeux": ["L’eau", "Le bois"], "objet": ["Un bac"], "acteurs": ["Pilotage", "les maires"]},
    ),
    # The questions of a facilitator in a column of their own, some of them those of the grid.
    Sheet(
        "questions.docx",
        [
            ("h0", "Entente du Lac"),
            (
                "table",
                [
                    ["Rubrique", "Question", "Votre réponse"],
                    ["Partenaires / échelle", "Qui s’engage ? À quelle échelle ?", "2 CC"],
                    ["Enjeux", "Pourquoi vous lancer ?", "L’eau"],
                    ["Objet", "Sur quoi travaillez-vous ?", "Un bac"],
                ],
            ),
        ],
        "Entente du Lac",
        {"partenaires": ["2 CC"], "enjeux": ["L’eau"], "objet": ["Un bac"]},
    ),
    # Labels with a long question or a plural in brackets, and in the words of an interview.
    Sheet(
        "parentheses.docx",
        [
            ("h0", "Entente du Lac"),
            ("h2", "Ce qui a déclenché la coopération"),
            ("", "La crue"),
            ("h2", "Enjeux (qu’avez-vous à y gagner, qu’auriez-vous à perdre, tous ensemble ?)"),
            ("", "L’eau"),
            ("h2", "Objet(s) de la coopération"),
            ("", "Un bac"),
        ],
        "Entente du Lac",
        {"declencheurs": ["La crue"], "enjeux": ["L’eau"], "objet": ["Un bac"]},
    ),
    # A colleague took over the headings of the sheets, and typed facts above them.
    Sheet(
        "repris.docx",
        [
            ("", "FICHE DE COOPÉRATION"),
            ("", "Titre : Entente du Lac"),
            ("", "Outil : ☐ Charte ☒ Entente ☐ Convention"),
            ("", "Statut : en cours"),
            ("h3", "Éléments déclencheurs"),
            ("", "La crue"),
            ("h3", "Partenaires / échelle"),
            ("", "2 CC"),
            ("h3", "Enjeux"),
            ("", "L’eau"),
            ("h3", "Ambitions"),
            ("", "Agir"),
            ("h3", "Objet"),
            ("", "Un bac"),
            ("h3", "Acteurs"),
            ("", "Pilotage : les maires"),
        ],
        "Entente du Lac",
        {"outil": ["Entente"], "statut": ["en cours"], "acteurs": ["Pilotage", "les maires"]},
    ),
    # The label of the title in the heading, codes joined by words, and other numbers of the labels of the grid.
    Sheet(
        "titre.docx",
        [
            ("h1", "Titre : Entente du Lac"),
            ("", "Départements : 07, 26 et 2A"),
            ("h2", "Objets"),
            ("", "Un bac"),
            ("h2", "Acteur"),
            ("", "Les maires"),
            ("h2", "Les partenaires et l’échelle"),
            ("", "2 CC"),
        ],
        "Entente du Lac",
        {"departements": ["07", "26", "2A"], "objet": ["Un bac"], "acteurs": ["Les maires"], "partenaires": ["2 CC"]},
    ),
    # Questions answered on their line.
    Sheet(
        "reponses.txt",
        "Nom de la coopération ? Entente du Lac\nAvec qui ? 2 CC\nQuelles ambitions ? Agir\nQui décide ? Les maires\n",
        "Entente du Lac",
        {"partenaires": ["2 CC"], "ambitions": ["Agir"], "acteurs": ["Les maires"]},
    ),
    *(
        Sheet(
            "decore.txt",
            _decorated(dress),
            "Le marché flottant",
            {"declencheurs": ["Un quai vide"], "ambitions": ["Vendre"], "resultats": ["Un bac"]},
        )
        for dress in DECORATED
    ),
]  # fmt: skip


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_layout_gives_its_title_and_its_rows(tmp_path: Path, sheet: Sheet) -> None:
    assert problems(sheet, tmp_path) == []


def test_the_words_above_and_beside_the_labels_of_a_comparison_are_kept(tmp_path: Path) -> None:
    rows = [["Volet", "Ce que nous comparons", "Pacte", "Entente"], ["Origines", "Enjeux", "Bois", "Eau"]]
    sheet = Sheet("comparaison.xlsx", [*rows, ["", "Partenaires", "2 CC", "3 communes"]], "Pacte", {}, 2)
    text = "".join(case.text for case in import_document(write(sheet, tmp_path)))
    assert all(words in text for words in ("Volet", "Ce que nous comparons", "Origines"))


@pytest.mark.parametrize("is_below", [True, False])
def test_texts_on_a_slide_are_read_below_or_beside_their_headings(tmp_path: Path, is_below: bool) -> None:
    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    title = slide.shapes.title
    assert title is not None
    title.text_frame.text = "Le canal partagé"
    for index, (label, text) in enumerate((("Enjeux", "Naviguer"), ("Ambitions", "Réparer"), ("Acteurs", "Élus"))):
        boxes = (((1, 2 + 2 * index, 1), (6, 2 + 2 * index, 1)), ((1 + 7 * index, 3, 1), (1 + 7 * index, 5, 9)))[
            is_below
        ]
        for words, (left, top, height) in zip((label, f"{text}\nEnsemble"), boxes, strict=True):
            slide.shapes.add_textbox(Cm(left), Cm(top), Cm(5), Cm(height)).text_frame.text = words
    notes = slide.notes_slide.notes_text_frame
    assert notes is not None
    notes.text = "Remercier"
    deck.save(str(tmp_path / "canal.pptx"))
    (made,) = import_document(tmp_path / "canal.pptx")
    rows = (
        "enjeux:\n  - Naviguer\n  - Ensemble\nambitions:\n  - Réparer\n  - Ensemble\nacteurs:\n  - Élus\n  - Ensemble\n"
    )
    assert rows in made.text
    assert "#   Remercier\n" in made.text


@pytest.mark.parametrize(
    "rows",
    [
        [["Nom", "Description", "Territoire", "Site web"], ["PNR du Bois", "Parc", "Le Bois", "x.org"]],
        [["Projet", "Début", "Fin", "État"], ["Toiture", "mai", "juin", "fait"]],
    ],
)
def test_a_table_that_holds_words_is_not_called_blank(tmp_path: Path, rows: list[list[str]]) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        import_document(write(Sheet("liste.xlsx", rows, "", {}), tmp_path))
    assert refused.value.reason == "few"


OTHERS = [
    Sheet(
        "cv.docx",
        [
            ("h0", "Claude Aune"),
            ("h1", "Expérience"),
            ("", "Communauté de communes du Lac"),
            ("h1", "Formation"),
            ("", "Géographie"),
            ("h1", "Compétences"),
            ("", "Animer les élus des communes"),
            ("h1", "Points forts"),
            ("", "Écoute"),
        ],
        "",
        {},
    ),
    Sheet(
        "cours.pptx",
        [
            ("Le droit des communes", [(0, "Cours du 4 mars")]),
            ("Objectifs du cours", [(0, "Connaître les communes et les EPCI")]),
            ("Contenu", [(0, "La commune"), (0, "Le département"), (0, "La région")]),
            ("Organisation", [(0, "Deux séances")]),
        ],
        "",
        {},
    ),
    Sheet(
        "rapport.md",
        "# Rapport d’activité de la communauté de communes\n\n## Organisation des services\n\nTrois pôles\n\n"
        "## Actions menées\n\nVoirie des communes, mutualisation\n\n## Bilan financier\n\n2 M€\n",
        "",
        {},
    ),
    Sheet(
        "appel.md",
        "# Appel à projets 2015\n\n## Contexte\n\nLa Région soutient les communes et les EPCI.\n\n"
        "## Objectifs\n\nInnover\n\n## Financement\n\n50 %\n",
        "",
        {},
    ),
    Sheet(
        "bail.txt",
        "Contrat de location\n\nArticle 1 - Objet\nUn logement\n\nArticle 2 - Loyer\n400 €\n\n"
        "Article 3 - Dispositions financières\nUn mois\n\nLes parties\nont signé\n",
        "",
        {},
    ),
]


@pytest.mark.parametrize("sheet", OTHERS, ids=lambda sheet: sheet.name)
def test_a_document_of_another_kind_makes_no_case_whatever_places_it_names(tmp_path: Path, sheet: Sheet) -> None:
    with pytest.raises(UnreadableDocument) as refused:
        import_document(write(sheet, tmp_path))
    assert refused.value.reason in ("few", "scarce", "blank")


def test_the_sums_of_a_table_are_kept_with_the_heads_of_their_columns(tmp_path: Path) -> None:
    sheet = Sheet("total.xlsx", SUMMED["total-ligne.xlsx"], "", {})
    *_, last = import_document(write(sheet, tmp_path))
    assert "Total général\xa0»)\xa0:\n#   Outil : 2 outils\n#   Partenaires : 5 partenaires\n" in last.text


def test_the_rows_below_a_heading_that_is_not_known_are_kept(tmp_path: Path) -> None:
    rows = "<tr><td>Nom<td>Le bac<tr><td>Outil<td>Entente<tr><td>Enjeux<td>L’eau<tr><td>Partenaires<td>2 communes"
    unknown = "<tr><th colspan=2>Le mot de la fin<tr><td>Le bouche à oreille<td>Le tri du textile"
    (made,) = import_document(write(Sheet("fin.html", f"<table>{rows}{unknown}</table>", "", {}), tmp_path))
    assert all(words in made.text for words in ("Le mot de la fin", "Le bouche à oreille", "Le tri du textile"))


def test_the_items_of_a_page_saved_by_word_keep_their_levels(tmp_path: Path) -> None:
    (page,) = [sheet for sheet in SHEETS if sheet.name == "word.htm"]
    (made,) = import_document(write(page, tmp_path))
    assert "enjeux:\n  - Les soins:\n      - des plus âgés\n  - La garde\n" in made.text
    assert made.built is not None
    assert "titre" not in made.built.guessed


def test_a_department_over_several_rows_is_that_of_each_case(tmp_path: Path) -> None:
    (listed,) = [sheet for sheet in SHEETS if sheet.name == "liste.html"]
    made = import_document(write(listed, tmp_path))
    assert [case.built.case.departements for case in made if case.built] == [("07",), ("07",), ("26",)]


def test_the_headings_of_columns_that_are_no_cases_are_kept(tmp_path: Path) -> None:
    (left,) = [sheet for sheet in SHEETS if sheet.name == "reste.docx"]
    (made,) = import_document(write(left, tmp_path))
    assert "Ce que nous avons fait" in made.text
    assert made.text.count("Ce qui reste à faire") == 3
