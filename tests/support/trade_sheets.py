"""Invented sheets in the dress of the trade, as facilitators, networks and programmes make them.

The co-operations are invented. Each sheet has what its author wrote, in the format of the author, and what a reader
should find in it: a title and, for each key, the words of each value.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Rows = dict[str, list[str]]
# The paragraphs of a text document: how each is dressed, and its words.
Paragraphs = Sequence[tuple[str, str]]
Cells = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        name: of its file, with its ending.
        content: its text; or its paragraphs, the rows of its table or its slides, for the formats of office programs.
        title: of the first case.
        rows: by key, the words of each value of the first case, in order.
        count: how many cases it has.
    """

    name: str
    content: Any
    title: str
    rows: Rows
    count: int = 1


def write(sheet: Sheet, folder: Path) -> Path:
    """Write a sheet to a folder; return its file."""
    path = folder / sheet.name
    ending = path.suffix
    if isinstance(sheet.content, str):
        path.write_text(sheet.content, encoding="utf-8")
    else:
        _WRITERS[ending](sheet.content, path)
    return path


def _write_docx(paragraphs: Paragraphs, path: Path) -> None:
    import docx

    document = docx.Document()
    for dress, words in paragraphs:
        if dress in ("table", "layout"):
            _docx_table(document, words, is_bold=dress == "layout")
        elif dress.startswith("h"):
            document.add_heading(words, int(dress[1:]))
        elif dress == "b":
            document.add_paragraph().add_run(words).bold = True
        elif dress == "u":
            document.add_paragraph().add_run(words).underline = True
        elif dress == "lead":
            lead, _, rest = words.partition("|")
            paragraph = document.add_paragraph()
            paragraph.add_run(lead).bold = True
            paragraph.add_run(rest)
        elif dress == "-":
            document.add_paragraph(words, style="List Bullet")
        elif dress == "--":
            document.add_paragraph(words, style="List Bullet 2")
        elif dress == "1":
            document.add_paragraph(words, style="List Number")
        else:
            document.add_paragraph(words)
    document.save(str(path))


def _docx_table(document: Any, words: Any, *, is_bold: bool) -> None:
    """Add a table; in a layout, the first line of every two of a cell is bold."""
    table = document.add_table(len(words), max(map(len, words)))
    for row, cells in zip(table.rows, words, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):
            for index, line in enumerate(text.split("\n")):
                paragraph = cell.paragraphs[0] if not index else cell.add_paragraph()
                paragraph.add_run(line).bold = True if is_bold and index % 2 == 0 else None


def _write_pptx(slides: Any, path: Path) -> None:
    from pptx import Presentation

    deck = Presentation()
    for title, items in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text_frame.text = title
        frame = slide.placeholders[1].text_frame
        for index, (level, words) in enumerate(items):
            paragraph = frame.paragraphs[0] if not index else frame.add_paragraph()
            paragraph.text, paragraph.level = words, level
    deck.save(str(path))


