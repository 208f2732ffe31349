"""What templates call to bring style sheets and fonts into a page, so that it is one file."""

import base64
from collections.abc import Callable
from functools import cache

from jinja2 import BaseLoader, Environment, Template, meta, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from coopform import resources
from coopform.held import Held


@cache
def font_face(name: str) -> Markup:
    """Return a font of `templates/fonts` as a `data:` address."""
    data = (resources.templates_dir() / "fonts" / f"{name}.woff2").read_bytes()
    return Markup(f"data:font/woff2;base64,{base64.b64encode(data).decode('ascii')}")


def own_style_sheet(text: str) -> Markup:
    """Return a collection's style sheet so that nothing in it ends the element it stands in."""
    return Markup(text.replace("</", "<\\/"))


def styles(loader: BaseLoader, held: Held) -> Callable[[Context, str], Markup]:
    """Return what templates call as `style`: the text of a style sheet, held if each page makes the same of it.

    Args:
        loader: finds the style sheets.
        held: where what is the same on each page is kept.
    """
    made: dict[str, tuple[Template, Markup]] = {}

    @pass_context
    def style(context: Context, name: str) -> Markup:
        known = made.get(name)
        if known and not context.environment.auto_reload:
            return known[1]
        template = context.environment.get_template(name)
        if known and known[0] is template:
            return known[1]
        text = Markup(template.render(context.get_all()))
        if _names_in(template, loader, context.environment) - context.environment.globals.keys():
            return text
        made[name] = (template, held.hold(text))
        return made[name][1]

    return style


def _names_in(template: Template, loader: BaseLoader, environment: Environment) -> set[str]:
    """Return what a template uses that it does not define, and the word `include` if it includes another."""
    source, _, _ = loader.get_source(environment, template.name or "")
    tree = environment.parse(source)
    included = {"include"} if any(meta.find_referenced_templates(tree)) else set()
    return meta.find_undeclared_variables(tree) | included
