"""Options that mean the same wherever they stand."""

from __future__ import annotations

from pathlib import Path

import click

quiet = click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
as_json = click.option("--json", "as_json", is_flag=True, help="For programs: one JSON object a line.")
root = click.option("--root", type=click.Path(path_type=Path), help="The project, if it is not around here.")
