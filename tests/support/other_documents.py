"""Invented documents that hold no co-operation, though some of their labels are those of the grid."""

from tests.support.trade_sheets import Sheet

# By file name, what is in it; in the forms of `trade_sheets`.
OTHERS = (
    Sheet(
        "compte-rendu.docx",
        [
            ("h0", "Compte rendu de la réunion du 4 mai"),
            ("b", "Objet de la réunion"),
            ("", "Préparer la fête du village"),
            ("b", "Présents"),
            ("", "Mme Alba, M. Borel"),
            ("b", "Contexte"),
            ("", "La salle est en travaux."),
            ("b", "Décisions"),
            ("-", "Louer un chapiteau"),
        ],
        "",
        {},
    ),
    Sheet(
        "facture.txt",
        "FACTURE N° 2014-07\n\nObjet : réparation d’une toiture\nDate : 4 juillet 2014\nDescription : tuiles, 12 m²\n"
        "Total : 840 €\n",
        "",
        {},
    ),
    Sheet(
        "recette.md",
        "# Tarte aux pommes\n\n## Ingrédients\n\n- 6 pommes\n- Une pâte\n\n## Préparation\n\n1. Éplucher\n"
        "2. Cuire\n\n"
        "## Résultat\n\nUne tarte dorée\n",
        "",
        {},
    ),
    Sheet(
        "programme-de-cours.docx",
        [
            ("h0", "Initiation au tableur"),
            ("h1", "Objectifs"),
            ("-", "Saisir une formule"),
            ("h1", "Contenu"),
            ("-", "Cellules et feuilles"),
            ("h1", "Moyens pédagogiques"),
            ("-", "Un poste par personne"),
            ("h1", "Résultats attendus"),
            ("-", "Une feuille juste"),
        ],
        "",
        {},
    ),
    Sheet(
        "cv.md",
        "# Jeanne Alba\n\n## Expérience\n\n- 2010 : comptable\n\n## Formation\n\n- 2005 : licence\n\n"
        "## Points forts\n\n- Rigueur\n\n## Langues\n\nitalien\n",
        "",
        {},
    ),
    Sheet(
        "article.html",
        "<h1>La neige bloque les routes</h1><h2>Contexte</h2><p>Il a neigé toute la nuit dans la région.</p>"
        "<h2>Bilan</h2><p>Douze voitures au fossé.</p>",
        "",
        {},
    ),
    Sheet(
        "budget.xlsx",
        [
            ["Budget 2014", "", ""],
            ["Poste", "Prévu", "Réalisé"],
            ["Loyer", "1200", "1180"],
            ["Actions", "300", "280"],
            ["Financements", "1500", "1500"],
        ],
        "",
        {},
    ),
    Sheet(
        "inventaire.csv",
        "Nom,Description,Date\nChaise,bois clair,2012\nTable,chêne,2013\n",
        "",
        {},
    ),
    Sheet(
        "courrier.txt",
        "Madame,\n\nObjet : votre demande du 3 mai\n\nNous avons bien reçu votre demande.\n"
        "Veuillez agréer nos salutations.\n",
        "",
        {},
    ),
    Sheet(
        "presentation.pptx",
        [
            ("Résultats du trimestre", [(0, "Chiffre d’affaires"), (0, "Marges")]),
            ("Objectifs", [(0, "Vendre plus"), (0, "Vendre mieux")]),
            ("Calendrier", [(0, "Juin : salon"), (0, "Juillet : bilan")]),
        ],
        "",
        {},
    ),
    Sheet(
        "ticket.md",
        "# Crash when saving\n\n## Description\n\nThe editor closes.\n\n## Context\n\nVersion 3 on a laptop.\n\n"
        "## Expected results\n\nThe file is saved.\n",
        "",
        {},
    ),
    Sheet(
        "project-plan.xlsx",
        [
            ["Title", "Description", "Start date", "End date", "Status"],
            ["Paint the hall", "Two coats", "2014-05-01", "2014-05-03", "done"],
            ["Fix the roof", "New tiles", "2014-06-01", "2014-06-08", "open"],
        ],
        "",
        {},
    ),
)
