"""`coopform check --explain`: the page on one problem code."""

from coopform.text.i18n import Translator


def page(code: str, t: Translator) -> str:
    """Return what is wrong, what to do, an incorrect and a correct example."""
    from coopform.checking import explain

    explained = explain.explain(code, t)
    wrong, right = (_indented(text) for text in (explained.wrong, explained.right))
    return (
        f"{code} ({explained.severity})\n\n{explained.message}\n{explained.help}\n\n"
        + t("Incorrect:")
        + f"\n\n{wrong}\n\n"
        + t("Correct:")
        + f"\n\n{right}\n"
    )


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))
