"""One gate for all words that people supply: nothing in a story is forgotten by it, and what it lets pass is a stated rule."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, ast

import nisba.explaining
from explaining.pages import LANGUAGES, soup
from nisba.explaining import explainer, methodology
from nisba.explaining.number_words import says_a_number
from nisba.explaining.supplied import supplied
from nisba.gathering import ClaimKind, Picture, Reply, Row
from nisba.gathering.story import Correction
from nisba.gathering.texts import Choice
from nisba.intervals import Interval

#: What belongs to a source and stands as it is beside it, or is on no page; docs/writing_prose.md states the rule.
OF_A_SOURCE = {
    "Lead.outlet",
    "Lead.date_note",
    "Fact.said_by",
    "Cited.source",
    "Cited.words",
    "Cited.said_by",
    "Cited.caveat",
    "Account.outlet",
    "Account.note",
    "Account.rendered",
    "Account.announced",
    "Release.source",
    "Reply.answer",
}
ON_NO_PAGE = {"Story.title", "Story.digits", "Lead.translations"}


def _words(value: object, name: str) -> Iterator[tuple[str, str]]:
    """Every text by language that a value holds, with the class and the field that it stands in."""
    if isinstance(value, Mapping):
        if value and value.keys() <= {"en", "ar"}:
            yield name, str(value.get("en", ""))
        elif name not in {"Cited.value", "Release.counts", "Account.figures", "Account.sentences"}:
            for inner in value.values():
                yield from _words(inner, name)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _words(inner, name)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _words(getattr(value, field.name), f"{type(value).__name__}.{field.name}")


def _full(story):
    """The invented story, with a text in everything that can hold one."""
    said = lambda text: {"en": f"said of {text}", "ar": "قيل"}  # noqa: E731
    row = Row(("boats",), said("a row"), said("a row's note"))
    fact = dataclasses.replace(story.facts[0], said_by=said("who"), because=said("why"), instead=Interval.exactly(1))
    cited = dataclasses.replace(story.cited[0], words=said("it"), said_by=said("them"), caveat=said("care"))
    day = date(2025, 7, 10)
    account = dataclasses.replace(story.accounts[0], note=said("it"), rendered=said("x"), announced=said("day"))
    return dataclasses.replace(
        story,
        lead=dataclasses.replace(story.lead, date_note=said("the day")),
        facts=(fact,),
        cited=(cited,),
        accounts=(account,),
        formulas=(dataclasses.replace(story.formulas[0], note=said("a sum")),),
        pictures=(Picture("a", "bars", (row,), (row,), (Choice(said("a title")),), said("under"), said("below")),),
        places={"northport": said("a port")},
        measures={"boats": said("boats")},
        claims=(ClaimKind("c", said("a claim")),),
        caveats=(said("caution"),),
        corrections=(Correction(day, said("a slip")),),
        replies=(Reply(said("p"), day, said("how"), said("about"), day, said("answer"), "en", None),),
    )


def test_nothing_that_a_person_can_write_is_forgotten(towns):
    """Every text of every part of a story passes the gate, or is a source's own, or is on no page."""
    story = _full(towns().story)
    gated = {one.words.get("en", "") for one in supplied(story)}
    passed_by = {name for name, text in _words(story, "Story") if text not in gated}
    assert passed_by - ON_NO_PAGE <= OF_A_SOURCE
    assert passed_by >= OF_A_SOURCE - {"Release.source"}  # the towns have no series of releases


@pytest.mark.parametrize("label", ["[sixty]{boats} boats", "{boats} boats", "{=sixty} boats", "Boats of 8 July 2025"])
def test_what_is_bound_declared_or_a_date_passes(raw, towns, label):
    """A label says its numbers as prose does; a reader sees no braces anywhere."""
    path = raw / "story.toml"
    path.write_text(path.read_text("utf-8").replace('label = { en = "Boats",', f'label = {{ en = "{label}",'), "utf-8")
    for page in (explainer, methodology):
        said = soup(page(towns(), "en").html).get_text(" ")
        assert "{boats}" not in said
        assert "{=" not in said


@pytest.mark.parametrize(
    ("multiple", "label"),
    [("2", "double already"), (">2", "more than double"), ("1/2", "half of it"), ("3", "tripled")],
)
def test_a_kind_of_claim_says_its_own_multiple(raw, towns, multiple, label):
    """The number word of the label is bound by the key beside it."""
    multiple = "0.5" if multiple == "1/2" else multiple
    path = raw / "story.toml"
    claim = f'[claims]\nit = {{ told = "fact", multiple = "{multiple}", label = {{ en = "{label}", ar = "قول" }} }}\n'
    path.write_text(f"{path.read_text('utf-8')}\n{claim}", "utf-8")
    assert explainer(towns(), "en").parts


MESSAGES = Path(nisba.explaining.__file__).parent / "messages"
#: Messages that say a number which is none of a story's, one by one: a new one is looked at before it is listed.
FORMS_OF_A_COUNT = {"chart-accounts-count", "printed-by", "tally-value", "days", "months", "spelled", "step-rounded"}
SIGNS = {"digits-latn", "digits-arab", "grouping-from", "number-percent", "proposed-chart-subtitle"}
RULES = {
    "difference",
    "slip",
    "estimates-formula",
    "rounding",
    "rule-rounding",
    "rule-poisson",
    "again-how",
    "again-hand",
}
PRONOUNS = {"range-from-doubt", "chart-kind-pairs", "series-overlaps", "series-fewer", "step-replaced", "step-counted"}
OWN = FORMS_OF_A_COUNT | SIGNS | RULES | PRONOUNS | {"step-characters"}


def _texts(pattern: ast.Pattern | None) -> Iterator[str]:
    """The words of a message, each of its forms by itself."""
    for element in pattern.elements if pattern else ():
        if isinstance(element, ast.TextElement):
            yield element.value
        elif isinstance(element.expression, ast.SelectExpression):
            for variant in element.expression.variants:
                yield from _texts(variant.value)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_programs_own_messages_type_no_number(language):
    """Digits and number words of a message are none of a story's; those that say one are listed here, one by one."""
    loud = set()
    for file in sorted((MESSAGES / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            if isinstance(entry, ast.Message) and any(says_a_number(text, language) for text in _texts(entry.value)):
                loud.add(entry.id.name)
    assert loud - OWN == set()
