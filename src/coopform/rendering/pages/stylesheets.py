"""Style sheets and fonts for templates to put into a page, so that it is one file."""

import base64
from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, Template, meta, pass_context
from jinja2.nodes import Name
from jinja2.runtime import Context
from markupsafe import Markup

from coopform import resources

# The function of templates that returns a style sheet.
_STYLE = "style"


@cache
def font_face(name: str) -> Markup:
    """Return a font of `templates/fonts` as a `data:` address.

    Raises:
        ValueError: the name leads to another folder.
    """
    if Path(name).name != name:
        raise ValueError(f"no font of the name {name!r}")
    data = (resources.templates_dir() / "fonts" / f"{name}.woff2").read_bytes()
    return Markup(f"data:font/woff2;base64,{base64.b64encode(data).decode('ascii')}")


def own_style_sheet(text: str) -> Markup:
    """Return a collection's style sheet so that nothing in it ends the element around it."""
    return Markup(text.replace("</", "<\\/"))


def styles(loader: BaseLoader) -> Callable[[Context, str], Markup]:
    """Return the function `style` of templates: the text of a style sheet, made once if it is the same on each page."""
    # By name: the template, and its text; None where the text depends on the page.
    made: dict[str, tuple[Template, Markup | None]] = {}

    @pass_context
    def style(context: Context, name: str) -> Markup:
        known = made.get(name)
        # Only a user's templates can change during a run.
        if known is None or context.environment.auto_reload:
            template = context.environment.get_template(name)
            if known is None or known[0] is not template:
                is_same = _is_the_same_on_each(template, loader, context.environment)
                known = made[name] = (template, _filled(template, context) if is_same else None)
        template, text = known
        return _filled(template, context) if text is None else text

    return style


def _filled(template: Template, context: Context) -> Markup:
    return Markup(template.render(context.get_all()))


def _is_the_same_on_each(template: Template, loader: BaseLoader, environment: Environment) -> bool:
    """Return whether a style sheet uses no value of the page, and includes no other template."""
    source, _, _ = loader.get_source(environment, template.name or "")
    tree = environment.parse(source)
    brings_in = any(meta.find_referenced_templates(tree)) or any(name.name == _STYLE for name in tree.find_all(Name))
    return not brings_in and not meta.find_undeclared_variables(tree)
