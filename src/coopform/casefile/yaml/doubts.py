"""Signs in a text of what may be wrong with it: in a text without any, no node needs a look.

A sign too many costs a fraction of a millisecond, since every node is then looked at; one too few loses a warning.
"""

import re

from coopform.casefile.source import Source
from coopform.casefile.yaml.nodes import List, Map, Node, Text
from coopform.model.limits import MAX_TEXT

# What no key, item or text begins with, and words that may be a number or a letter typed as a bullet. Each expression
# begins with a sign that the engine can search for.
_LINE = re.compile(r"\n *+(?:[^\w \n(«“#-]|_|-(?! )|o |\(?(?:\d+|[^\W\d_])[.)/])")
_WORDS_IN_BRACKETS = r"\[[^\W_][\w ’-]*+(?:, ?\w[\w ’-]*+)*+\]"
# What a text may begin with; one in quotes or brackets fills the rest of its line.
_TEXT = rf"""\n|[^\W_]|[(«“…]|(?:"[^"\\\n]*+"|'[^'\n]*+'|{_WORDS_IN_BRACKETS}) *+\n"""
_ITEM = re.compile(rf"\n *+- ++(?!{_TEXT})")
# A colon begins no value in an address.
_VALUE = re.compile(rf":(?! |\n|//)|: ++(?!{_TEXT})")
_NOTE = re.compile(r"\n *+[^ \n#][^\n#]*+#")
_HYPHEN = re.compile(r"\n *+- ")


def in_text(source: Source) -> bool:
    """Return whether a text holds a sign of something that has to be looked at."""
    text = source.text
    if not source.is_ordinary or len(text) > MAX_TEXT:
        return True
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    text = f"\n{text}\n"
    if "\r" in text or "{" in text or "\\" in text or ("#" in text and _NOTE.search(text)):
        return True
    return any(sign.search(text) for sign in (_LINE, _ITEM, _VALUE))


def in_items(source: Source, root: Node) -> bool:
    """Return whether a line that begins with a hyphen is no item: it goes on with the text above it."""
    return len(_HYPHEN.findall(f"\n{source.text}")) != _count_items(root)


def _count_items(root: Node) -> int:
    """Return how many items the lists of a file have, but for those in square brackets."""
    count = 0
    open_nodes = [root]
    while open_nodes:
        node = open_nodes.pop()
        if type(node) is Map:
            open_nodes += [value for _, value in node.value if type(value) is not Text]
        elif type(node) is List and not node.flow_style:
            count += len(node.value)
            open_nodes += [item for item in node.value if type(item) is not Text]
    return count
