"""What users' templates can reach: a folder of cases may come from anyone.

Access is denied unless it is listed: a template sees the fields, computed fields and methods of the values that it is
given, the methods of texts and lists that change nothing, and what Jinja offers in loops and macros. Nothing of
pydantic, of modules, of functions or of classes. How much a page may make is in `page_limits`
and `repetition_limits`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from functools import cache, cached_property, wraps
from inspect import getattr_static, isfunction
from types import BuiltinMethodType, MethodType
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Cycler, Joiner, Namespace
from jinja2.visitor import NodeTransformer
from markupsafe import Markup
from pydantic import BaseModel

from coopform.rendering.pages import page_limits, repetition_limits
from coopform.text.i18n import Translator

_OURS = __name__.partition(".")[0]
_OF_TEXTS = frozenset((
    "capitalize", "casefold", "center", "count", "endswith", "expandtabs", "find", "index", "isalnum", "isalpha",
    "isascii", "isdecimal", "isdigit", "islower", "isnumeric", "isprintable", "isspace", "istitle", "isupper", "join",
    "ljust", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "replace", "rfind", "rindex", "rjust",
    "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title", "upper",
    "zfill",
))  # fmt: skip
_OF_LISTS = frozenset(("count", "index"))
_OF_SETS = frozenset((
    "difference", "intersection", "isdisjoint", "issubset", "issuperset", "symmetric_difference", "union",
))  # fmt: skip
_OF_LOOPS = frozenset((
    "changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem",
    "revindex", "revindex0",
))  # fmt: skip
# The attributes that values show whose class is not one of coopform.
_SHOWN: dict[type, frozenset[str]] = {
    str: _OF_TEXTS,
    Markup: _OF_TEXTS | {"striptags", "unescape"},
    list: _OF_LISTS,
    tuple: _OF_LISTS,
    dict: frozenset(("get", "items", "keys", "values")),
    range: _OF_LISTS | {"start", "step", "stop"},
    set: _OF_SETS,
    frozenset: _OF_SETS,
    LoopContext: _OF_LOOPS,
    Macro: frozenset(("arguments", "caller", "catch_kwargs", "catch_varargs", "name")),
    BlockReference: frozenset(("super",)),
    Cycler: frozenset(("current", "next", "reset")),
}
# The classes that a template may call.
_MAKERS = (Cycler, Joiner, Namespace, dict)
# Functions of Jinja that make a text of any length.
_LEFT_OUT = ("lipsum",)
_PLACE = re.compile(r"\{(\w+)\}")


class NotGiven(Exception):
    """A template uses something that is not available to templates.

    Attributes:
        name: the attribute.
    """

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment of templates that may come from anyone."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def close(self) -> None:
        """Put limits on the filters and functions registered so far, and on what they print."""
        self.steps = page_limits.Steps()
        self.globals["range"] = self.steps.range
        for name in _LEFT_OUT:
            del self.globals[name]
        self.filters = {name: _limited(name, function) for name, function in self.filters.items()}
        self.filters["join"] = _joining(self.filters["join"])
        if self.finalize:
            self.finalize = _printing(self.finalize)

    def begin_page(self) -> None:
        """Reset the counts of the previous page."""
        self.steps.begin_page()

    # The function with which Jinja joins the parts of pages, blocks and macros.
    concat = staticmethod(page_limits.joined)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an attribute, or an item of that name; undefined without either.

        Raises:
            NotGiven: there is one that templates are not given.
        """
        if is_shown(obj, attribute):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        try:
            return _item(obj, attribute)
        except (AttributeError, LookupError, TypeError):
            pass
        if getattr_static(obj, attribute, None) is not None:
            raise NotGiven(attribute)
        return self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item, or the attribute of that name, as `getattr` does."""
        try:
            return _item(obj, argument)
        except (AttributeError, LookupError, TypeError):
            if isinstance(argument, str):
                return self.getattr(obj, str(argument))
        return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Return whether a template may call something: no class, but for those that Jinja gives."""
        return not isinstance(obj, type) or obj in _MAKERS

    def call(self, context: Context, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call something for a template."""
        text = obj.__self__ if isinstance(obj, BuiltinMethodType | MethodType) else None
        if isinstance(text, str):
            if obj.__name__ == "join":
                args = tuple(page_limits.texts(values) for values in args)
                page_limits.check_repeated(sum(map(len, args)) * len(text))
            repetition_limits.check_filter(obj.__name__, text, *args, **kwargs)
        return page_limits.check_result(super().call(context, obj, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what an operator makes of two values."""
        repetition_limits.check_operation(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def compile(self, source: Any, name: Any = None, filename: Any = None, *args: Any, **kwargs: Any) -> Any:
        """Compile a template.

        Raises:
            TemplateSyntaxError: it is wrong, or nested deeper than Python goes.
        """
        try:
            return super().compile(source, name, filename, *args, **kwargs)
        except TemplateSyntaxError:
            raise
        except Exception as error:
            raise TemplateSyntaxError(str(error) or type(error).__name__, 1, name, filename) from error

    def _generate(self, source: nodes.Template, *args: Any, **kwargs: Any) -> str:
        return super()._generate(_Joins().visit(source), *args, **kwargs)


class _Joins(NodeTransformer):
    """Turns `a ~ b`, which Jinja joins by a function of its own, into the filter that has limits."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802, named by Jinja
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(parts, "join", [], [], None, None, lineno=node.lineno)


def _item(obj: Any, key: Any) -> Any:
    if isinstance(obj, type):
        raise TypeError("a class has no items for a template")
    return obj[key]


def is_shown(obj: Any, name: str) -> bool:
    """Return whether a template may see an attribute of a value."""
    if name.startswith("_"):
        return False
    if isinstance(obj, Namespace):
        return True
    if isinstance(obj, TemplateModule):
        return name in vars(obj)
    kind: type = type(obj)
    return name in _shown_by(kind)


@cache
def _shown_by(kind: type) -> frozenset[str]:
    """Return the names that the values of a class show: fields, computed fields, methods of classes of coopform."""
    if kind in _SHOWN:
        return _SHOWN[kind]
    names = set(getattr(kind, "_fields", ())) | _OF_LISTS if issubclass(kind, tuple) else set()
    ours = [base for base in kind.__mro__ if base.__module__.partition(".")[0] == _OURS]
    if kind in ours:
        names |= {field.name for field in fields(kind)} if is_dataclass(kind) else set()
        if issubclass(kind, BaseModel):
            names |= {*kind.model_fields, *kind.model_computed_fields}
        names |= {name for base in ours for name, value in vars(base).items() if _is_method(value)}
    return frozenset(name for name in names if not name.startswith("_"))


def _is_method(value: object) -> bool:
    return isfunction(value) or isinstance(value, property | cached_property)


def _limited(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter with limits."""
    # Some take the context, or the environment, before the value.
    first = 1 if hasattr(function, "jinja_pass_arg") else 0

    @wraps(function)
    def limited(*args: Any, **kwargs: Any) -> Any:
        repetition_limits.check_filter(name, *args[first:], **kwargs)
        return page_limits.check_result(function(*args, **kwargs))

    return limited


def _joining(join: Callable[..., Any]) -> Callable[..., Any]:
    """Return the filter `join`, which looks at the texts before they are one."""

    @wraps(join)
    def joined(evaluation: Any, value: Any, d: str = "", attribute: str | int | None = None) -> Any:
        if attribute is not None:
            value = evaluation.environment.filters["map"](evaluation, value, attribute=attribute)
        made = page_limits.texts(value)
        page_limits.check_repeated(len(made) * len(d))
        return join(evaluation, made, d)

    return joined


def _printing(finalize: Callable[..., Any]) -> Callable[..., Any]:
    """Return what every printed value passes through: a list is looked into before it is written out."""

    def printed(value: Any) -> Any:
        page_limits.check_values(value)
        return finalize(value)

    return printed


def saying(translate: Translator, escape: Callable[[str], str] = str) -> Callable[..., str]:
    """Return what templates of one's own call as `t`; `escape` makes the parameters safe for the format of the page.

    A place in a sentence is a name and nothing else: what `str.format` reaches from there is not reached.
    """

    def say(message: str, **params: object) -> str:
        page_limits.check_values(*params.values())
        texts = {name: escape(str(value)) for name, value in params.items()}
        sentence = translate.sentence(str(message))
        longest = max(map(len, texts.values()), default=0)
        page_limits.check_result_size(sentence.count("{") * longest)
        return _PLACE.sub(lambda place: texts[place[1]], sentence) if texts else sentence

    return say


def begin_page(environment: Environment) -> None:
    """Begin a page in an environment: its limits count from zero."""
    if isinstance(environment, Sandbox):
        environment.begin_page()


def within_limits(environment: Environment, parts: Iterator[str]) -> Iterator[str]:
    """Return the parts of a page, which in a sandbox are together no larger than one may be."""
    return page_limits.limited(parts) if isinstance(environment, Sandbox) else parts
