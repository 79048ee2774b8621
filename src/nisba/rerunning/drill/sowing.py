"""Sowing: every fault that could be put into a story's files or a report, and a fair choice of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nisba.checking import check_account, settle, work_out
from nisba.gathering import Story, load_story
from nisba.reading import Quantity, Report, lead_report, read_quantities
from nisba.rerunning.drill.fault import Fault
from nisba.rerunning.drill.prose import in_prose
from nisba.rerunning.drill.slips import in_words
from nisba.rerunning.drill.tables import in_cited, in_csv, in_places

_BREAKS = (-10, -1, 1, 2)
"""By how much an operand of a sum is put off."""


def faults_of_story(root: Path, name: str, chance: random.Random) -> Iterator[Fault]:
    """Every fault that is known how to sow into a story, in the order of its files."""
    story = load_story(root, name)
    lead = story.lead
    report = lead_report(story)
    yield from in_words(report, lead.file, 0, _places(story, lead.language), chance)
    yield from _broken_sums(story, report)
    for language, file in story.lead.translations.items():
        text = (story.folder / file).read_text(encoding="utf-8")
        yield from in_words(Report(file, text, language, lead.date, ""), file, 0, _places(story, language), chance)
    for file in ("accounts.csv", "releases.csv"):
        if (story.folder / file).exists():
            yield from in_csv((story.folder / file).read_text(encoding="utf-8"), file, story, chance)
    if (story.folder / "cited.toml").exists():
        text = (story.folder / "cited.toml").read_text(encoding="utf-8")
        yield from (*in_cited(text, chance), *in_places(text, "cited.toml", story, chance))
        yield from _in_cited_words(story, text, chance)
    yield from in_places((story.folder / "story.toml").read_text(encoding="utf-8"), "story.toml", story, chance)
    yield from _in_pages(story, report, chance)


def faults_of_report(report: Report, file: str, chance: random.Random) -> Iterator[Fault]:
    """Every fault that is known how to sow into one report."""
    yield from in_words(report, file, 0, (), chance)


def chosen(faults: Iterable[Fault], count: int, chance: random.Random) -> tuple[Fault, ...]:
    """So many faults, as many of each kind as there are: the kinds take turns until the count is reached."""
    kinds: dict[str, list[Fault]] = {}
    for fault in dict.fromkeys(faults):
        kinds.setdefault(fault.kind, []).append(fault)
    for held in kinds.values():
        chance.shuffle(held)
    picked: list[Fault] = []
    while len(picked) < count and any(kinds.values()):
        picked += [held.pop() for held in kinds.values() if held]
    return tuple(picked[:count])


def _places(story: Story, language: str) -> tuple[str, ...]:
    return tuple(words[language] for words in story.places.values() if language in words)


def _broken_sums(story: Story, report: Report) -> Iterator[Fault]:
    """Each operand of a sum of the account, put off by a little."""
    facts = {number.id: number for number in settle(story, report, read_quantities(report))}
    for check in check_account(story.lead.id, facts.values(), story.facts):
        for name in (check.total, *check.parts) if check.kind == "sum" else ():
            number = facts[name]
            written = number.quote and report.words(number.quote.span)
            if number.quote and written and written.isdigit() and written.isascii():
                span = number.quote.span
                for off in _BREAKS:
                    yield Fault("sum", story.lead.file, ((span.start, span.end, str(abs(int(written) + off))),))


def _in_cited_words(story: Story, text: str, chance: random.Random) -> Iterator[Fault]:
    for cited in story.cited:
        for language, words in cited.words.items():
            if text.count(words) == 1:
                report = Report(cited.id, words, language, None, "")
                yield from in_words(report, "cited.toml", text.index(words), _places(story, language), chance)


def _in_pages(story: Story, report: Report, chance: random.Random) -> Iterator[Fault]:
    reported = settle(story, report, tuple(q for q in read_quantities(report) if isinstance(q, Quantity)))
    names = sorted(work_out(story, reported, baseline="", counting="days"))
    for kind in ("explainer", "methodology"):
        for language in story.languages:
            path = story.folder / f"{kind}.{language}.md"
            if path.exists():
                yield from in_prose(path.read_text(encoding="utf-8"), path.name, names, chance)


def texts(folder: Path, faults: Iterable[Fault]) -> Mapping[str, str]:
    """The files that faults are sown into, by name, as they stand."""
    return {name: (folder / name).read_text(encoding="utf-8") for name in sorted({fault.file for fault in faults})}
