"""The titles of generated cases: a form of agreement and a territory, never the same twice."""

from dataclasses import dataclass
from itertools import product

_FORMS = (
    ("Plan de coopération", "plan-cooperation"),
    ("Entente", "entente"),
    ("Convention d’articulation", "convention-articulation"),
    ("Convention de partenariat", "convention_partenariat"),
    ("Protocole de coopération", "Protocole"),
    ("Contrat de réciprocité", "contrat réciprocité"),
    ("Contrat de rivière", "contrat-riviere"),
    ("Convention de mutualisation", "Mutualisation"),
    ("Service commun", "service-commun"),
    ("Mise à disposition de services", "mise-a-disposition"),
)
_AREAS = ("Haut", "Bas", "Grand", "Nord", "Sud", "Val", "Plateau", "Cœur", "Portes", "Vallées")
# Territories, with their département and their name after « de ».
_PLACES = (
    ("Ardèche", "07"), ("Pilat", "42"), ("Vivarais", "07"), ("Velay", "43"), ("Forez", "42"), ("Livradois", "63"),
    ("Beaujolais", "69"), ("Dombes", "01"), ("Bugey", "01"), ("Chablais", "74"), ("Bauges", "73"), ("Vercors", "38"),
    ("Trièves", "38"), ("Diois", "26"), ("Baronnies", "26"), ("Jura", "39"), ("Morvan", "58"), ("Bresse", "71"),
    ("Cévennes", "48"), ("Larzac", "12"), ("Quercy", "46"), ("Périgord", "24"), ("Médoc", "33"), ("Béarn", "64"),
    ("Comminges", "31"), ("Couserans", "09"), ("Minervois", "34"), ("Corbières", "11"), ("Luberon", "84"),
    ("Verdon", "04"), ("Queyras", "05"), ("Mercantour", "06"), ("Balagne", "2B"), ("Perche", "61"), ("Cotentin", "50"),
    ("Léon", "29"), ("Trégor", "22"), ("Brière", "44"), ("Anjou", "49"), ("Sologne", "41"), ("Brenne", "36"),
    ("Vexin", "95"), ("Thiérache", "02"), ("Avesnois", "59"), ("Vosges", "88"), ("Sundgau", "68"),
)  # fmt: skip
_FIRST_YEAR = 2009
# One in so many cases is in a subfolder named by its département.
_IN_SUBFOLDERS = 3


@dataclass(frozen=True, slots=True)
class Title:
    """The title, short title and file name of a case; `of_place` is its territory with « de » before it."""

    text: str
    short: str
    form: str
    place: str
    of_place: str
    departement: str
    file_name: str


def _places() -> list[tuple[str, str]]:
    return [(f"{area}-{name}", departement) for area, (name, departement) in product(_AREAS, _PLACES)]


_NAMED_PLACES = _places()


def title(number: int) -> Title:
    """Return the title of the case with a number."""
    # Consecutive cases differ in place, form and year.
    round_, at = divmod(number, len(_NAMED_PLACES))
    place, departement = _NAMED_PLACES[at]
    year, form_at = divmod(round_, len(_FORMS))
    form, stem = _FORMS[(form_at + at) % len(_FORMS)]
    dated = f" {_FIRST_YEAR + year}"
    name = f"{stem} {place}{dated}.yaml" if " " in stem else f"{stem}-{place.lower()}-{_FIRST_YEAR + year}.yaml"
    folder = f"{departement}/" if number % _IN_SUBFOLDERS == 0 else ""
    return Title(
        text=f"{form} du territoire {place}{dated}",
        short=f"{place}{dated}",
        form=form,
        place=place,
        of_place=f"de {place}",
        departement=departement,
        file_name=folder + name,
    )
