"""Names that people type: stories and parameters, which the Tab key completes from what is there."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from nisba.errors import NisbaError
from nisba.rerunning.project import find_root


class StoryName(click.ParamType[str]):
    """The name of a story: any text, completed by the folders in ``data/raw/``."""

    name = "story"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:  # noqa: ARG002 - click's signature
        """The stories of the project around here whose names begin so; none where there is no project."""
        try:
            root: Path = find_root(ctx.params.get("root") or ".")
        except NisbaError:
            return []
        found = sorted(path.parent.name for path in root.glob("data/raw/*/story.toml"))
        return [CompletionItem(name) for name in found if name.startswith(incomplete)]


STORY = StoryName()
