"""`python -m coopform`."""

if __name__ == "__main__":
    import _signal

    if _signal.getsignal(_signal.SIGINT) != _signal.SIG_IGN:
        # Until `run` takes care of interrupts, one ends the program without a word.
        _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    from coopform.cli.main import run

    run()
