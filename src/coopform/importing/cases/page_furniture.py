"""Set apart what a web page has around its text and is copied with it: where one is, links to share, legal notices."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine
from coopform.importing.cleaning import clean

_LONGEST = 200
_NETWORKS = r"(?:facebook|twitter|x|linkedin|instagram|youtube|whatsapp|e-?mail)"
_LEGAL = (
    r"(?:mentions légales|plan du site|accessibilité(?: : .{0,30})?|politique de confidentialité|données personnelles"
    r"|(?:gestion des )?cookies|tous droits réservés|nous contacter|crédits|legal notice|privacy policy"
    r"|all rights reserved)"
)
_FURNITURE = re.compile(
    r"(?:vous êtes ici\s?:?\s?)?(?:accueil|home)\s?[>›»/|].*|vous êtes ici\s?:.*"
    r"|(?:partager|share|suivez-nous)(?: (?:sur|par|on|cette page|cet article|la page|l[’']article)\b.*)?"
    rf"|{_NETWORKS}(?:[ ,|·]+{_NETWORKS})+"
    r"|(?:imprimer|télécharger|print)(?: (?:cette |la )?(?:page|fiche))?(?: (?:en|au format) pdf)?"
    r"|aller au contenu(?: principal)?|skip to (?:main )?content|menu(?: principal)?|rechercher|recherche"
    r"|retour (?:à la liste|à l[’']accueil|en haut de (?:la )?page|aux résultats).{0,40}|haut de page"
    r"|(?:publié|posted) (?:le|on) .{0,60}(?:temps de lecture.*)?|temps de lecture\s?:.*|\d+ min(?:utes)? de lecture"
    rf"|(?:©|copyright\b).*|{_LEGAL}(?:\s?[|·–—-]\s?{_LEGAL})*"
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
