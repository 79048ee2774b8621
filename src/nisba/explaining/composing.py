"""Composing a page: the prose in its order, what every page must have where the prose leaves it out, and the gate."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from nisba.checking.formulas import holds
from nisba.checking.verdicts import Verdict
from nisba.errors import NisbaError, PageError, ProseError, StoryError
from nisba.explaining.components import BODIES, LINES
from nisba.explaining.components.draft import draft
from nisba.explaining.edition import Edition
from nisba.explaining.furniture import head
from nisba.explaining.gate import coverage, duplicates
from nisba.explaining.markup import join, tag
from nisba.explaining.notes import notes
from nisba.explaining.other_languages import CHOICES, in_step, prose_of
from nisba.explaining.page import Page, Part
from nisba.explaining.prose import Block, Directive, Prose, Section, Text, Writer
from nisba.explaining.supplied import refused


@dataclass(frozen=True, slots=True)
class Slot:
    """A section that a page has whether or not its prose writes it.

    Args:
        id: its anchor, the same in every language; a writer takes it over with ``## Title {#id}``.
        directives: what must stand in it, as written after ``:::``; what the prose leaves out is added at its end.
    """

    id: str
    directives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """What a kind of page must have.

    Args:
        slots: sections that are generated where the prose has none, in order.
        required: directives that only a person can write.
        anchors: sections that only a person can write, by id.
        contents: the page begins with a table of contents.
    """

    slots: tuple[Slot, ...]
    required: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    contents: bool = False


def compose(edition: Edition, outline: Outline) -> Page:
    """Write a page.

    Raises:
        PageError: everything that is wrong with the prose, or a numeral that reached the page unbound.
        StoryError: words or figures that the page needs are missing from the story.
    """
    prose = prose_of(edition)
    writer = Writer(prose.path, edition)
    writer.errors += refused(edition)
    sections = _outlined([_settled(edition, writer, section) for section in prose.sections], outline, writer)
    contents = _contents(edition, writer, sections) if outline.contents else None
    top = _top(edition, writer, prose)
    bodies = [_section(edition, writer, section, number) for number, section in enumerate(sections)]
    title, description = (writer.plain(prose.words.get(name, Text("", 1))) for name in ("title", "description"))
    in_step(edition, writer)
    if writer.errors:
        raise PageError(tuple(sorted(writer.errors, key=lambda error: error.line)))
    last = tag(
        "section",
        tag("h2", edition.text("notes"), id="notes"),
        notes(edition),
        class_="s-notes",
        aria_labelledby="notes",
    )
    parts = tuple(Part(str(part)) for part in (join(top, contents), *bodies, last) if part)
    page = Page(parts, head(edition, title, description))
    _gate(prose.path, page)
    return page


def _settled(edition: Edition, writer: Writer, section: Section) -> Section:
    return Section(section.id, section.title, section.line, tuple(_chosen(edition, writer, section.blocks)))


def _chosen(edition: Edition, writer: Writer, blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks whose conditions hold on the numbers; an undecided condition does not hold."""
    taken: bool | None = None
    for block in blocks:
        if isinstance(block, Text) or block.name not in CHOICES:
            taken = None
            yield block if isinstance(block, Text) else _inner(edition, writer, block)
            continue
        if block.name == "when":
            taken = _holds(edition, writer, block)
            keep = taken
        else:
            if taken is None:
                writer.problem(block.line, "::: otherwise follows no ::: when", "put it right after one")
            keep, taken = taken is False, None
        if keep:
            yield from _chosen(edition, writer, block.body)


def _inner(edition: Edition, writer: Writer, directive: Directive) -> Directive:
    body = tuple(_chosen(edition, writer, directive.body))
    return Directive(directive.name, directive.argument, directive.line, body)


def _holds(edition: Edition, writer: Writer, directive: Directive) -> bool:
    try:
        return holds(directive.argument, edition.ledger.numbers) is Verdict.HOLDS
    except NisbaError as error:
        _report(writer, directive.line, error)
        return False


