"""Whether what was found in a document is a co-operation: minutes, invoices and courses have labels of the grid too."""

import re
from collections.abc import Iterable

from coopform.importing.keys.build_case import Built
from coopform.importing.keys.forms import form_in
from coopform.importing.labels.rubric_labels import Labels
from coopform.model import vocabulary
from coopform.model.grid import ROWS
from coopform.text.folding import fold

# The keys of rubrics: a case has at least one of them.
ROW_KEYS = frozenset(key for row in ROWS.values() for key in row.keys)

# How much a label counts, in half points. Course programmes have « Objectifs » and « Contenu », letters have « Objet ».
_ENOUGH = 5
_SPECIFIC = {
    "partenaires": 3, "echelle": 2, "enjeux": 2, "acteurs": 2, "leviers": 2, "vigilances": 2, "enseignements": 2,
    "outil": 1, "territoire": 1, "titre": 1,
}  # fmt: skip
_GENERIC = ROW_KEYS.difference(_SPECIFIC)
_MOST_GENERIC = 3
_SEVERAL = 3
# Synonyms that courses, offers and plans of any kind have too.
_COMMON = frozenset(
    (
        "organisation", "animation", "management", "project management", "risques", "risks", "strengths", "weaknesses",
        "limites", "limits", "atouts", "points forts", "points faibles", "besoins", "needs", "conseils", "issues",
        "porteur", "porteurs", "problematique", "problematiques", "challenge", "barriers", "region", "state", "country",
    )
)  # fmt: skip
# A label of the grid itself says more than a synonym; « Objet » does not.
_OF_GRID = 4
_SURE_ROWS = ("declencheurs", "partenaires", "enjeux", "ambitions", "acteurs")

# What documents of other kinds call themselves, and labels of theirs: minutes, offers, courses, contracts, CVs.
_ELSEWHERE = re.compile(
    r"\b(?:comptes?[- ]rendus?|proces[- ]verba(?:l|ux)|ordre du jour|deliberations?|factures?|devis|offre d'emploi"
    r"|cahier des charges|appel (?:d'offres|public a la concurrence)|(?<!en )cours(?! d'eau)|seance|lecon|statuts"
    r"|contrat de (?:location|travail)|bail|mode d'emploi|recette|rapport d'activites?|lettre d'information"
    r"|cctp|appels? a projets|formations?|memoire|these|reglement interieur|arretes?|fiche de poste"
    r"|projet d'(?:ecole|etablissement)|etude de marche|business plan|minutes of|job offer|invoice|call for tenders"
    r"|course|lesson|syllabus)\b"
)
_LABELS_ELSEWHERE = frozenset(
    (
        "formation", "formations", "competences", "langues", "diplomes", "loisirs", "education", "skills", "languages",
        "presents", "excuses", "absents", "decisions", "attendees", "pouvoir adjudicateur", "criteres d'attribution",
        "loyer", "bailleur", "locataire", "depot de garantie", "profil", "profil recherche", "employeur",
        "remuneration", "ingredients", "preparation", "siege", "denomination", "cotisations", "dissolution",
        "prerequis", "pre-requis", "competences visees", "materiel", "designation", "livrables", "total ttc",
    )
)  # fmt: skip
_NUMBER = re.compile(r"^(?:article )?[\divx]{1,4}(?:er)?\s*[.):–-]+\s*")
_OF_THE_TRADE = re.compile(r"\b(?:demarche|cooperation|accord|convention|entente|partenaria\w*)\b")
# What the sheets of the trade call themselves.
_SHEET = re.compile(
    r"\b(?:retour d'experience|fiches? (?:action|projet|experience|de capitalisation|de cooperation))\b"
)
_STRONG = re.compile(
    r"\b(?:cooper\w*|co-oper\w*|partenari\w*|partnership\w*|entente\w*|intercommun\w*|inter-?territori\w*|mutualis\w*"
    r"|convention\w*|epci|petr|pnr|cc d[eu]s?|communautes? (?:de communes|d'agglomeration)|syndicats? mixtes?"
    r"|municipalit\w*)"
)
_WEAK = re.compile(
    r"\b(?:communes?|mairies?|collectivites?|territoires?|region\w*|departements?|metropoles?|vallees?|pays|elus|maires?)\b"
)


def is_cooperation(built: Built, labels: Labels) -> bool:
    """Return whether a case has rows, and labels and words enough to be a co-operation."""
    return any(one.key in ROW_KEYS for one in built.placed) and _weight(built, labels) >= _ENOUGH


def _weight(built: Built, labels: Labels) -> int:
    weights: dict[str, int] = {}
    for key, label, _ in built.placed:
        found = labels.find(label)
        around = None if found else labels.likely(label)
        weight = 1 if fold(label) in _COMMON else _SPECIFIC.get(key, int(key in _GENERIC))
        if weight == 1 and key in _GENERIC and _OF_THE_TRADE.search(fold(label)):
            weight = 2
        if around and not around.is_plain:
            weight = min(weight, int(key not in _GENERIC))  # « Objectifs pédagogiques »
        if found and found.is_of_grid and key in _SURE_ROWS:
            weight = _OF_GRID
        weights[key] = max(weights.get(key, 0), weight)
    rows = {key: weight for key, weight in weights.items() if key in ROW_KEYS or key in _GENERIC}
    generic = sum(weight for weight in rows.values() if weight == 1)
    others = sum(weight for key, weight in weights.items() if key not in rows or weight > 1)
    has_several = len(rows) >= _SEVERAL and max(rows.values()) > 1
    # A page with a title and a label of the grid itself is short, and a sheet all the same.
    is_titled = _OF_GRID in weights.values() and not {"titre"} & {*built.missing, *built.guessed}
    return (
        min(generic, _MOST_GENERIC)
        + others
        + is_titled
        + has_several
        + _form(built)
        + _words(built)
        - _elsewhere(built)
    )


def _form(built: Built) -> int:
    """Return how much the forms of agreement say: one under a label more than one in the title."""
    if "outil" not in built.guessed and any(vocabulary.load().outil(form) for form in built.case.outil):
        return 4
    form = form_in(built.case.titre)
    # A « charte » may be that of a park, or about pictures or computers.
    return 0 if form is None else 1 if "charte" in fold(form) else 3


def _elsewhere(built: Built) -> int:
    """Return how much the title and the labels say that it is a document of another kind."""
    labels = {
        fold(label).strip(" .:") for label in (*(one.label for one in built.placed), *(one.label for one in built.left))
    }
    labels = {_NUMBER.sub("", label) for label in labels}
    kinds = {word for text in (fold(built.case.titre), *labels) for word in _ELSEWHERE.findall(text)}
    return 2 * (len(kinds) + len(labels & _LABELS_ELSEWHERE))


def _words(built: Built) -> int:
    """Return how much the words say."""
    strong: set[str] = set()
    names = False
    weak: set[str] = set()
    for text in _texts(built):
        folded = fold(text)
        strong.update(word[:6] for word in _STRONG.findall(folded))
        weak.update(word[:6] for word in _WEAK.findall(folded))
        names = names or _SHEET.search(folded) is not None
    title = fold(built.case.titre)
    in_title = bool(_STRONG.search(title)) and not _ELSEWHERE.search(title)
    return 2 * in_title + names + min(2, len(strong) + len(weak) // 2)


def _texts(built: Built) -> Iterable[str]:
    yield built.case.titre
    yield built.case.resume or ""
    for key in ROWS:
        yield from built.case.row_texts(key)
    for left in built.left:
        yield from left.words
