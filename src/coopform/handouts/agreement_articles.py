"""The articles of a draft of an agreement: the words of a case at their place, and what is still to be specified."""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase
from typing import NamedTuple

from coopform.handouts.case_words import CaseWords, named_partners, words_of
from coopform.handouts.phrases import SpokenPiece
from coopform.model.case import Case, Partner
from coopform.model.skeletons import Skeleton, SkeletonArticle, SkeletonGap, known_forms
from coopform.model.vocabulary import Outil
from coopform.text.i18n import CONTENT_LANGUAGE, Translator, mark

# Keys that no draft shows: what the facilitator has to check, and the reading of an author.
_LEFT_OUT = frozenset(("a_verifier", "lecture", "langue"))
# Keys that are in the head of a draft.
_IN_HEAD = frozenset(("titre", "titre_court"))


class AgreementGap(NamedTuple):
    """Something that the partners have to specify.

    Attributes:
        place: its number in the draft, as « 5 b ».
        what: what is to specify.
        text: the same in square brackets, as « [to be specified: the date of effect] ».
        question: what to ask.
        blocks: whether it is to be settled before anybody signs.
        is_asked: whether its question is that of its article, which is printed under the heading.
    """

    place: str
    what: str
    text: str
    question: str
    blocks: bool
    is_asked: bool


class AgreementNote(NamedTuple):
    """A fact to check: its text in pieces of one language, and the numbers of the pages where it was seen."""

    pieces: tuple[SpokenPiece, ...]
    sources: tuple[int, ...]

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(piece.text for piece in self.pieces)


class AgreementArticle(NamedTuple):
    """An article of a draft.

    Attributes:
        key: its name in the skeleton.
        number: as « 6.1 »; empty before the first.
        level: 0 for one without number, 1 for an article, 2 for a part of one.
        title: its heading.
        question: its guiding question.
        words: what the case says, key by key.
        partners: the rows of its table; none without one.
        columns: of the table, a gap in each row.
        gaps: the others.
        notes: facts to check.
    """

    key: str
    number: str
    level: int
    title: str
    question: str
    words: tuple[CaseWords, ...]
    partners: tuple[Partner, ...]
    columns: tuple[AgreementGap, ...]
    gaps: tuple[AgreementGap, ...]
    notes: tuple[AgreementNote, ...]

    @property
    def missing(self) -> tuple[AgreementGap, ...]:
        """All that is to specify in it."""
        return (*self.columns, *self.gaps)


class Articles:
    """Writes the articles of the draft of a case, and numbers the pages that its notes cite.

    Attributes:
        sources: the addresses of the pages cited so far, in the order of their numbers.
        t: translates messages.
    """

    def __init__(self, case: Case, skeleton: Skeleton, translate: Translator) -> None:
        self.sources: list[str] = []
        self._case = case
        self._skeleton = skeleton
        self.t = translate
        self._partners = named_partners(case)

    def all(self) -> Iterator[AgreementArticle]:
        """Yield the articles in order."""
        for number, article in zip(_numbers(self._skeleton.articles), self._skeleton.articles, strict=True):
            yield self._article(number, article)

    def annex(self) -> tuple[CaseWords, ...]:
        """Return what the case says under the keys that feed no article."""
        fed = {key for article in self._skeleton.articles for key in article.keys}
        keys = (key for key in type(self._case).model_fields if key not in fed | _LEFT_OUT | _IN_HEAD | {"id"})
        return self._words(keys)

    def _article(self, number: str, article: SkeletonArticle) -> AgreementArticle:
        # The partners are the first column of each table.
        words = self._words(key for key in article.keys if key != "partenaires" or not article.columns)
        gaps = [*article.columns, *(gap for gap in article.gaps if not self._is_answered(gap))]
        gaps += self._open_ends(article, words)
        places = (f"{number or article.title} {letter}" for letter in ascii_lowercase)
        made = [self._gap(place, gap, article) for place, gap in zip(places, gaps, strict=False)]
        in_table = len(article.columns) if self._partners else 0
        notes = (*self._of_forms(article), *(self._note(note.sources, note.text) for note in article.notes))
        return AgreementArticle(
            article.key,
            number,
            article.level,
            article.title,
            article.question,
            words,
            self._partners if in_table else (),
            tuple(made[:in_table]),
            tuple(made[in_table:]),
            notes,
        )

    def _gap(self, place: str, gap: SkeletonGap, article: SkeletonArticle) -> AgreementGap:
        text = self.t("[to be specified: {what}]", what=gap.what)
        return AgreementGap(place, gap.what, text, gap.question, gap.blocks, gap.question == article.question)

    def _words(self, keys: Iterator[str]) -> tuple[CaseWords, ...]:
        found = (words_of(self._case, key, self.t) for key in keys)
        return tuple(filter(None, found))

    def _is_answered(self, gap: SkeletonGap) -> bool:
        return any(words_of(self._case, key, self.t) for key in gap.answered_by)

    def _open_ends(self, article: SkeletonArticle, words: Sequence[CaseWords]) -> Iterator[SkeletonGap]:
        """Yield a gap for each key of an article some of whose words are still to be typed."""
        partners = words_of(self._case, "partenaires", self.t) if "partenaires" in article.keys else None
        for one in {one.key: one for one in (*filter(None, [partners]), *words)}.values():
            if one.is_open:
                what = self.t("what is still to be filled in under “{label}”", label=self.t(one.label))
                yield SkeletonGap(what, article.question)

    def _of_forms(self, article: SkeletonArticle) -> Iterator[AgreementNote]:
        """Yield what the vocabulary says of the forms of agreement of the case, at the article on the form."""
        if "outil" not in article.keys:
            return
        known = known_forms(self._case.outil)
        for form in known:
            yield self._note((form.source,), *self._described(form))
        if not known:
            yield self._note((), self.t(_NO_FORM))

    def _described(self, form: Outil) -> Iterator[str | SpokenPiece]:
        yield SpokenPiece(f"{form.nom} – {form.definition}", CONTENT_LANGUAGE)
        if form.reference:
            yield f" {self.t('Reference, to be checked:')} "
            yield SpokenPiece(f"{form.reference}.", CONTENT_LANGUAGE)

    def _note(self, addresses: Sequence[str], *said: str | SpokenPiece) -> AgreementNote:
        self.sources += [one for one in addresses if one not in self.sources]
        pieces = (SpokenPiece(one, self.t.language) if isinstance(one, str) else one for one in said)
        return AgreementNote(tuple(pieces), tuple(self.sources.index(one) + 1 for one in addresses))


_NO_FORM = mark("No known form of agreement is named: this is the general skeleton.")


def _numbers(articles: Sequence[SkeletonArticle]) -> Iterator[str]:
    """Yield the number of each article: « 6 », « 6.1 »; empty before the first."""
    first = second = 0
    for article in articles:
        if article.level == 1:
            first, second = first + 1, 0
        elif article.level == 2:
            second += 1
        yield "" if article.level == 0 else f"{first}.{second}" if second else str(first)
