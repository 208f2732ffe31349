"""Where things are: the project, the five shipped cases, the corpus of good and bad files."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
CASES = ROOT / "cases"
IDS = ["monts-ardeche", "mutualisation-pnr-pays", "sage-ardeche", "territoires-partenaires", "tridan"]

TESTS = ROOT / "tests"
CORPUS = TESTS / "corpus"
BAD = sorted((CORPUS / "bad").glob("*.yaml"))
GOOD = sorted((CORPUS / "good").glob("*.yaml"))
SHIPPED = sorted(CASES.glob("*.yaml"))
