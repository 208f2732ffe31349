"""`coopform pack`."""

from typing import Annotated

import typer

from coopform.cli import handout_options, option_values, options
from coopform.cli.cases import read_cases, report_broken
from coopform.cli.output_names import refuse_among_cases, refuse_file
from coopform.cli.session import session_of
from coopform.text.i18n import mark


def command(
    ctx: typer.Context,
    names: options.Identifiers = None,
    every: Annotated[bool, typer.Option("--all", help=mark("All the cases."))] = False,
    people: handout_options.People = "20",
    groups: Annotated[
        str | None,
        typer.Option("--groups", metavar=mark("NUMBER"), help=mark("Number of groups; by default, groups of five.")),
    ] = None,
    start: Annotated[
        str, typer.Option("--start", metavar=mark("TIME"), help=mark("When the workshop begins; 9:30 by default."))
    ] = "9:30",
    duration: Annotated[
        str | None,
        typer.Option(
            "--duration",
            metavar=mark("DURATION"),
            help=mark(
                "How long the day is, as 3h30 or in minutes; all steps are shortened or lengthened in proportion."
            ),
        ),
    ] = None,
    paper: handout_options.PaperSide = "a3",
    output: options.HandoutsFolder = options.HANDOUTS,
    pdf_engine: handout_options.PdfEngine = "auto",
    force: options.Force = False,
    cases: options.Cases = None,
) -> int:
    """Prepare a whole workshop: what to print, to project and to edit, with the print order.

    The workshop is on the cases given; by default, on all of a collection of six at most. The booklet and the
    library contain the whole collection. Files that somebody edited are kept.
    """
    from coopform.cli.pack_cases import chosen_cases
    from coopform.cli.pack_files import make_pack, say_missing
    from coopform.handouts.render_run import Wanted
    from coopform.handouts.workshop.schedule import LONGEST, SHORTEST

    session = session_of(ctx)
    refuse_file(output)
    option_values.refuse_spaces_in_times(names or ())
    count = option_values.count(people, "--people", most=handout_options.MOST_PEOPLE)
    wanted = Wanted(
        documents=(),
        formats=(),
        is_whole=True,
        paper=option_values.choose(paper, handout_options.PAPERS, "--paper"),
        people=count,
        groups=option_values.count(groups, "--groups", most=count) if groups is not None else 0,
        start=option_values.time_of_day(start, "--start"),
        minutes=option_values.duration(duration, "--duration", least=SHORTEST, most=LONGEST),
        has_letters=True,
    )
    engine = option_values.choose(pdf_engine, handout_options.ENGINES, "--pdf-engine")
    collection = read_cases(session, cases)
    refuse_among_cases(output, collection.folder)
    chosen = chosen_cases(session, collection, names or (), every=every)
    code = make_pack(session, collection, chosen, wanted, engine, output, force=force)
    broken = report_broken(session, collection)
    say_missing(session, collection)
    return code or broken
