"""Pages, Markdown, texts and tables as text, as the blocks that they become."""

import sys
from pathlib import Path

import pytest

from coopform.importing import detect
from coopform.importing.blocks import Aside, Break, Cell, SourceDocument, Table, TextLine
from coopform.importing.failures import UnreadableDocument

Shown = str | list[list[str]]


def read(folder: Path, name: str, text: str | bytes) -> SourceDocument:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return detect.read(path)


def shown(source: SourceDocument) -> list[Shown]:
    """Return each line with the signs of what it is, each table as its rows, each aside with its kind."""
    return [_shown(block) for block in source.blocks]


def _shown(block: TextLine | Table | Break | Aside) -> Shown:
    if isinstance(block, TextLine):
        signs = "#" * block.heading + ">" * block.level + "*" * block.bold + "_" * block.underlined + block.number
        return f"{signs} {block.text}".strip()
    if isinstance(block, Table):
        return [["~" if cell.merged else _words(cell) for cell in row] for row in block.rows]
    if isinstance(block, Aside):
        return f"({block.kind}) " + " / ".join(line.text for line in block.lines)
    return "---"


def _words(cell: Cell) -> str:
    return " / ".join(line.text for line in cell.lines)


PAGES: dict[str, tuple[str, list[Shown]]] = {
    "the title of a page": ("<title>Accord</title><p>un", ["(title of the page) Accord", "un"]),
    "a title that is a heading": ("<title>Un  accord</title><h1>Un accord</h1>", ["# Un accord"]),
    "a link": ('<p>voir <a href="https://e.org/a">ici</a> enfin', ["voir ici enfin", "(link) https://e.org/a"]),
    "a link that is its words": ('<a href="https://e.org/">e.org</a> <a href="mailto:a@e">a@e</a>', ["e.org a@e"]),
    "links that lead nowhere": ('<a href="#b">b</a> <a name=x>c</a> <a href="javascript:f">d</a>', ["b c d"]),
    "pictures": ('<img alt="Un plan" title="Vu"><img alt=""><p>fin', ["(text of a picture) Un plan / Vu", "fin"]),
    "drawings": ("<p>a <svg><title>P</title><g><text>Q</text></g></svg>b", ["a b", "(text of a picture) P / Q"]),
    "pages in it": ('<iframe title="Carte" src="https://e.org"></iframe>', ["(inserted document) Carte / https://e.org"]),
    "boxes": ("<p><input type=checkbox>Charte<br><input type=radio checked>Entente", ["☐ Charte", "☑ Entente"]),
    "choices": ("<select><option>Non<option selected>Oui</select>", ["☐ Non", "☑ Oui"]),
    "fields": ('<p>Nom <input value="Bac"><input type=hidden value=x><textarea>a\nb</textarea>', ["Nom Bac", "a", "b"]),
    "legends": ("<fieldset><legend>Outil</legend>Pacte</fieldset>", ["* Outil", "Pacte"]),
    "definitions": ("<dl><dt>Enjeux<dd>Eau<dd>Bois<dt>Objet<dd>Bac", ["* Enjeux", "Eau", "Bois", "* Objet", "Bac"]),
    "captions": ("<figure><img alt=Bac><figcaption>Photo</figcaption></figure>", ["(text of a picture) Bac", "Photo"]),
    "the caption of a table": ("<table><caption>Bilan<tr><td>a<td>b</table>", ["Bilan", [["a", "b"]]]),
    "numbers": ("<ol start=3><li>c<li value=7>g</ol><ol type=a><li>a</ol>", [">3. c", ">7. g", ">a. a"]),
    "typed bullets": ("<p>– un<br>• deux<p>a) trois", ["– un", "• deux", "a) trois"]),
    "underlined": ("<p><u>A</u> :<p><i style='text-decoration: underline'>B</i>", ["_ A :", "_ B"]),
    "underlined lines": ("<pre><u>A\nB</u>\nc</pre>", ["_ A", "_ B", "c"]),
    "numbers without a form": ("<ol type='' delimiter=''><li>a<li>b</ol>", [">1 a", ">2 b"]),
    "bold numbers": ("<p><b>1. Contexte</b>", ["* 1. Contexte"]),
    "kept line ends": ("<pre>un\n- deux</pre>", ["un", "- deux"]),
    "marked sections": ("<p>a<![if !x]>b<![endif]><![CDATA[c d]]>", ["abc d"]),
    "what is not shown": (
        "<p hidden>a</p><p style='display:none'>b</p><script>c</script><style>d</style><template>e</template>f"
        "<!-- g --><i aria-hidden=true>h</i>",
        ["f"],
    ),
    "an open page behind a window": ('<div aria-hidden="true"><p>texte</p></div>', ["texte"]),
    "a table in a table": (
        "<table><tr><td>Enjeux<td>Eau<table><tr><td>a<td>b</table><tr><td>c<td>d<tr><td>e<td>f</table>",
        [[["Enjeux", "Eau / a | b"], ["c", "d"], ["e", "f"]]],
    ),
    "a table as layout": ("<table><tr><td><h1>A</h1><td><table><tr><td>b<td>c</table></table>", ["# A", [["b", "c"]]]),
    "spans": (
        "<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d</table>",
        [[["a", "b", "~"], ["~", "c", "d"]]],
    ),
    "links in cells": ("<table><tr><td>a<td><a href=b.html>b</a></table>c", [[["a", "b"]], "(link) b.html", "c"]),
    "a comment without an end": ("<p>a<!-- b <p>c", ["a b", "c"]),
    "a title without an end": ("<title>a<p>b", ["a", "b"]),
    "a tag without an end": ("<p>a <b", ["a <b"]),
    "a quote without an end": ('<p>a <a href="b', ['a <a href="b']),
    "signs that begin no tag": ("<p>si a <b alors <i>c</i> d", ["si a <b alors c d"]),
    "words like a tag": ("<p>Le <nom du projet> de <commune>", ["Le <nom du projet> de <commune>"]),
    "a declaration": ('<?xml version="1.0" encoding="latin-1"?><html><body>été', ["été"]),
    "formulas": ("<p>a <math><mi>x</mi><mo>+</mo><mn>1</mn></math>", ["a x+1"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_what_a_page_becomes(tmp_path: Path, name: str) -> None:
    text, expected = PAGES[name]
    assert shown(read(tmp_path, "page.html", text)) == expected


MARKDOWN: dict[str, tuple[str, list[Shown]]] = {
    "headings": ("# A {#a .b}\n\nB\n---\n", ["# A", "## B"]),
    "lists": ("- a\n  1) b\n  2) c\n\n     suite\n", ["> a", ">>1) b", ">>2) c", ">> suite"]),
    "a list from another number": ("4. a\n5. b\n", [">4. a", ">5. b"]),
    "boxes": ("- [ ] Charte\n- [x] Entente\n", ["> ☐ Charte", "> ☑ Entente"]),
    "typed lists": ("• a\n  – b\n• c\n✓ d\na) e\n", ["> • a", ">> – b", "> • c", "> ✓ d", "> a) e"]),
    "a typed list under a line": ("Enjeux\n– a\n– b\nObjet\n– c\n", ["Enjeux", "> – a", "> – b", "Objet", "> – c"]),
    "typed labels": ("Titre : Un bac\nOutil : Entente\n", ["Titre : Un bac", "Outil : Entente"]),
    "wrapped lines": (
        "Trois communes partagent un bac et un quai, depuis longtemps,\nPuis deux autres\nles rejoignent.",
        ["Trois communes partagent un bac et un quai, depuis longtemps, Puis deux autres les rejoignent."],
    ),
    "a wrapped item": ("• un bac et\n  un quai\n", ["> • un bac et un quai"]),
    "hard breaks": ("a\\\nb  \nc", ["a", "b", "c"]),
    "emphasis": ("**Enjeux**\n\n_un_ ~~deux~~", ["* Enjeux", "un deux"]),
    "links": ('[ici](https://e.org/a "Vu") <https://e.org/b>', ["ici https://e.org/b", "(comment) Vu", "(link) https://e.org/a"]),
    "links by name": ("[ici][1]\n\n[1]: https://e.org/a", ["ici", "(link) https://e.org/a"]),
    "addresses without a link": ("a\n\n[b]: https://e.org/c", ["a", "(link) https://e.org/c"]),
    "pictures": ('![Un *plan*](a.png "Vu") b', ["b", "(text of a picture) Un plan / Vu"]),
    "footnotes": ("a[^1]\n\n[^1]: note\n[^2]: autre", ["a[^1]", "[^1]: note", "[^2]: autre"]),
    "definitions": ("Enjeux\n: Eau\n\nObjet\n\n: Bac", ["Enjeux", "Eau", "Objet", "Bac"]),
    "quotations": ("> a\n> - b", ["a", "> b"]),
    "code": ("```\na\n- b\n```\n", ["a", "> - b"]),
    "tables": ("|a|b|\n|-|-|\n|**c**|d<br>e|\n", [[["a", "b"], ["c", "d / e"]]]),
    "HTML": ("<h1>A</h1>\n\na <b>b</b> &amp; <c\n", ["# A", "a b & <c"]),
    "more cells than headings": ("|a|b|\n|-|-|\n|c|d|e|f|\n", [[["a", "b"], ["c", "d | e | f"]]]),
    "words like a tag": ("Le <nom du projet>\n", ["Le <nom du projet>"]),
    "words after a fence": ("``` Un titre\na\n```\n```yaml\nb\n```\n", ["Un titre", "a", "b"]),
    "a table of HTML": ("<table><tr><td>Enjeux</td><td>Eau</td></tr></table>\n", [[["Enjeux", "Eau"]]]),
    "what opens and closes": ("<details><summary>A</summary>\n\n- b\n\n</details>", ["* A", "> b"]),
    "comments": ("a\n\n<!-- b -->\n\n<!-- c", ["a", "c"]),
    "a grid": (
        "+---+-----+\n| a | b   |\n+===+=====+\n| c | - d |\n|   | - e |\n+---+-----+\n",
        [[["a", "b"], ["c", "d / e"]]],
    ),
    "a grid with spans": (
        "+---+---+---+\n| a     | b |\n+---+---+   |\n| c | d |   |\n+---+---+---+\n",
        [[["a", "~", "b"], ["c", "d", "~"]]],
    ),
    "a simple table": ("  a     b\n----- -----\n c     d e\n", [[["a", "b"], ["c", "d e"]]]),
    "a simple table without headings": ("----- -----\n a     b\n----- -----\n", [[["a", "b"]]]),
    "words across columns": ("----- -----\n a bcdef g\n----- -----\n", [[["a", "bcdef g"]]]),
    "a grid with a long line": ("+---+---+\n| a | b | c |\n+---+---+\n", [[["a", "b | c"]]]),
    "a multiline table": (
        "-----------\n a     b\n       bb\n----- -----\n c     d\n       dd\n\n e     f\n-----------\n",
        [[["a", "b bb"], ["c", "d dd"], ["e", "f"]]],
    ),
    "rules": ("a\n\n---\n\nb", ["a", "---", "b"]),
}  # fmt: skip


@pytest.mark.parametrize("name", MARKDOWN)
def test_what_markdown_becomes(tmp_path: Path, name: str) -> None:
    text, expected = MARKDOWN[name]
    assert shown(read(tmp_path, "fiche.md", text)) == expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("---\ntags: [eau, rive]\ndate: 2016-05-12\n---\n", {"tags": "eau\nrive", "date": "2016-05-12"}),
        ("---\ntitle: Bac : rives\nauthor:\n  - A\n  - B\n...\n", {"title": "Bac : rives", "author": "A\nB"}),
        ("---\nlicence:\n  nom: libre\n---\n", {"licence": "nom : libre"}),
        ("% Un bac\n% A; B\n% 2016\n", {"title": "Un bac", "author": "A\nB", "date": "2016"}),
    ],
)  # fmt: skip
def test_front_matter_is_keys_and_texts(tmp_path: Path, above: str, expected: dict[str, str]) -> None:
    source = read(tmp_path, "fiche.md", f"{above}\n# Entente\n\nfin\n")
    assert dict(source.front_matter) == expected
    assert shown(source) == ["# Entente", "fin"]
    (last,) = [block for block in source.blocks[-1:] if isinstance(block, TextLine)]
    assert last.place == f"line {len(above.splitlines()) + 4}"


@pytest.mark.parametrize("text", ["---\n\nUn mot\n\n---\n", "---\nsans fin\n", "--- \n- a\n---\n"])
def test_rules_around_a_text_are_no_front_matter(tmp_path: Path, text: str) -> None:
    source = read(tmp_path, "fiche.md", text)
    assert source.front_matter == ()
    assert source.blocks


def test_markdown_needs_no_library_of_an_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    assert shown(read(tmp_path, "a.md", "<p>a</p>\n\n<table><tr><td>b</table>")) == ["a", [["b"]]]
    assert shown(read(tmp_path, "a.txt", "<p>a</p>")) == ["a"]
    with pytest.raises(UnreadableDocument) as refusal:
        read(tmp_path, "a.html", "<p>a</p>")
    assert refusal.value.reason == "library"


TEXTS: dict[str, tuple[str, list[Shown]]] = {
    "tags": ('<ul><li>a</li></ul>\nb <a href="https://e.org/a">c</a>', ["> a", "b c", "(link) https://e.org/a"]),
    "tags in a row": ("a\tb <img alt=c>\nd<br>e", [[["a", "b / d / e"]], "(text of a picture) c"]),
    "no tags": ("a < b, c <d et <d@e.org>", ["a < b, c <d et <d@e.org>"]),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_what_a_text_becomes(tmp_path: Path, name: str) -> None:
    text, expected = TEXTS[name]
    assert shown(read(tmp_path, "notes.txt", text)) == expected


TABLES: dict[str, tuple[bytes, list[list[str]]]] = {
    "a date alone": (b"Titre;Bac\n12/01/2014;\n", [["Titre", "Bac"], ["12/01/2014", ""]]),
    "bars": (b"a|b, c\nd|e\n", [["a", "b, c"], ["d", "e"]]),
    "old Windows": ("été;œuvre – fin\n".encode("cp1252"), [["été", "œuvre – fin"]]),
    "UTF-16 without a mark": ("Enjeux;eau des rives\n".encode("utf-16-le"), [["Enjeux", "eau des rives"]]),
    "a mark": ("\ufeffEnjeux;eau\n".encode(), [["Enjeux", "eau"]]),
    "line ends of old Macs": (b"a;b\rc;d\r", [["a", "b"], ["c", "d"]]),
    "lines in quotes": (b'a;"b\n""c"""\n', [["a", 'b / "c"']]),
}


@pytest.mark.parametrize("name", TABLES)
def test_what_a_table_as_text_becomes(tmp_path: Path, name: str) -> None:
    data, expected = TABLES[name]
    assert shown(read(tmp_path, "table.csv", data)) == [expected]
