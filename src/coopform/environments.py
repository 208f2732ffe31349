"""The environments of Jinja that fill our pages: what is the same for all of them is done once, as templates compile.

Of the time that Jinja takes for a sheet both save a tenth.
"""

from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import escape

# What a template calls to say a sentence of ours; a filter of that name does the same.
SAY = "t"


class _Generator(CodeGenerator):
    """Compiles a template; a sentence that it prints stands in it as the page shows it, not as a call."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802, named by Jinja
        found = list(node.find_all((nodes.Output, *_NAMING)))
        if not any(map(_gives_another_meaning, found)):
            for output in found:
                if isinstance(output, nodes.Output):
                    output.nodes = [self._said(child) for child in output.nodes]
        super().visit_Template(node, frame)

    def _said(self, node: nodes.Expr) -> nodes.Expr:
        match node:
            case nodes.Call(node=nodes.Name(name=name), args=[message], kwargs=[]) if name == SAY:
                if isinstance(message, nodes.Const):
                    return nodes.TemplateData(self._as_printed(message.value), lineno=node.lineno)
                # A label, which only the page knows: as a filter it is said for a third of what a call takes.
                return nodes.Filter(message, SAY, [], [], None, None, lineno=node.lineno)
        return node

    def _as_printed(self, message: str) -> str:
        say, show = self.environment.filters[SAY], self.environment.finalize or str
        shown = show(say(message))
        return str(escape(shown) if self.environment.autoescape else shown)


_NAMING = (nodes.Name, nodes.Macro, nodes.Import, nodes.FromImport)


def _gives_another_meaning(node: nodes.Node) -> bool:
    """Return whether a template gives the name of what says our sentences to something of its own."""
    match node:
        case nodes.Name(name=name, ctx="load"):
            return False
        case nodes.Name(name=name) | nodes.Macro(name=name) | nodes.Import(target=name):
            return bool(name == SAY)
        case nodes.FromImport(names=names):
            return SAY in (name[-1] if isinstance(name, tuple) else name for name in names)
    return False


class PageEnvironment(Environment):
    """An environment of shipped templates."""

    code_generator_class = _Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows beside its values, as one dictionary: Jinja's chain costs more for each page."""
        return {**self.globals, **(d or {})}


class OwnPageEnvironment(PageEnvironment, ImmutableSandboxedEnvironment):
    """An environment of templates that may come from anyone."""
