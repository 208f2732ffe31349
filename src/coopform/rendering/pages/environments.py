"""The environment of Jinja that fills our pages from shipped templates.

What is the same for all pages is done once, as templates compile: it saves a tenth of what Jinja takes.
"""

from collections.abc import MutableMapping
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

# What a template calls to say a sentence of ours; a filter of that name does the same.
SAY = "t"


class _Generator(CodeGenerator):
    """Compiles a template; a sentence that it prints stands in it as the page shows it, not as a call."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802, named by Jinja
        for output in node.find_all(nodes.Output):
            output.nodes = [self._said(child) for child in output.nodes]
        super().visit_Template(node, frame)

    def _said(self, node: nodes.Expr) -> nodes.Expr:
        match node:
            case nodes.Call(node=nodes.Name(name=name), args=[message], kwargs=[], dyn_args=None, dyn_kwargs=None) if (
                name == SAY
            ):
                if isinstance(message, nodes.Const):
                    return nodes.TemplateData(self._as_printed(message.value), lineno=node.lineno)
                # A label, which only the page knows: as a filter it is said for a third of what a call takes.
                return nodes.Filter(message, SAY, [], [], None, None, lineno=node.lineno)
        return node

    def _as_printed(self, message: str) -> str:
        say, show = self.environment.filters[SAY], self.environment.finalize or str
        shown = show(say(message))
        return str(escape(shown) if self.environment.autoescape else shown)


class ShippedEnvironment(Environment):
    """An environment of shipped templates, in which the name that says our sentences means nothing else."""

    code_generator_class = _Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return what a template knows beside its values, as one dictionary: Jinja's chain costs more for each page."""
        return {**self.globals, **(d or {})}
