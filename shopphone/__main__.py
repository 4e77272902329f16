"""The command line; everything heavier is imported by the command that needs it."""

import sys


def main() -> int:
    from shopphone.commands import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
