"""``python -m nisba`` is ``nisba``."""

from nisba.cli import main

main()
