"""Other tools doing the same work on the same cases, in the same run, compared as fairly as possible."""

from collections.abc import Iterator

from tests.benchmarks import table
from tests.benchmarks.measure import medians
from tests.benchmarks.peers import doorstop, eleventy, hugo, papis
from tests.benchmarks.peers.job import Job, Peer
from tests.benchmarks.workplace import Workplace

RUNS = 3
# The aim: faster than each peer.
AIM = 1

PEERS: tuple[Peer, ...] = (hugo.PEER, eleventy.PEER, doorstop.PEER, papis.PEER)


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure the peers that are installed, or may be installed temporarily."""
    for peer in PEERS:
        program = peer.find(place)
        if program is None:
            yield table.Row(peer.name, "not installed", f"{peer.how}, or --peers")
            continue
        folder = place.folder / f"for-{peer.name}"
        folder.mkdir()
        for job in peer.prepare(program, folder, place):
            yield from _rows(job, place)


def _rows(job: Job, place: Workplace) -> Iterator[table.Row]:
    # On all cores, which Hugo and Eleventy use.
    ours, theirs = medians([job.ours, job.theirs], place.runs(RUNS))
    what = f"coopform {job.ours.command[1]}, {place.share(10):,} cases"
    yield table.ratio(what, ours.cpu, job.what, theirs.cpu, aim=AIM if job.is_same_work else None)
    yield table.ratio("the same, time that passes", ours.wall, job.what, theirs.wall)
