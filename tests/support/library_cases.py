"""The cases of the tests of the library: some whose texts attack a page, some that only folding finds."""

from coopform.model.case import Case, Fiche, Instances, Lecture, Partner, Point, Reference, Step

# What would run, end an element or change the page if it were taken for HTML, a template or an address.
ATTACK = (
    '<img src=x onerror="window.attacked=1"></script><script>window.attacked=1</script>'
    "{{ 7*7 }} <!-- \"'&amp; ]]> \u202egnp"
)
# By the ID of a case, its text; each is found by words that look different.
FOLDED = {
    "accents": "Élaboration d’une œuvre à Saint-Étienne : ÉTÉ, Noël, ça et là, l’eau ; le cœur du curriculum vitæ",
    "signes": "Coût : 42 € – 50 % (½ poste) ; ﬁn de l'étude, n° 3… S’il vous plaît ! C++ & R/D",
    "ailleurs": "Straße, ΟΔΟΣ, İstanbul, Łódź, Москва, 東京, e\u0301tude, ﬀ, ℠, 𝐆𝐫𝐚𝐬 et 😀 comité",
    "espaces": "chef\u00a0de\u202fprojet : 3\u00a0000\u00a0habitants, « comité\u00a0technique »",
}


def attacking_case() -> Case:
    """Return a case with the attack in every text."""
    return case_full_of(ATTACK, "attaque")


def case_full_of(text: str, name: str) -> Case:
    """Return a case that has a text in every place."""
    point = Point(libelle=text, texte=text, points=(Point(texte=text),))
    rows = ("declencheurs", "echelle", "enjeux", "ambitions", "objet", "acteurs", "resultats", "moyens")
    return Case(
        id=name,
        titre=text,
        outil=(text,),
        territoire=text,
        partenaires=(Partner(texte=text, type=(text,)),),
        resume=text,
        themes=(text,),
        etapes=(Step(quand=text, quoi=text),),
        suite_de=text,
        statut="en cours",
        departements=("07",),
        lecture=Lecture(par=text, declenchement=(text,), instances=Instances(politique=(text,))),
        sources=(Reference(titre=text, auteur=text, note=text, url='https://exemple.fr/"><script>'),),
        fiche=Fiche(auteur=text, licence=text),
        **{key: (point, Point(texte=text)) for key in rows},
    )


def folded_cases() -> list[Case]:
    """Return the cases that only folding finds."""
    return [
        Case(id=name, titre=f"Une coopération inventée, {name}", enjeux=(Point(texte=text),), outil=("Entente",))
        for name, text in FOLDED.items()
    ]
