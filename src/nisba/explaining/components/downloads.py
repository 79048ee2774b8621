"""What people take away: the files published beside the page, in the order in which they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from nisba.explaining.components.boxes import box
from nisba.explaining.components.figure import finding
from nisba.explaining.edition import Edition
from nisba.explaining.evidence import Output
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer

GROUPS = ("whole", "tables", "charts", "working")
"""The workbook first, which most people want; then each table, the charts, and what a reviewer reads and runs."""
_WHOLE = ("workbook", "package")
_TABLES = (
    "numbers reported quantities checks findings accounts slips rates unread mismatches parameters ledger dictionary"
)
"""The tables from what most people look for to what describes the others; one that is not named comes last."""


class _File(NamedTuple):
    """A file on offer: to which group it belongs, what it is, and where it lies."""

    group: str
    name: Markup
    path: str


def downloads(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: downloads``: the files published beside the page, charts in the page's language."""
    files = list(_files(edition))
    if not files:
        return box("files", edition.text("files"), tag("p", edition.text("files-none")))
    lists = [_group(edition, name, [file for file in files if file.group == name]) for name in GROUPS]
    return box("files", edition.text("files"), *lists)


def _group(edition: Edition, name: str, files: list[_File]) -> Markup | None:
    if not files:
        return None
    items = [
        tag("li", tag("a", file.name, href=file.path), " ", tag("span", tag("bdi", _format(file.path))))
        for file in files
    ]
    heading = tag("h4", edition.text("files-group", group=name)) if name != GROUPS[0] else None
    return join(heading, tag("ul", items, class_=f"files {name}"))


def _files(edition: Edition) -> Iterator[_File]:
    outputs = edition.evidence.outputs
    order = {kind: place for place, kind in enumerate((*_WHOLE, *_TABLES.split()))}
    for output in sorted(outputs, key=lambda output: order.get(output.kind, len(order))):
        yield from _file(edition, output)
    for ending, form in (("md", "text"), ("ipynb", "notebook")) if outputs else ():
        # The methodology in another form than the page; the exporter writes both beside it.
        name = join(edition.text(f"file-methodology-{form}"))
        yield _File("working", name, f"methodology.{edition.language}.{ending}")


def _file(edition: Edition, output: Output) -> Iterator[_File]:
    """What a file is; nothing for a chart in another language."""
    stem = output.path.rpartition("/")[2].rpartition(".")[0]
    if output.kind == "notebook":
        name = edition.say("file-notebook", name=tag("bdi", edition.given(stem), dir="ltr"))
        yield _File("working", name, output.path)
    elif output.kind != "chart":
        group = "whole" if output.kind in _WHOLE else "tables"
        yield _File(group, join(edition.text("file", kind=output.kind)), output.path)
    elif stem.rpartition(".")[2] == edition.language:
        picture = edition.evidence.picture(stem.rpartition(".")[0])
        yield _File("charts", edition.title(finding(edition, picture)), output.path)


def _format(path: str) -> str:
    return path.rpartition(".")[2].upper()
