"""The entry. An interrupt ends the program without a traceback, from the first line of coopform to its last.

Nothing is loaded here before interrupts are taken care of: what a module loads takes longer than to press Ctrl-C.
"""

import _signal  # what `signal` is made of, which alone takes longer to load than all of this
import os
import sys

_INTERRUPTED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run coopform with `arguments`, those of the command line when not given; return the exit code."""
    from coopform.cli import program

    return program.main(arguments)


def run() -> None:
    """Run coopform as a program."""
    if _signal.getsignal(_signal.SIGINT) == _signal.SIG_IGN:
        # Whoever started us wants no interrupts, as `nohup` and `&` do.
        sys.exit(_run())
    _signal.signal(_signal.SIGINT, _end)
    sys.unraisablehook = _end_or_say
    from coopform.cli import program  # noqa: F401 (nothing is begun meanwhile that an interrupt could cut short)

    try:
        _signal.signal(_signal.SIGINT, _signal.default_int_handler)
        code = _run()
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
    except KeyboardInterrupt:  # a second one, while the first was answered
        _signal.signal(_signal.SIGINT, _signal.SIG_IGN)
        code = _INTERRUPTED
    # Everything is written: an interrupt has nothing left to stop.
    sys.exit(code)


def _run() -> int:
    import gc

    # A run is short and leaves few reference cycles: looking for them takes a tenth of the time of a thousand sheets.
    gc.disable()
    return main()


def _end(*_: object) -> None:
    os._exit(_INTERRUPTED)


def _end_or_say(failure: "sys.UnraisableHookArgs") -> None:
    """End on an interrupt that came where Python cannot raise it, and would only print it."""
    if failure.exc_type is KeyboardInterrupt:
        _end()
    sys.__unraisablehook__(failure)
