"""Templates from somebody else: what they can access, and limits on their output."""

import shutil
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jinja2 import Undefined
from jinja2.utils import Cycler, Joiner, Namespace
from pydantic import BaseModel

from coopform.collection.collection import Collection
from coopform.handouts import pack
from coopform.handouts.documents import Document
from coopform.handouts.due_files import due_files
from coopform.handouts.print_order import print_order
from coopform.handouts.render_run import Wanted
from coopform.model import handout_kinds
from coopform.rendering.pages.environment import environment_of
from coopform.rendering.pages.sandbox import NotGiven
from tests.support.growth import assert_grows_evenly
from tests.support.places import ROOT
from tests.support.running import Coopform, Golden, Run


def render(coopform: Coopform, workshop: Path, template: str, name: str = "sheet.html.j2") -> Run:
    (workshop / "templates").mkdir(exist_ok=True)
    (workshop / "templates" / name).write_text(template, encoding="utf-8")
    return coopform("render", "tridan", "--format", "html" if ".html" in name else "markdown", "-o", "out")


@pytest.mark.parametrize(
    "attack",
    [
        # Unpickles a command.
        r"""{{ case.parse_raw("cos\nsystem\n(S'touch escaped'\ntR.", content_type="pickle", allow_pickle=True) }}""",
        "{{ case.parse_file('tridan.yaml') }}",
        "{{ case['parse_file']('tridan.yaml') }}",
        "{{ case | attr('parse_file') }}",
        "{{ [case] | map(attribute='parse_file') | list }}",
        "{{ [case] | sum(attribute='copy') }}",
        "{{ [case] | selectattr('model_dump') | list }}",
        "{{ case.model_construct() }}",
        "{{ case.model_fields }}",
        "{{ recueil.model_copy(update={'titre': 1}) }}",
        "{{ case.row.__func__ }}",
        "{{ case.row.__globals__ }}",
        "{{ t.__init__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ t.translate }}",
        "{{ facts.__closure__ }}",
        "{{ grid.NamedTuple }}",
        "{{ dict.fromkeys('ab') }}",
        "{{ dict.mro() }}",
        "{{ self._TemplateReference__context }}",
        "{{ self.__init__ }}",
        "{% for x in 'a' %}{{ loop._iterable }}{% endfor %}",
        "{% macro m() %}{{ caller._func }}{% endmacro %}{% call m() %}{% endcall %}",
        "{{ '{0.__class__}'.format(case) }}",
        "{{ '{0.titre}'.format_map(case) }}",
        "{{ look.templates.parent }}",
        "{{ key_labels.pop('titre') }}",
        "{{ key_labels.update(titre='pris') }}",
        "{{ case.outil.__class__ }}",
        "{{ ''.encode() }}",
        "{{ (1).bit_length() }}",
        "{{ lipsum(9) }}",
        "{{ font_face('../../LICENSE') }}",
        "{% include '../cases/tridan.yaml' %}",
        "{% include '/etc/passwd' %}",
    ],
)
@pytest.mark.parametrize("name", ["sheet.html.j2", "sheet.md.j2"])
def test_a_template_reaches_nothing_that_it_is_not_given(
    coopform: Coopform, workshop: Path, attack: str, name: str
) -> None:
    run = render(coopform, workshop, f"un\n{attack}\n", name)
    assert run.code == 2
    assert run.err.startswith(f"{workshop / 'templates' / name}:2: ")
    assert "Traceback" not in run.err
    assert not (workshop / "escaped").exists()
    assert not list(workshop.glob("out/tridan.*"))


