"""Cases longer than any real one: for everything that is laid out on pages."""

from coopform.model.case import Case, Partner, Point, Reference, Step
from coopform.model.grid import GRID, LEARNT

_WORDS = " ".join(f"mot{number:03}" for number in range(600))
_POINT = "Conduire de façon concertée des projets et des actions d’utilité intercommunale, point {number} de {count}"


def _points(count: int) -> tuple[Point, ...]:
    return tuple(Point(texte=_POINT.format(number=number, count=count)) for number in range(1, count + 1))


MONSTROUS = {
    "51-points": Case(
        id="51-points",
        titre="Cinquante et un points dans chacune de trois rubriques",
        outil=("Entente",),
        enjeux=_points(51),
        objet=_points(51),
        acteurs=_points(51),
    ),
    "600-words": Case(id="600-words", titre="Six cents mots", outil=("Entente",), objet=(Point(texte=_WORDS),)),
    "long-head": Case(
        id="long-head",
        titre="Un titre qui ne finit pas, " * 40,
        outil=("Entente", "Contrat de réciprocité"),
        territoire="Un territoire dont le nom ne finit pas non plus, " * 12,
        resume="Un résumé de plusieurs lignes, comme on en lit. " * 40,
        enjeux=_points(3),
    ),
    "everything": Case(
        id="everything",
        titre="Une coopération dont on sait tout",
        titre_court="Tout",
        outil=("Entente",),
        resume="En bref : deux paragraphes.\n\nVoici le second.",
        partenaires=tuple(Partner(texte=f"Communauté de communes du Pays numéro {number}") for number in range(12)),
        etapes=tuple(Step(quand=str(2000 + number), quoi=f"Étape {number} de la démarche") for number in range(20)),
        themes=("eau", "énergie"),
        departements=("07", "26"),
        sources=tuple(
            Reference(titre=f"Source {number} de la fiche", url=f"https://www.exemple.fr/{'dossier-' * 20}{number}")
            for number in range(40)
        ),
        **{rubric.key: _points(4) for rubric in (*GRID, *LEARNT) if rubric.key != "partenaires"},
    ),
    "deep": Case(
        id="deep",
        titre="Des axes et leurs mesures",
        outil=("Entente",),
        objet=tuple(
            Point(
                libelle=f"Axe {axis}", points=tuple(Point(libelle=f"Mesure {n}", points=_points(6)) for n in range(3))
            )
            for axis in range(6)
        ),
    ),
}
