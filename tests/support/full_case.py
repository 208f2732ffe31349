"""A made-up case in which every key is filled."""

from coopform.model.case import Case, Fiche, Partner, Point, Reference, Step

FULL = Case(
    id="plein",
    titre="Une coopération entre deux rives",
    titre_court="Deux rives",
    outil=("Convention de mutualisation", "Contrat de prestation intégrée"),
    territoire="Deux rives, de part et d’autre",
    declencheurs=(Point(texte="Une crue"), Point(libelle="Origine", texte="un appel à projets")),
    partenaires=(
        Partner(texte="Le syndicat mixte du bassin", type=("syndicat mixte",), role="signataire"),
        Partner(texte="3 communes", type=("commune",), nombre=3),
        Partner(texte="PNR du Pilat", type=("PNR",)),
        Partner(texte="L’amicale des pêcheurs"),
    ),
    echelle=(Point(texte="sur 2 départements"),),
    enjeux=(
        Point(
            libelle="2 enjeux",
            points=(
                Point(libelle="Eau", points=(Point(texte="boire"), Point(texte="nager : un droit"))),
                Point(texte="Terre"),
            ),
        ),
        Point(texte="Les autres : plus tard, sans hâte"),
    ),
    ambitions=(Point(libelle="Un seul", points=(Point(texte="but"),)),),
    objet=(Point(texte="L’objet, c’est « la rivière : tout entière »"),),
    resultats=(Point(texte="Un pont"),),
    leviers=(Point(texte="La patience"), Point(texte="Le temps")),
    vigilances=(Point(texte="L’étiage"),),
    enseignements=(Point(texte="Se parler"),),
    moyens=(Point(texte="Un poste"),),
    resume="Deux rives, un pont.",
    themes=("eau", "rivière"),
    etapes=(Step(quand="2009", quoi="première réunion"), Step(quand="vers 2017", quoi="bilan")),
    statut="en cours",
    situation_au="2015-03",
    departements=("07", "2A"),
    suite_de="L’accord de 1998",
    sources=(Reference(titre="Compte rendu", auteur="A. Rive", date="2015-03", url="https://example.org/cr"),),
    fiche=Fiche(auteur="A. Rive", date="2026-11-22", licence="CC BY 4.0"),
)