def test_what_a_template_is_not_given_is_named_in_both_languages(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attack = "{{ case.parse_raw('') }}"
    assert (
        "the template uses “parse_raw”, which is not available to templates." in render(coopform, workshop, attack).err
    )
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    said = render(coopform, workshop, attack).err.replace("\u00a0", " ")
    assert "le modèle utilise « parse_raw », auquel les modèles n’ont pas accès." in said


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{{ case.titre.upper() | length }} [{{ case.short_title.center(9) }}]", "32 [  TRIDAN ]"),
        ("{{ case.row('enjeux')[0].full_text() }}", "Traiter des interrelations sur un bassin de vie et d’emploi"),
        ("{{ case.rubriques_remplies }} {{ case.completeness }}", "6 6/6"),
        ("{{ case.ordered_steps() | length }}{{ case.partenaires[0].nombre }}", "05"),
        ("{{ range(3) | reverse | join('-') }} {{ range(4)[1:3] | list | length }}", "2-1-0 2"),
        ("{{ case.outil ~ '' ~ 1 ~ case.langue }}", "(&#39;Entente&#39;,)1fr"),
        ("{{ '<b>' ~ ('<i>' | safe) }}{{ 'a' ~ 'b' | upper }}", "&lt;b&gt;<i>aB"),
        ("{{ ['a', 'b'] | batch(linecount=2) | map('join', '+') | first }}", "a+b"),
        ("{{ '%s et %03d' | format('a', 7) }} {{ '%s' % 'b' }} {{ 7 % 4 }} {{ 2 ** 10 }}", "a et 007 b 3 1024"),
        ("{{ [case] | map(attribute='short_title') | join(', ') }}", "TRIDAN"),
        ("{{ [{'a': 1}, {'a': 1}] | groupby('a') | map(attribute='grouper') | first }}", "1"),
        ("{% set n = namespace(a=1) %}{% set n.a = n.a + 1 %}{{ n.a }}", "2"),
        ("{{ t('{x.__class__} {x:9}', x=1) }}", "{x.__class__} {x:9}"),
        ("{% set c = cycler('x', 'y') %}{{ c.next() }}{{ c.current }}", "xy"),
        ("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}dedans{% endcall %}{{ m.name }}", "[dedans]m"),
        ("{% block b %}b{% endblock %}{{ self.b() }}", "bb"),
        ("{% import 'blocks.html.j2' as blocks with context %}{{ blocks.to_fill(1) | length > 9 }}", "True"),
        ("{{ t('{minutes} min', minutes=case.titre_court) }} {{ t('Source:') }}", "TRIDAN min Source :"),
        ("{{ {'a': 1}.get('a') }}{{ {'a': 1}.a }}{% for k, v in {'b': 2}.items() %}{{ k }}{{ v }}{% endfor %}", "11b2"),
        (
            "{{ 'a,b'.split(',') | join('+') }} {{ '+'.join(['a', 'b']) }} {{ 'abc' | replace('b', 'x') }}",
            "a+b a+b axc",
        ),
    ],
)
def test_what_templates_are_given_is_there(coopform: Coopform, workshop: Path, template: str, expected: str) -> None:
    assert render(coopform, workshop, template).code == 0
    assert (workshop / "out" / "tridan.html").read_text(encoding="utf-8").replace("\u00a0", " ").strip() == expected