def _write_xlsx(rows: Cells, path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.create_sheet(index=0)
    for row in rows:
        sheet.append([cell or None for cell in row])
    book.save(str(path))


def _write_odt(paragraphs: Paragraphs, path: Path) -> None:
    from odfdo import Document, Header, List, Paragraph

    document = Document("text")
    document.body.clear()
    for dress, words in paragraphs:
        if dress.startswith("h"):
            document.body.append(Header(int(dress[1:]), words))
        elif dress == "-":
            document.body.append(List([words]))
        else:
            document.body.append(Paragraph(words))
    document.save(str(path))


_WRITERS: dict[str, Callable[[Any, Path], None]] = {
    ".docx": _write_docx,
    ".pptx": _write_pptx,
    ".xlsx": _write_xlsx,
    ".odt": _write_odt,
}

SHEETS = (
    Sheet(
        "fiche-experience.docx",
        [
            ("h0", "Une maison de santé pour deux vallées"),
            ("", "Source : Réseau rural imaginaire, 2014"),
            ("h1", "Contexte"),
            ("", "Le départ de trois médecins"),
            ("h1", "Objectifs visés"),
            ("-", "Garder des soins à moins de vingt minutes"),
            ("-", "Accueillir des internes"),
            ("h1", "Partenaires du projet"),
            ("", "Le PNR, 3 CC et la Région"),
            ("h1", "Actions menées"),
            ("-", "Un bâtiment commun"),
            ("h1", "Principaux résultats"),
            ("-", "Cinq praticiens installés"),
            ("h1", "Difficultés rencontrées"),
            ("-", "Le partage des frais"),
        ],
        "Une maison de santé pour deux vallées",
        {
            "declencheurs": ["Le départ de trois médecins"],
            "partenaires": ["Le PNR", "3 CC", "la Région"],
            "ambitions": ["Garder des soins à moins de vingt minutes", "Accueillir des internes"],
            "objet": ["Un bâtiment commun"],
            "resultats": ["Cinq praticiens installés"],
            "vigilances": ["Le partage des frais"],
        },
    ),
    Sheet(
        "fiche-action.txt",
        "FICHE ACTION N° 4\n\nTitre de l’action : Navettes du plateau\n\nConstat\nDes villages sans autocar\n\n"
        "Objectifs poursuivis\n- Relier les marchés\n- Ouvrir les écoles\n\nPorteur\nLe syndicat mixte du plateau\n\n"
        "Partenaires\n- 4 communes\n- Association Les Mollets d’acier\n\nCalendrier\n2012 : étude\n"
        "2013 : première ligne\n\n"
        "Moyens mobilisés\nUn poste et deux minibus\n",
        "Navettes du plateau",
        {
            "declencheurs": ["Des villages sans autocar"],
            "ambitions": ["Relier les marchés", "Ouvrir les écoles"],
            "acteurs": ["Le syndicat mixte du plateau"],
            "partenaires": ["4 communes", "Association Les Mollets d’acier"],
            "etapes": ["étude", "première ligne"],
            "moyens": ["Un poste et deux minibus"],
        },
    ),
    Sheet(
        "convention-par-articles.docx",
        [
            ("h0", "Convention de partenariat des Deux Lacs"),
            ("b", "Préambule"),
            ("", "Les parties se connaissent de longue date."),
            ("b", "Article 1 : Objet"),
            ("", "Entretenir ensemble les sentiers."),
            ("b", "Article 2 : Parties signataires"),
            ("-", "La commune de Vauclaire"),
            ("-", "La communauté de communes du Lac"),
            ("b", "Article 3 – Gouvernance"),
            ("", "Un comité de suivi de six élus."),
            ("b", "Article 4. Durée"),
            ("", "3 ans, reconductible une fois"),
            ("b", "Article 5 : Litiges"),
            ("", "Les parties cherchent d’abord un accord."),
        ],
        "Convention de partenariat des Deux Lacs",
        {
            "objet": ["Entretenir ensemble les sentiers."],
            "partenaires": ["La commune de Vauclaire", "La communauté de communes du Lac"],
            "acteurs": ["Un comité de suivi de six élus."],
            "etapes": ["Durée"],
        },
    ),
    Sheet(
        "tableau-comparatif.xlsx",
        [
            ["Tableau comparatif des démarches", "", "", ""],
            ["Critères", "Entente du Lac", "Pacte des Monts", "Service commun du Gué"],
            ["Instrument", "Entente", "Charte", "Service commun"],
            ["Enjeux", "L’eau", "Le bois", "L’urbanisme"],
            ["", "Les truites", "Les scieries", ""],
            ["Objectifs", "Partager", "Valoriser", "Instruire"],
            ["Gouvernance", "Une conférence", "Un comité", "Un bureau"],
        ],
        "Entente du Lac",
        {
            "outil": ["Entente"],
            "enjeux": ["L’eau", "Les truites"],
            "ambitions": ["Partager"],
            "acteurs": ["Une conférence"],
        },
        3,
    ),
    Sheet(
        "keep-columns.csv",
        "Project title,Project acronym,Programme,Lead partner,Project partners,Project summary,Expected results,Theme\n"
        "Shared orchards of the border,ORCHARD,Imaginary programme,Town of Brookside,"
        '"Region of Fairmont, Association of growers",Two towns plant and run orchards together,'
        "Forty orchards and a school of grafting,Agriculture\n"
        "Night trains for the valleys,NIGHT,Imaginary programme,Fairmont county,Town of Brookside,"
        "A common study of night trains,A timetable,Transport\n",
        "Shared orchards of the border",
        {
            "titre_court": ["ORCHARD"],
            "partenaires": ["Town of Brookside", "Region of Fairmont", "Association of growers"],
            "resume": ["Two towns plant and run orchards together"],
            "resultats": ["Forty orchards and a school of grafting"],
            "themes": ["Agriculture"],
        },
        2,
    ),
    Sheet(
        "participedia.csv",
        "Title,General Issues,Location,Start Date,Purpose/Goal,Background History and Context,Organizer / Manager,"
        "Analysis and Lessons Learned\n"
        "River assembly of Greenford,Environment,Greenford,2011,Agree on a common plan for the river,"
        "A flood in the lower town,Greenford council,Invite the farmers first\n",
        "River assembly of Greenford",
        {
            "enjeux": ["Environment"],
            "ambitions": ["Agree on a common plan for the river"],
            "declencheurs": ["A flood in the lower town"],
            "partenaires": ["Greenford council"],
            "enseignements": ["Invite the farmers first"],
        },
    ),
    Sheet(
        "questionnaire.docx",
        [
            ("h0", "Questionnaire sur votre coopération"),
            ("b", "1. Nom de la coopération"),
            ("", "Entente des Hautes Rives"),
            ("b", "2. Quel est l’instrument juridique ?"),
            ("", "☐ Charte"),
            ("", "☒ Entente"),
            ("", "☐ Convention"),
            ("b", "3. Quels sont les enjeux ?"),
            ("", "☒ Mobilité"),
            ("", "☐ Santé"),
            ("", "☒ Eau"),
            ("b", "4. Qui sont les partenaires ?"),
            ("", "7 EPCI (1 CU + 6 CC)"),
            ("b", "5. Quels sont les freins ?"),
            ("", "Le temps des élus"),
        ],
        "Entente des Hautes Rives",
        {
            "outil": ["Entente"],
            "enjeux": ["Mobilité", "Eau"],
            "partenaires": ["7 EPCI (1 CU + 6 CC)"],
            "vigilances": ["Le temps des élus"],
        },
    ),
    Sheet(
        "deux-colonnes.docx",
        [
            ("h0", "Service commun des Trois Ponts"),
            (
                "layout",
                [
                    [
                        "Contexte\nLe retrait de l’État\nObjectifs\nGarder un service proche\nRésultats\nDeux agents",
                        "Thème\nUrbanisme\nPartenaires\n5 CC\nPoints de vigilance\nLes outils informatiques",
                    ]
                ],
            ),
        ],
        "Service commun des Trois Ponts",
        {
            "declencheurs": ["Le retrait de l’État"],
            "ambitions": ["Garder un service proche"],
            "resultats": ["Deux agents"],
            "themes": ["Urbanisme"],
            "partenaires": ["5 CC"],
            "vigilances": ["Les outils informatiques"],
        },
    ),
    Sheet(
        "plan-de-diapositives.pptx",
        [
            ("Entente des Cinq Clochers", [(0, "Journée d’échanges de Montclair")]),
            ("Contexte", [(0, "Des églises à entretenir"), (0, "Un legs commun")]),
            ("Partenaires", [(0, "5 communes"), (0, "Le PNR du Bois Joli")]),
            ("Enjeux", [(0, "Trois axes :"), (1, "Toitures"), (1, "Cloches"), (1, "Orgues")]),
            ("Gouvernance", [(0, "Un bureau de cinq maires")]),
        ],
        "Entente des Cinq Clochers",
        {
            "declencheurs": ["Des églises à entretenir", "Un legs commun"],
            "partenaires": ["5 communes", "Le PNR du Bois Joli"],
            "enjeux": ["Trois axes", "Toitures", "Cloches", "Orgues"],
            "acteurs": ["Un bureau de cinq maires"],
        },
    ),
    Sheet(
        "puces-powerpoint.pptx",
        [
            (
                "Pacte du Grand Verger",
                [
                    (0, "Outil : Entente"),
                    (0, "Enjeux"),
                    (1, "Garder les pommiers"),
                    (0, "Objectifs"),
                    (1, "Vendre ensemble"),
                    (1, "Former des tailleurs"),
                    (0, "Acteurs"),
                    (1, "Une coopérative et deux communes"),
                ],
            )
        ],
        "Pacte du Grand Verger",
        {
            "outil": ["Entente"],
            "enjeux": ["Garder les pommiers"],
            "ambitions": ["Vendre ensemble", "Former des tailleurs"],
            "acteurs": ["Une coopérative et deux communes"],
        },
    ),
    Sheet(
        "fiche.md",
        "# Atelier partagé de la Gare\n\nSource : Carnet imaginaire, p. 12\n\n## Repères\n\n"
        "Trois communes, un hangar.\n\n"
        "## Des enjeux\n\n- Réparer plutôt que jeter\n\n## Ce que l’on retient\n\n– Un règlement court\n\n"
        "– Des clés comptées\n\n"
        "## Gouvernance\n\nUne association de 3 communes\n",
        "Atelier partagé de la Gare",
        {
            "enjeux": ["Réparer plutôt que jeter"],
            "enseignements": ["Un règlement court", "Des clés comptées"],
            "acteurs": ["Une association de 3 communes"],
            "sources": ["Carnet imaginaire, p. 12"],
        },
    ),
    Sheet(
        "plan-numerote.txt",
        "Intitulé : Conseil de rivière du Doulon\n\n1. Contexte\nUne crue\n\n2. Objectifs\n- Rendre des rives\n"
        "- Planter\n\n"
        "3. Acteurs\nUn comité de douze membres\n\n4. Bilan\n1. Huit kilomètres de rives\n"
        "2. Trois passes à poissons\n",
        "Conseil de rivière du Doulon",
        {
            "declencheurs": ["Une crue"],
            "ambitions": ["Rendre des rives", "Planter"],
            "acteurs": ["Un comité de douze membres"],
            "resultats": ["Huit kilomètres de rives", "Trois passes à poissons"],
        },
    ),
    Sheet(
        "majuscules.txt",
        "Entente forestière de Malmontagne\n\nCONTEXTE\nLa tempête de 1999\n\nOBJECTIFS\n"
        "Reboiser avec plusieurs essences\n\n"
        "PARTENAIRES\nLe syndicat mixte de la forêt et la commune de Malmontagne\n\nPOINTS DE VIGILANCE\nLe gibier\n",
        "Entente forestière de Malmontagne",
        {
            "declencheurs": ["La tempête de 1999"],
            "ambitions": ["Reboiser avec plusieurs essences"],
            "partenaires": ["Le syndicat mixte de la forêt", "la commune de Malmontagne"],
            "vigilances": ["Le gibier"],
        },
    ),
    Sheet(
        "souligne.docx",
        [
            ("h0", "Bibliothèque tournante du Canton bleu"),
            ("u", "Origine de la démarche"),
            ("", "Une école qui fermait"),
            ("u", "Finalités"),
            ("", "Lire partout"),
            ("u", "Organisation"),
            ("", "Un bus, deux bibliothécaires, la communauté de communes"),
        ],
        "Bibliothèque tournante du Canton bleu",
        {
            "declencheurs": ["Une école qui fermait"],
            "ambitions": ["Lire partout"],
            "acteurs": ["Un bus, deux bibliothécaires, la communauté de communes"],
        },
    ),
    Sheet(
        "un-axe-par-ligne.docx",
        [
            ("h0", "Plan de coopération du Val Serein"),
            (
                "table",
                [
                    ["Axe", "Enjeux", "Objectifs", "Acteurs"],
                    ["Mobilité", "Des villages isolés", "Une navette", "Le syndicat"],
                    ["Culture", "Des salles vides", "Une saison", "Deux communes"],
                ],
            ),
        ],
        "Plan de coopération du Val Serein",
        {
            "enjeux": ["Mobilité", "Des villages isolés", "Culture", "Des salles vides"],
            "ambitions": ["Mobilité", "Une navette", "Culture", "Une saison"],
            "acteurs": ["Mobilité", "Le syndicat", "Culture", "Deux communes"],
        },
    ),
    Sheet(
        "trois-colonnes.html",
        "<h1>Entente du Bas-Pays</h1><table><tr><th>Enjeux</th><th>Objectifs</th><th>Acteurs</th></tr>"
        "<tr><td>L’eau</td><td>Partager</td><td>Un comité</td></tr>"
        "<tr><td>Le sol</td><td>Cultiver</td><td>Les élus</td></tr>"
        "</table>",
        "Entente du Bas-Pays",
        {"enjeux": ["L’eau", "Le sol"], "ambitions": ["Partager", "Cultiver"], "acteurs": ["Un comité", "Les élus"]},
    ),
    Sheet(
        "fiche-en-tableau.docx",
        [
            (
                "table",
                [
                    ["Titre de la fiche action", "Cuisine centrale des Quatre Routes"],
                    ["Type d’accord", "Convention-cadre"],
                    ["Territoire concerné", "Canton des Quatre Routes"],
                    ["Problématique", "Des cantines trop petites"],
                    ["Principaux partenaires", "4 communes et 1 CC"],
                    ["Objectifs opérationnels", "Cuisiner pour mille enfants"],
                    ["Conditions de réussite", "Un chef recruté tôt"],
                ],
            )
        ],
        "Cuisine centrale des Quatre Routes",
        {
            "outil": ["Convention-cadre"],
            "territoire": ["Canton des Quatre Routes"],
            "enjeux": ["Des cantines trop petites"],
            "partenaires": ["4 communes", "1 CC"],
            "ambitions": ["Cuisiner pour mille enfants"],
            "leviers": ["Un chef recruté tôt"],
        },
    ),
    Sheet(
        "liste-de-projets.xlsx",
        [
            ["Nom du projet", "Outil", "Partenaires", "Objectifs", "Statut"],
            ["Mairie partagée", "Entente", "3 communes", "Garder un accueil", "en cours"],
            ["École à deux", "Entente", "2 communes", "Garder une classe", "achevée"],
        ],
        "Mairie partagée",
        {
            "outil": ["Entente"],
            "partenaires": ["3 communes"],
            "ambitions": ["Garder un accueil"],
            "statut": ["en cours"],
        },
        2,
    ),
    Sheet(
        "categories-fusionnees.xlsx",
        [
            ["", "Rubriques", "Contrat du Causse", "Pacte de l’Étang"],
            ["Diagnostic", "Contexte", "La sécheresse", "Les roseaux"],
            ["", "Enjeux", "Boire", "Pêcher"],
            ["Accord", "Objet", "Un forage commun", "Un règlement"],
            ["", "Partenaires", "6 communes", "2 communes"],
        ],
        "Contrat du Causse",
        {
            "declencheurs": ["La sécheresse"],
            "enjeux": ["Boire"],
            "objet": ["Un forage commun"],
            "partenaires": ["6 communes"],
        },
        2,
    ),
    Sheet(
        "etiquettes-au-dessus.docx",
        [
            ("h0", "Fabrique de sons des Combes"),
            (
                "table",
                [
                    ["Contexte", "Objectifs"],
                    ["Des musiciens sans salle", "Répéter et enregistrer"],
                    ["Partenaires", "Moyens"],
                    ["3 communes", "Un studio mobile"],
                ],
            ),
        ],
        "Fabrique de sons des Combes",
        {
            "declencheurs": ["Des musiciens sans salle"],
            "ambitions": ["Répéter et enregistrer"],
            "partenaires": ["3 communes"],
            "moyens": ["Un studio mobile"],
        },
    ),
    Sheet(
        "paires.docx",
        [
            ("h0", "Ressourcerie des Tuileries"),
            (
                "table",
                [
                    ["Outil", "Entente", "Territoire", "Les Tuileries"],
                    ["Enjeux", "Moins de déchets", "Acteurs", "Une association"],
                    ["Objectifs", "Réparer", "Partenaires", "2 CC"],
                ],
            ),
        ],
        "Ressourcerie des Tuileries",
        {
            "outil": ["Entente"],
            "territoire": ["Les Tuileries"],
            "enjeux": ["Moins de déchets"],
            "acteurs": ["Une association"],
            "ambitions": ["Réparer"],
            "partenaires": ["2 CC"],
        },
    ),
    Sheet(
        "page.html",
        "<html><head><title>Marché de gros des Plaines</title></head><body><h1>Marché de gros des Plaines</h1>"
        "<p><strong>Contexte.</strong> Des maraîchers isolés</p><p><strong>Objectifs :</strong> vendre ensemble</p>"
        "<p><strong>Partenaires –</strong> 12 communes</p><p><strong>Enseignements :</strong></p>"
        "<ul><li>Commencer petit</li><li>Compter tôt</li></ul></body></html>",
        "Marché de gros des Plaines",
        {
            "declencheurs": ["Des maraîchers isolés"],
            "ambitions": ["vendre ensemble"],
            "partenaires": ["12 communes"],
            "enseignements": ["Commencer petit", "Compter tôt"],
        },
    ),
    Sheet(
        "note.odt",
        [
            ("h1", "Piscine des Quatre Vents"),
            ("h2", "I - Contexte"),
            ("", "Deux bassins vétustes"),
            ("h2", "II - Enjeux du projet"),
            ("-", "Apprendre à nager"),
            ("-", "Partager la dépense"),
            ("h2", "III - Gouvernance"),
            ("", "Un syndicat de 9 communes"),
        ],
        "Piscine des Quatre Vents",
        {
            "declencheurs": ["Deux bassins vétustes"],
            "enjeux": ["Apprendre à nager", "Partager la dépense"],
            "acteurs": ["Un syndicat de 9 communes"],
        },
    ),
    Sheet(
        "lettres.txt",
        "Convention-cadre du Plateau de Mirande\n\nA) Contexte\nUne fusion de cantons\n\nB) Objet\n"
        "Partager un architecte\n\n"
        "C) Signature\n12 mars 2014\n\nD) Partenaires / échelle\n5 CC, deux départements\n",
        "Convention-cadre du Plateau de Mirande",
        {
            "declencheurs": ["Une fusion de cantons"],
            "objet": ["Partager un architecte"],
            "etapes": ["Signature"],
            "partenaires": ["5 CC"],
            "echelle": ["deux départements"],
        },
    ),
    Sheet(
        "plan-a-puces.md",
        "# Jardin des Sept Moulins\n\n- Contexte\n  - Un canal à l’abandon\n- Ambitions\n  - Remettre l’eau\n"
        "  - Ouvrir un sentier\n"
        "- Acteurs\n  - La CC des Moulins\n",
        "Jardin des Sept Moulins",
        {
            "declencheurs": ["Un canal à l’abandon"],
            "ambitions": ["Remettre l’eau", "Ouvrir un sentier"],
            "acteurs": ["La CC des Moulins"],
        },
    ),
    Sheet(
        "bilan.docx",
        [
            ("h1", "Retour d’expérience : le bus des métiers"),
            ("lead", "Territoire :| Pays de Lorane"),
            ("lead", "Partenaires :| le Pays, 2 CC et la chambre consulaire"),
            ("h2", "Genèse du projet"),
            ("", "Des apprentis sans permis"),
            ("h2", "Facteurs clés de réussite"),
            ("1", "Un chauffeur connu de tous"),
            ("1", "Un circuit simple"),
            ("h2", "Perspectives"),
            ("", "Une seconde ligne"),
        ],
        "Retour d’expérience : le bus des métiers",
        {
            "territoire": ["Pays de Lorane"],
            "partenaires": ["le Pays", "2 CC", "la chambre consulaire"],
            "declencheurs": ["Des apprentis sans permis"],
            "leviers": ["Un chauffeur connu de tous", "Un circuit simple"],
        },
    ),
    Sheet(
        "english-sheet.docx",
        [
            ("h0", "Shared nursery of the Three Hills"),
            ("h1", "Background"),
            ("", "Young families without places"),
            ("h1", "Project partners"),
            ("-", "3 municipalities"),
            ("-", "Association of parents"),
            ("h1", "Main challenges"),
            ("-", "Opening hours"),
            ("h1", "Lessons learned"),
            ("-", "Ask the parents first"),
        ],
        "Shared nursery of the Three Hills",
        {
            "declencheurs": ["Young families without places"],
            "partenaires": ["3 municipalities", "Association of parents"],
            "enjeux": ["Opening hours"],
            "enseignements": ["Ask the parents first"],
        },
    ),
    Sheet(
        "deux-fiches.md",
        "# Recueil imaginaire\n\n## Entente du Nord\n\n### Enjeux\n\n- Le vent\n\n### Acteurs\n\n- Deux maires\n\n"
        "## Entente du Sud\n\n### Enjeux\n\n- Le soleil\n\n### Acteurs\n\n- Trois maires\n",
        "Entente du Nord",
        {"enjeux": ["Le vent"], "acteurs": ["Deux maires"]},
        2,
    ),
    Sheet(
        "cases-en-ligne.txt",
        "Titre : Régie des eaux de Belombre\nOutil : ☐ Charte ☑ Entente ☐ Syndicat mixte\nStatut : en cours\n"
        "Enjeux : ☑ Eau ☐ Bois\nActeurs : les 4 communes\n",
        "Régie des eaux de Belombre",
        {"outil": ["Entente"], "statut": ["en cours"], "enjeux": ["Eau"], "acteurs": ["les 4 communes"]},
    ),
    Sheet(
        "questions-reponses.html",
        "<h2>Coopération des Îles</h2><table><tr><th>Questions</th><th>Réponses</th></tr>"
        "<tr><td>Quels sont les objectifs ?</td><td>Relier les îles</td></tr>"
        "<tr><td>Qui sont les partenaires ?</td><td>3 communes</td></tr>"
        "<tr><td>Quelles difficultés ?</td><td>La houle</td></tr></table>",
        "Coopération des Îles",
        {"ambitions": ["Relier les îles"], "partenaires": ["3 communes"], "vigilances": ["La houle"]},
    ),
    Sheet(
        "questions.txt",
        "QUESTIONNAIRE\n\nQ1. Quel est le nom de votre coopération ?\nRéponse : Les Ateliers du Val\n\n"
        "Q2. Qui sont vos partenaires ?\nRéponse : 3 communes et le Département\n\n"
        "Q3. Quels sont vos objectifs ?\nRéponse : Réparer\n\n"
        "Q4. Quelle forme juridique ?\n[ ] Entente [x] Convention de partenariat\n",
        "Les Ateliers du Val",
        {
            "partenaires": ["3 communes", "le Département"],
            "ambitions": ["Réparer"],
            "outil": ["Convention de partenariat"],
        },
    ),
    Sheet(
        "faits-en-lignes.txt",
        "Présentation du projet\nNom : Les Passeurs\nPorteur : CC des Gués\nObjectifs :\nTraverser la rivière\n"
        "Financement :\nRégion : 10 000 €\nDépartement : 5 000 €\nDurée : 2012-2015\nContact : X\n",
        "Les Passeurs",
        {
            "acteurs": ["CC des Gués"],
            "ambitions": ["Traverser la rivière"],
            "moyens": ["Région", "10 000 €", "Département", "5 000 €"],
            "etapes": ["Durée"],
        },
    ),
    Sheet(
        "tableau-de-bord.csv",
        '"Tableau de bord des coopérations 2015",,,\n,,,\nNom du projet,Type de coopération,Enjeux,Partenaires\n'
        'Navette,Entente,Bouger,"CC du Lac, CC du Pré"\n,,Respirer,\nCrèche,,Garder,2 communes\n',
        "Navette",
        {"outil": ["Entente"], "enjeux": ["Bouger", "Respirer"], "partenaires": ["CC du Lac", "CC du Pré"]},
        2,
    ),
    Sheet(
        "liste-de-faits.html",
        "<h1>La Fabrique des Monts</h1><h2>Présentation</h2><ul><li>Porteur : PNR des Monts</li>"
        "<li>Objectifs : relier</li><li>Partenaires : 3 CC</li></ul><h2>Le projet en détail</h2><p>Du bois.</p>"
        "<h2>Les résultats</h2><ol><li>un</li><li>deux</li></ol>",
        "La Fabrique des Monts",
        {
            "acteurs": ["PNR des Monts"],
            "ambitions": ["relier"],
            "partenaires": ["3 CC"],
            "resultats": ["un", "deux"],
        },
    ),
)
