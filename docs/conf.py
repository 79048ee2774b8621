"""The documentation as a site that is read without a network: `make docs-site` builds it into ``site/``.

The pages are plain Markdown for any reader. Sphinx with MyST reads CommonMark as it is, and its search runs from a folder.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = {"en": "English", "ar": "العربية"}
GALLERY = "<!-- gallery -->"
_OUTSIDE = re.compile(r"\[(?P<words>[^\]]+)\]\(\.\./(?P<path>[^)#]+)[^)]*\)")
_FENCE = re.compile(r"^(?P<fence> *```)(?P<kind>\w+)(?: title=\"(?P<title>[^\"]*)\"| \w+)?$", re.MULTILINE)
_PLAIN = {"read", "prose", "csv"}  # no highlighter knows these

project = "nisba"
extensions = ["myst_parser"]
source_suffix = [".md"]
exclude_patterns = ["*.py", "**/notebooks"]
html_theme = "furo"
html_title = "nisba"
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_show_search_summary = False  # it would fetch pages, which a browser refuses where they lie in a folder
html_extra_path = ["../outputs"]  # the published stories, whole: the gallery leads to them
myst_heading_anchors = 4


def setup(app: Any) -> None:
    """Let each page be read as Sphinx reads it."""
    app.connect("source-read", lambda _, __, source: source.__setitem__(0, _readable(source[0])))


def _readable(markdown: str) -> str:
    """A page in which a link out of ``docs/`` is a name, a block has a kind that is known, and the gallery has its pictures."""
    markdown = _OUTSIDE.sub(lambda found: f"{found['words']} (`{found['path']}`)", markdown)
    markdown = _FENCE.sub(_fence, markdown)
    return markdown.replace(GALLERY, "\n".join(_gallery()))


def _fence(found: re.Match[str]) -> str:
    """The opening of a block: what its title names (a file, and where in it) becomes its caption."""
    kind = "text" if found["kind"] in _PLAIN else found["kind"]
    if found["title"] in (None, "says"):
        return found["fence"] + kind
    return f"{found['fence']}{{code-block}} {kind}\n:caption: {found['title']}\n"


def _gallery() -> Iterator[str]:
    """Each published story: its title, and a picture for each language that leads to its page."""
    for path in sorted(ROOT.glob("outputs/*/manifest.json")):
        story = path.parent.name
        raw = ROOT / "data" / "raw" / story / "story.toml"
        if not raw.is_file():
            continue
        told, made = tomllib.loads(raw.read_text("utf-8")), json.loads(path.read_text("utf-8"))["outputs"]
        titles, first = told["title"], next(iter(told.get("charts", {})), "")
        yield f"## {_plain(titles.get('en') or next(iter(titles.values())))}\n"
        for language in LANGUAGES:
            if f"explainer.{language}.html" in made:
                yield f'<p><a href="{story}/explainer.{language}.html">{_picture(story, first, language, made)}</a></p>\n'
        yield f"`nisba run {story}` makes it from `data/raw/{story}/`.\n"


def _picture(story: str, first: str, language: str, made: dict[str, str]) -> str:
    """The picture that stands for a page: the one for sharing it, else its first chart; else the name of its language."""
    wanted = (f"charts/{name}.{language}.png" for name in ("social", first))
    picture, words = next((name for name in wanted if name in made), ""), LANGUAGES[language]
    return f'<img src="{story}/{picture}" alt="{words}" loading="lazy" width="480">' if picture else words


def _plain(title: str) -> str:
    """A title without the braces that declare its numerals."""
    return re.sub(r"{=([^}]*)}", r"\1", title)