DOUBLED = "{% set x = 'x' * 1000000 %}" + "{% set x = OPERATION %}" * 40


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("{{ 'x' * 1000001 }}", "more than 1 MB"),
        ("{{ 1000001 * 'x' }}", "more than 1 MB"),
        ("{{ [0] * 10 ** 9 }}", "more than 1 MB"),
        ("{{ 9 ** (9 ** 9) }}", "more than 1 MB"),
        ("{% set x = 9 ** 999 %}" + "{% set x = x * x %}" * 30, "more than 1 MB"),
        ("{{ 'x' | center(10 ** 9) }}", "more than 1 MB"),
        ("{{ 'x'.ljust(10 ** 9) }}", "more than 1 MB"),
        ("{{ ('x' | safe).rjust(10 ** 9) }}", "more than 1 MB"),
        ("{{ 'x'.zfill(10 ** 9) }}", "more than 1 MB"),
        ("{{ '\t\t'.expandtabs(10 ** 6) }}", "more than 1 MB"),
        ("{{ ('x\n' * 1000) | indent(10 ** 4) }}", "more than 1 MB"),
        ("{{ ('x\n' * 1000) | indent('x' * 10 ** 4) }}", "more than 1 MB"),
        ("{{ ('x y z' * 9000) | wordwrap(1, wrapstring='x' * 10 ** 3) }}", "more than 1 MB"),
        ("{{ ('x' * 10000) | replace('x', 'y' * 1000) }}", "more than 1 MB"),
        ("{{ ('x' * 10000).replace('x', 'y' * 1000) }}", "more than 1 MB"),
        ("{{ ('x' * 10000) | replace(old='', new='y' * 1000) }}", "more than 1 MB"),
        ("{{ range(10000) | join('y' * 1000) }}", "more than 1 MB"),
        ("{{ ('y' * 1000).join('x' * 10000) }}", "more than 1 MB"),
        ("{{ (['x' * 1000000] * 1000) | join }}", "larger than 20 MB"),
        ("{{ ''.join(['x' * 1000000] * 1000) }}", "larger than 20 MB"),
        ("{{ '%1000000000d' | format(1) }}", "more than 1 MB"),
        ("{{ '%1000000000d' % 1 }}", "more than 1 MB"),
        ("{{ '%*d' % (10 ** 9, 1) }}", "more than 1 MB"),
        ("{{ ('%(a)s' * 10000) | format(a='x' * 1000000) }}", "larger than 20 MB"),
        ("{{ t('{a}' * 10000, a='x' * 1000000) }}", "larger than 20 MB"),
        ("{{ [1] | batch(10 ** 9, 'x') | list }}", "more than 1 MB"),
        ("{{ [1] | slice(10 ** 9) | list }}", "more than 1 MB"),
        ("{{ [[1], [2]] | sum(start=[]) }}", "more than 1 MB"),
        ("{{ {'a': 1} | tojson(indent=10 ** 9) }}", "more than 1 MB"),
        ("{{ 10 | round(-(10 ** 9)) }}", "more than 1 MB"),
        ("{{ ['x'] | map('center', 10 ** 9) | list }}", "more than 1 MB"),
        ("{{ ('www.a.fr ' * 1000) | urlize(rel='x' * 10000) }}", "more than 1 MB"),
        (DOUBLED.replace("OPERATION", "x ~ x"), "larger than 20 MB"),
        (DOUBLED.replace("OPERATION", "x + x"), "larger than 20 MB"),
        (DOUBLED.replace("OPERATION", "[x, x] | join"), "larger than 20 MB"),
        (DOUBLED.replace("OPERATION", "(x | escape).join(['<', '<']) | forceescape"), "more than 1 MB"),
        ("{% set x = '<' * 1000000 %}" + "{% set x = x | forceescape %}" * 40, "larger than 20 MB"),
        (DOUBLED.replace("{% set x = OPERATION %}", "{% set x %}{{ x }}{{ x }}{% endset %}"), "larger than 20 MB"),
        (DOUBLED.replace("OPERATION", "[x, x]") + "{{ x }}", "more than 1 MB"),
        (DOUBLED.replace("OPERATION", "[x, x]") + "{{ x | string }}", "more than 1 MB"),
        (DOUBLED.replace("OPERATION", "[x, x]") + "{{ x ~ '' }}", "more than 1 MB"),
        (DOUBLED.replace("OPERATION", "{'a': x, 'b': x}") + "{{ x | tojson }}", "more than 1 MB"),
        (DOUBLED.replace("OPERATION", "[x, x]") + "{{ '%s' % x }}", "more than 1 MB"),
        (DOUBLED.replace("OPERATION", "[x, x]") + "{{ namespace(a=x) }}", "more than 1 MB"),
        ("{{ {'a': namespace()} }}", "more than 1 MB"),
        (DOUBLED.replace("OPERATION", "x + x").replace("'x' * 1000000", "[0] * 1000000"), "more than 1 MB"),
        ("{% for i in range(1000) %}{% for j in range(1001) %}{% endfor %}{% endfor %}", "more than a million steps"),
        ("{% set r = range(1001) %}{% for i in r %}{% for j in r %}{% endfor %}{% endfor %}", "a million steps"),
        ("{% for i in range(10 ** 12) | reverse %}{% endfor %}", "more than a million steps"),
        ("{% for i in range(10 ** 12)[5:] %}{% endfor %}", "more than a million steps"),
        ("{{ range(10 ** 9) | list }}", "more than a million steps"),
        ("{{ range(10 ** 9) | sum }}", "more than a million steps"),
        ("{% for i in range(10000) %}{{ 'é' * 1000 }}\n{% endfor %}", "larger than 20 MB"),
        ("{% for i in range(10000) %}" + "x" * 3000 + "{% endfor %}", "larger than 20 MB"),
        ("{% macro m() %}{% for i in range(10000) %}{{ 'x' * 9000 }}{% endfor %}{% endmacro %}{{ m() }}", "20 MB"),
        ("{% for i in range(99999) %}{% include 'design.css' %}{% endfor %}", "larger than 20 MB"),
        ("{% filter upper %}{% for i in range(10000) %}{{ 'x' * 9000 }}{% endfor %}{% endfilter %}", "20 MB"),
    ],
)
def test_a_page_makes_no_more_than_it_may(coopform: Coopform, workshop: Path, template: str, said: str) -> None:
    run = render(coopform, workshop, f"un\n{template}\n")
    assert run.code == 2, run.err
    assert run.err.startswith(f"{workshop / 'templates' / 'sheet.html.j2'}:2: ") or template.count("\n")
    assert said in run.err
    assert not (workshop / "out" / "tridan.html").exists()


