"""Cases that are hard to lay out: long, wide, empty, many."""

from coopform.model.case import Case, Partner, Point, Reference

SENTENCE = "Conduire de façon concertée des projets et actions d’utilité intercommunale et territoriale"
# 180 characters without a line break opportunity.
ADDRESS = "https://www.exemple.fr/" + "dossier" * 22 + "/ab"

HARD = {
    "title-only": Case(id="title-only", titre="Un titre seul", outil=("Entente",)),
    "forty-points": Case(
        id="forty-points",
        titre="Quarante points pour une coopération très détaillée entre le Parc et ses communautés de communes",
        titre_court="Quarante points",
        outil=("Convention d’articulation",),
        enjeux=tuple(Point(texte=f"Point {number} : {SENTENCE}") for number in range(40)),
        acteurs=(Point(libelle="Pilotage", points=(Point(texte="un comité"), Point(texte="une conférence"))),),
    ),
    "three-hundred-words": Case(
        id="three-hundred-words",
        titre="Trois cents mots",
        outil=("Entente",),
        objet=(Point(texte=" ".join(f"mot{number}" for number in range(300))),),
        ambitions=(Point(texte=ADDRESS),),
        sources=(Reference(titre="Une source", url=ADDRESS),),
    ),
    "eight-partners": Case(
        id="eight-partners",
        titre="Huit partenaires",
        outil=("Entente", "Contrat de réciprocité"),
        partenaires=tuple(Partner(texte=f"Communauté de communes du Pays numéro {number}") for number in range(8)),
        themes=("eau", "énergie"),
        resume="En bref, une coopération à huit.",
    ),
}
