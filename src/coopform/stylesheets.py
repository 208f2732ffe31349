"""What templates call to bring style sheets and fonts into a page, so that it is one file."""

import base64
from collections.abc import Callable
from functools import cache

from jinja2 import BaseLoader, Environment, Template, meta, pass_context
from jinja2.nodes import Name
from jinja2.runtime import Context
from markupsafe import Markup

from coopform import resources

# What templates call to bring in a style sheet.
_STYLE = "style"


@cache
def font_face(name: str) -> Markup:
    """Return a font of `templates/fonts` as a `data:` address."""
    data = (resources.templates_dir() / "fonts" / f"{name}.woff2").read_bytes()
    return Markup(f"data:font/woff2;base64,{base64.b64encode(data).decode('ascii')}")


def own_style_sheet(text: str) -> Markup:
    """Return a collection's style sheet so that nothing in it ends the element it stands in."""
    return Markup(text.replace("</", "<\\/"))


def styles(loader: BaseLoader, hold: Callable[[str], Markup]) -> Callable[[Context, str], Markup]:
    """Return what templates call as `style`: the text of a style sheet, made once if each page makes the same of it.

    Args:
        loader: finds the style sheets.
        hold: takes a text that is the same on each page, and returns what stands for it.
    """
    made: dict[str, tuple[Template, Markup]] = {}

    @pass_context
    def style(context: Context, name: str) -> Markup:
        known = made.get(name)
        if known and not context.environment.auto_reload:
            return hold(known[1])
        template = context.environment.get_template(name)
        if known and known[0] is template:
            return hold(known[1])
        text = Markup(template.render(context.get_all()))
        if not _is_the_same_on_each(template, loader, context.environment):
            return text
        made[name] = (template, text)
        return hold(text)

    return style


def _is_the_same_on_each(template: Template, loader: BaseLoader, environment: Environment) -> bool:
    """Return whether a style sheet uses nothing of the page, nor brings in another that may."""
    source, _, _ = loader.get_source(environment, template.name or "")
    tree = environment.parse(source)
    brings_in = any(meta.find_referenced_templates(tree)) or any(name.name == _STYLE for name in tree.find_all(Name))
    return not brings_in and not meta.find_undeclared_variables(tree)