@pytest.mark.parametrize(
    ("name", "template", "place", "detail"),
    [
        ("sheet.html.j2", "un\n{% import 'blocks.html.j2' as blocks %}{{ blocks.cell(1) }}", ":2: ", "blocks.html.j2:"),
        ("blocks.html.j2", "{% macro disc() %}{% endmacro %}", ": ", "'disc' takes not more than 0"),
        ("blocks.html.j2", "un", ": ", "has no attribute 'disc'"),
    ],
    ids=["calls a shipped macro in another way", "has another macro", "lacks a macro"],
)
def test_a_template_that_does_not_fit_the_shipped_ones_is_named(
    coopform: Coopform, workshop: Path, name: str, template: str, place: str, detail: str
) -> None:
    run = render(coopform, workshop, template, name)
    assert run.code == 2
    assert run.err.startswith(f"{workshop / 'templates' / name}{place}the template does not fit the shipped ones (")
    assert detail in run.err
    assert f"(coopform templates {name} --force keeps the old one)" in run.err


def test_copies_of_all_templates_make_the_pages_of_the_shipped_ones(coopform: Coopform, workshop: Path) -> None:
    chosen = [argument for kind in EVERY_KIND for argument in ("--document", kind)]
    for folder in ("shipped", "copied"):
        run = coopform("render", *chosen, "--format", "html", "--format", "markdown", "--with-us", "-o", folder)
        assert run.code == 0, run.err
        shutil.copytree(ROOT / "templates", workshop / "templates", dirs_exist_ok=True)
    pages = {path.name: path.read_bytes() for path in Path("shipped").iterdir() if not path.name.startswith(".")}
    assert {name: (workshop / "copied" / name).read_bytes() for name in pages} == pages


def test_limits_are_those_of_one_page(coopform: Coopform, workshop: Path) -> None:
    (workshop / "templates").mkdir()
    template = "{% for i in range(600000) %}{% endfor %}{{ case.id }}"
    (workshop / "templates" / "sheet.html.j2").write_text(template, encoding="utf-8")
    assert coopform("render", "tridan", "sage-ardeche", "--format", "html", "-o", "out").code == 0
    assert len(list((workshop / "out").glob("*.html"))) == 2


@pytest.mark.parametrize(
    "template",
    [
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{% for i in 'a' %}" * 40 + "{% endfor %}" * 40,
        "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
        "{{ 'x'" + " ~ 'a'" * 5000 + " }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 'sheet.html.j2' %}",
        "{% set n = namespace(x=[]) %}{% for i in range(20000) %}{% set n.x = [n.x] %}{% endfor %}{{ n.x }}",
        "{{ case.titre" + ".titre" * 20000 + " }}",
    ],
)
def test_a_template_that_is_nested_too_deep_is_named(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, template: str
) -> None:
    # That of pytest is in Python: while the stack is full it fails, and Python says so on the standard error.
    monkeypatch.setattr("sys.unraisablehook", [].append)
    run = render(coopform, workshop, template)
    # How deep is too deep depends on the version of Python.
    assert run.code in (0, 2)
    assert run.code == 0 or run.err.startswith(
        f"{workshop / 'templates' / 'sheet.html.j2'}:1: the template has too many levels, or uses itself without end."
    )


# Visit everything that a template can reach from its values, with the attribute checks of templates.

EVERY_KIND = handout_kinds.RENDERED
PROBES = """
{% import "blocks.html.j2" as blocks with context %}
{% macro m() %}{% set _ = probe("caller", caller) %}{% endmacro %}
{% block b %}{% for x in [1] %}{% set _ = probe("loop", loop) %}{% endfor %}{% endblock %}
{% call m() %}{% endcall %}
{% set _ = probe("macro", m) %}
{% set _ = probe("self", self) %}{% set _ = probe("block", self.b) %}
{% set _ = probe("module", blocks) %}
{% set _ = probe("namespace", namespace(a=1)) %}{% set _ = probe("cycler", cycler(1, 2)) %}
{% set _ = probe("joiner", joiner(" ")) %}
{% set _ = probe("group", ([{"a": 1}] | groupby("a") | list)[0]) %}
{% set _ = probe("range", range(3)) %}
"""
SCALAR = (str, int, float, bool, type(None))
PLAIN = (*SCALAR, list, tuple, dict, set, frozenset)