def _outlined(sections: list[Section], outline: Outline, writer: Writer) -> list[Section]:
    """The sections, completed by those that every page of the kind has."""
    used = {block.name for section in sections for block in section.blocks if isinstance(block, Directive)}
    written = {section.id for section in sections}
    for name in outline.required:
        if name not in used:
            writer.problem(1, f"there is no ::: {name}", f"add one; every {writer.path.name.partition('.')[0]} has it")
    for anchor in outline.anchors:
        if anchor not in written:
            writer.problem(1, f"no section is called {{#{anchor}}}", f"add one: ## Heading {{#{anchor}}}")
    found: list[Section] = []
    waiting = list(outline.slots)
    for section in sections:
        place = next((n for n, slot in enumerate(waiting) if slot.id == section.id), None)
        if place is None:
            found.append(section)
            continue
        found += [_generated(slot, used) for slot in waiting[:place] if slot.id not in written]
        found.append(_completed(section, waiting[place], used))
        waiting = [slot for slot in waiting[:place] if slot.id in written] + waiting[place + 1 :]
    found += [_generated(slot, used) for slot in waiting]
    return [section for section in found if section.title or section.blocks or section.id]


def _generated(slot: Slot, used: set[str]) -> Section:
    missing = _missing(slot, used, 1)
    return Section(slot.id, "", 1, missing) if missing else Section("", "", 1, ())


def _completed(section: Section, slot: Slot, used: set[str]) -> Section:
    return Section(section.id, section.title, section.line, (*section.blocks, *_missing(slot, used, section.line)))


def _missing(slot: Slot, used: set[str], line: int) -> tuple[Directive, ...]:
    written = (text.partition(" ") for text in slot.directives)
    return tuple(Directive(name, argument, line) for name, _, argument in written if name not in used)


def _section(edition: Edition, writer: Writer, section: Section, number: int) -> Markup:
    blocks = join([_block(edition, writer, block) for block in section.blocks])
    if not section.title and not section.id:
        return blocks
    anchor = section.id or f"s{number}"
    title = writer.inline(Text(section.title, section.line)) if section.title else edition.text(f"section-{section.id}")
    return tag("section", tag("h2", title, id=anchor), blocks, aria_labelledby=anchor)


def _block(edition: Edition, writer: Writer, block: Block) -> Markup:
    if isinstance(block, Text):
        return writer.block(block)
    try:
        return (BODIES.get(block.name) or LINES[block.name])(edition, writer, block)
    except NisbaError as error:
        _report(writer, block.line, error)
        return Markup()


def _report(writer: Writer, line: int, error: NisbaError) -> None:
    place = ""
    if isinstance(error, StoryError):
        place = f"{error.path.name}:{error.line}: " if error.line else f"{error.path.name}: "
    remedy = getattr(error, "remedy", "see docs/writing_prose.md")
    writer.problem(line, f"{place}{getattr(error, 'problem', str(error))}", remedy)


def _top(edition: Edition, writer: Writer, prose: Prose) -> Markup:
    """The page's heading: kicker, title, lead, and the line on its version."""
    kicker, title, lead = (
        writer.inline(prose.words[name]) if name in prose.words else None for name in ("kicker", "title", "lead")
    )
    if title is None:
        writer.problem(1, "the page has no title", 'add title = "…" between +++ lines')
    review = tag("a", edition.text("meta-review"), href="#review")
    return tag(
        "header",
        draft(edition),
        tag("p", kicker, class_="kick") if kicker else None,
        tag("h1", title),
        tag("p", lead, class_="lead") if lead else None,
        tag("div", tag("p", edition.say("meta", review=review)), class_="meta"),
    )


def _contents(edition: Edition, writer: Writer, sections: list[Section]) -> Markup:
    items = []
    for number, section in enumerate(sections):
        if not section.title and not section.id:
            continue
        title = (
            writer.plain(Text(section.title, section.line)) if section.title else edition.text(f"section-{section.id}")
        )
        items.append(tag("li", tag("a", edition.given(title), href=f"#{section.id or f's{number}'}")))
    items.append(tag("li", tag("a", edition.text("notes"), href="#notes")))
    return tag("nav", tag("ol", items, class_="toc"), aria_label=edition.text("contents"))


def _gate(path: Path, page: Page) -> None:
    """Refuse a page on which a numeral is bound to nothing, or a link leads nowhere.

    Raises:
        PageError: one line for each.
    """
    errors = [
        ProseError(
            path,
            1,
            f"the numeral {numeral.text} reached the page unbound, in {numeral.around!r}",
            "bind it where it is written",
        )
        for numeral in coverage(page.html, page.head.content["language"]).unbound
    ]
    errors += [
        ProseError(path, 1, f"{id} stands twice or leads nowhere", "give each section and box once")
        for id in duplicates(page.html)
    ]
    if errors:
        raise PageError(tuple(errors))
