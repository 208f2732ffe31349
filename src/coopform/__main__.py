"""`python -m coopform`."""

from coopform.cli.main import run

if __name__ == "__main__":
    run()