def given(five: Collection) -> dict[str, object]:
    """Return everything that the templates of any document are filled with, by name."""
    wanted = Wanted(EVERY_KIND, ("html", "markdown"), is_whole=True, start="9:30")
    met: list[Document[Any]] = [file.document for file in due_files(five.cases, five.recueil, wanted)]
    met.append(pack.page(five.cases, five.recueil, "order.pdf", {"print": ("tridan.pdf",), "project": (), "edit": ()}))
    met.append(print_order(five.cases, five.recueil, wanted, {"tridan.pdf": [(210, 297)]}))
    values: dict[str, object] = {"recueil": five.recueil, "cases": five.cases}
    for document in met:
        held = document.content
        shown = [field.name for field in fields(held) if not field.name.startswith("_")]
        values |= {f"{document.kind} {name}": getattr(held, name) for name in shown}
        values[f"{document.kind} content"] = held
    return values


class Walk:
    """Visits everything reachable, each value once."""

    def __init__(self, environment: Any, case: object) -> None:
        self.environment = environment
        self.case = case
        self.reached: set[str] = set()
        # The depth to which a value was visited; one text or number of each type: another one has the same attributes.
        self.visited: dict[int, tuple[object, int]] = {}

    def go(self, name: str, value: object, depth: int = 4) -> None:
        kind = type(value).__name__
        assert self.is_harmless(value), f"{name} gives a template {value!r}"
        visited = type(value) if isinstance(value, SCALAR) else value
        if depth <= self.visited.get(id(visited), (None, 0))[1]:
            return
        self.visited[id(visited)] = visited, depth
        if isinstance(value, (list, tuple, set, frozenset)):
            for item in list(value)[:3]:
                self.go(f"{name}[…]", item, depth - 1)
        if isinstance(value, dict):
            for item in [*list(value)[:3], *list(value.values())[:3]]:
                self.go(f"{name}[…]", item, depth - 1)
        for attribute in dir(value):
            found = self.attribute(value, attribute)
            if found is None:
                continue
            self.reached.add(f"{kind}.{attribute}")
            self.go(f"{kind}.{attribute}", found, depth - 1)
        if callable(value) and not isinstance(value, Undefined):
            for result in self.results(value):
                self.go(f"{name}()", result, depth - 1)

    def attribute(self, value: object, attribute: str) -> object:
        try:
            found: object = self.environment.getattr(value, attribute)
        except NotGiven:
            return None
        return None if isinstance(found, Undefined) else found

    def results(self, function: Any) -> Iterator[object]:
        for arguments in ((), (self.case,), ([self.case],), ("enjeux",), ("2015",), ("Assistant-Bold",)):
            try:
                yield function(*arguments)
            except Exception:  # a function may reject its argument
                continue

    def is_harmless(self, value: object) -> bool:
        if isinstance(value, type):
            return value in (dict, Cycler, Joiner, Namespace)
        if isinstance(value, ModuleType):
            return False
        home = type(value).__module__
        return isinstance(value, PLAIN) or home.split(".")[0] in ("coopform", "builtins", "jinja2", "functools")


@pytest.mark.parametrize("fmt", ["html", "markdown"])
def test_the_walk_through_all_that_templates_reach(fmt: str, five: Collection, tmp_path: Path, golden: Golden) -> None:
    environment = environment_of(fmt, "fr", tmp_path)
    walk = Walk(environment, five.cases[0])
    for name, value in [*environment.globals.items(), *given(five).items()]:
        walk.go(name, value)
    environment.globals["probe"] = walk.go
    environment.from_string(PROBES).render(case=five.cases[0], cases=five.cases, rows=())
    del environment.globals["probe"]
    for function in environment.filters.values():
        walk.go("filter", function)
    shared = {name for name in walk.reached if not name.startswith(("str.", "Markup."))}
    golden("template-reach.txt", "".join(f"{name}\n" for name in sorted(shared)))
    assert not [name for name in walk.reached if name.split(".")[1].startswith("_")]
    assert not {name for name in walk.reached if hasattr(BaseModel, name.split(".")[1])} - {"dict.copy"}


def test_the_cost_of_looking_into_lists_grows_with_their_size(coopform: Coopform, workshop: Path) -> None:
    def join(count: int) -> None:
        template = "{% set x = ['é' * 100] * " + str(count) + " %}{{ x | join(', ') }}{{ x | length }}"
        assert render(coopform, workshop, template).code == 0

    assert_grows_evenly(join, 40_000)
