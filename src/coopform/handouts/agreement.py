"""A draft of the agreement of a case, to work on: its words at their article, and all that is still to be specified."""

from collections.abc import Iterator
from dataclasses import dataclass

from coopform.handouts.agreement_articles import AgreementArticle, AgreementGap, Articles
from coopform.handouts.case_words import CaseWords
from coopform.handouts.documents import Content, Document
from coopform.handouts.render_run import RenderRun
from coopform.model.case import Case, Recueil
from coopform.model.handout_kinds import document_label
from coopform.model.skeletons import known_forms, skeleton_of
from coopform.text.i18n import Translator, mark
from coopform.text.typography import shorten

# On every page, and on the first one at length.
WARNING = mark(
    "Working draft, to be read by a lawyer; neither a legal document nor legal advice. References are second-hand."
)
FULL_WARNING = mark(
    "Working draft, for discussion between the partners. It is neither a legal document nor legal advice: have it "
    "read by a lawyer (and, for staff and funding, by the departments concerned) before any council decision or "
    "signature. The references are second-hand and may have changed."
)
HOW_TO_READ = mark(
    "The words of the sheet are unchanged: they are set apart, with their label. What is in square brackets is still "
    "to be written; the last part lists it. Questions and notes are there to help: delete them when they are answered."
)

# Characters of a title that fit the foot of a page, on the left of its number.
_FOOT_LENGTH = 90


@dataclass(frozen=True, slots=True)
class Agreement(Content):
    """What a draft of an agreement holds.

    Attributes:
        case: whose words it has.
        skeleton: what its skeleton is called.
        is_note: whether it is a preparatory note: the form is a regulated procedure.
        articles: in order.
        annex: what the case says besides.
        sources: the addresses of the pages that the notes cite, numbered from 1.
        warning: what is on every page, as a message.
        full_warning: what is on the first page, as a message.
        how_to_read: how to tell words, gaps and notes from one another, as a message.
    """

    case: Case
    skeleton: str
    is_note: bool
    articles: tuple[AgreementArticle, ...]
    annex: tuple[CaseWords, ...]
    sources: tuple[str, ...]
    warning: str = WARNING
    full_warning: str = FULL_WARNING
    how_to_read: str = HOW_TO_READ

    @property
    def label(self) -> str:
        """What it is called, as a message."""
        return mark("Preparatory note") if self.is_note else document_label("agreement")

    @property
    def foot(self) -> str:
        """What names the document at the foot of its pages, on one line."""
        title = " ".join(self.case.short_title.split())
        return f"{Translator(self.case.langue)(self.label)} – {shorten(title, _FOOT_LENGTH)}"

    @property
    def list_label(self) -> str:
        """What the list of gaps is called, as a message."""
        return mark("Checklist") if self.is_note else mark("What is missing")

    @property
    def what_it_is(self) -> str:
        """What its skeleton makes of the case, as a message."""
        if self.is_note:
            return mark("a regulated procedure, for which this is a note with a checklist, not a draft.")
        return mark("headings, questions and notes come from it.")

    @property
    def missing(self) -> tuple[tuple[AgreementArticle, AgreementGap], ...]:
        """Each gap with its article, in order."""
        return tuple((article, gap) for article in self.articles for gap in article.missing)

    @property
    def summary(self) -> str:
        """How many gaps there are, and how many are to be settled before anybody signs."""
        t = Translator(self.case.langue)
        blocking = sum(gap.blocks for _, gap in self.missing)
        return t(
            "{count} points to be specified, {blocking} of them before anybody signs.",
            count=len(self.missing),
            blocking=blocking,
        )


def agreement(case: Case, recueil: Recueil | None = None) -> Document[Agreement]:
    """Return a draft of the agreement of a case, in its own language.

    The first form of agreement that the vocabulary knows chooses the skeleton. A charter and the statutes of a body are
    regulated procedures: of these it is a preparatory note.

    Args:
        case: the case.
        recueil: the collection that it belongs to, whose colour and logo it bears.
    """
    skeleton = skeleton_of(known_forms(case.outil), case.langue)
    written = Articles(case, skeleton, Translator(case.langue))
    articles = tuple(written.all())
    content = Agreement(case, skeleton.name, skeleton.is_note, articles, written.annex(), tuple(written.sources))
    return Document("agreement", case.langue, recueil or Recueil(), [case], content)


def documents_of(run: RenderRun) -> Iterator[Document[Agreement]]:
    """Yield the draft of each case."""
    yield from (agreement(case, run.recueil) for case in run.cases)
