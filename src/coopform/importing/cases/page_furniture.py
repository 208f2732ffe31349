"""Set apart what a web page has around its text and is copied with it: where one is, links to share, legal notices."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine
from coopform.importing.cleaning import clean

_LONGEST = 200
_NETWORKS = r"(?:facebook|twitter|x|linkedin|instagram|youtube|whatsapp|e-?mail|courriel)"
_SURE_LEGAL = (
    r"mentions légales|plan du site|politique de confidentialité|gestion des cookies|tous droits réservés|legal notice"
    r"|privacy policy|all rights reserved"
)
# A point may be one of these; it is not next to another.
_LEGAL = rf"(?:{_SURE_LEGAL}|accessibilité|données personnelles|cookies|crédits|contact|nous contacter|accueil)"
_FURNITURE = re.compile(
    r"(?:vous êtes ici\s?:?\s?)?(?:accueil|home)\s?[>›»].*|vous êtes ici\s?:.*"
    rf"|(?:partager|share) (?:(?:sur|par|on|by) )?{_NETWORKS}\b.*"
    r"|(?:partager|share) (?:cette|cet|la|this) (?:page|article)"
    rf"|{_NETWORKS}(?:[ ,|·]+{_NETWORKS})+|suivez-nous(?: sur .*)?"
    r"|(?:imprimer|télécharger|print) (?:cette |la |this )?(?:page|fiche|en pdf|au format pdf).{0,20}"
    r"|aller au contenu(?: principal)?|skip to (?:main )?content|menu principal|haut de page"
    r"|retour (?:à la liste|à l[’']accueil|en haut de (?:la )?page|aux résultats).{0,40}"
    r"|(?:publié|posted) (?:le|on) .{0,60}(?:temps de lecture.*)?|temps de lecture\s?:.*|\d+ min(?:utes)? de lecture"
    rf"|(?:©|copyright\b).*|{_SURE_LEGAL}|{_LEGAL}(?:\s?[|·–—-]\s?{_LEGAL})+"
    r"|(?:ce site|nous) utilis(?:e|ons) des cookies.*|(?:lire aussi|à lire aussi|articles? similaires?)\s?:?.*"
    r"|abonnez-vous à .{0,40}|inscrivez-vous à .{0,40}",
    re.IGNORECASE,
)


def without_furniture(blocks: Iterable[DocumentBlock]) -> Iterator[DocumentBlock]:
    """Yield the blocks of a document in which the furniture of a web page is an aside, lines in a row together."""
    for is_around, group in groupby(blocks, _is_furniture):
        if is_around:
            lines = tuple(block for block in group if isinstance(block, TextLine))
            yield Aside(AsideKind.PAGE, lines, lines[0].place)
        else:
            yield from group


def _is_furniture(block: DocumentBlock) -> bool:
    if not isinstance(block, TextLine) or block.heading or len(block.text) > _LONGEST:
        return False
    return _FURNITURE.fullmatch(clean(block.text)) is not None
