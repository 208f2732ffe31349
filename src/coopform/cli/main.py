"""The entry point. An interrupt ends the program without a traceback, from its first line to its last.

Nothing is imported before interrupts are handled: an import takes long enough for somebody to press Ctrl-C.
"""

import _signal  # `signal` itself takes longer to load than all of this module
import os
import sys

_INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run coopform and return its exit code; `arguments` are those of the command line when None."""
    from coopform.cli import program

    return program.main(arguments)


def run() -> None:
    """Run coopform as a program."""
    if _signal.getsignal(_signal.SIGINT) == _signal.SIG_IGN:
        # The parent process ignores interrupts, as `nohup` and `&` do: so does coopform.
        sys.exit(_run())
    _signal.signal(_signal.SIGINT, _end)
    sys.unraisablehook = _end_or_say
    from coopform.cli import program  # noqa: F401 (loaded while an interrupt may still end the process at once)

    try:
        _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        code = _run()
        # All is written: nothing is left to interrupt.
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    except KeyboardInterrupt:  # a second one, while the first was handled
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
        code = _INTERRUPTED
    sys.exit(code)


def _run() -> int:
    import gc

    # A run creates few reference cycles worth collecting.
    gc.disable()
    return main()


def _end(*_: object) -> None:
    os._exit(_INTERRUPTED)


def _end_or_say(failure: "sys.UnraisableHookArgs") -> None:
    """End on an interrupt in a place where Python cannot raise it and would only print it."""
    if failure.exc_type is KeyboardInterrupt:
        _end()
    sys.__unraisablehook__(failure)
