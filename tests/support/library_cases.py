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
    point = Point(libelle=ATTACK, texte=ATTACK, points=(Point(texte=ATTACK),))
    rows = ("declencheurs", "echelle", "enjeux", "ambitions", "objet", "acteurs", "resultats", "moyens")
    return Case(
        id="attaque",
        titre=ATTACK,
        outil=(ATTACK,),
        territoire=ATTACK,
        partenaires=(Partner(texte=ATTACK, type=(ATTACK,)),),
        resume=ATTACK,
        themes=(ATTACK,),
        etapes=(Step(quand=ATTACK, quoi=ATTACK),),
        suite_de=ATTACK,
        statut="en cours",
        departements=("07",),
        lecture=Lecture(par=ATTACK, declenchement=(ATTACK,), instances=Instances(politique=(ATTACK,))),
        sources=(Reference(titre=ATTACK, auteur=ATTACK, note=ATTACK, url='https://exemple.fr/"><script>'),),
        fiche=Fiche(auteur=ATTACK, licence=ATTACK),
        **{key: (point, Point(texte=ATTACK)) for key in rows},
    )


def folded_cases() -> list[Case]:
    """Return the cases that only folding finds."""
    return [
        Case(id=name, titre=f"Une coopération inventée, {name}", enjeux=(Point(texte=text),), outil=("Entente",))
        for name, text in FOLDED.items()
    ]
