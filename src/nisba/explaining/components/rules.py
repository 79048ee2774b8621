"""Formulas and rules: those that the numbers at hand came about by, each with the work that defines it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from nisba.checking.grammar import Binary, Call, Constant, Name, Node, parse
from nisba.checking.numbers import Number
from nisba.explaining.edition import Edition
from nisba.explaining.evidence import Evidence
from nisba.explaining.ledger import CALENDAR
from nisba.explaining.markup import direction, join, tag
from nisba.explaining.prose import Directive, Writer


def rules(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: rules``: each rule in a sentence, and where it is defined; a rule without a work is ours, and says so."""
    applied = set(_applied(edition.evidence, tuple(edition.ledger.numbers.values())))
    shown = [(name, works) for name, works in _works().items() if name in applied]
    return tag("dl", [_rule(edition, name, works) for name, works in shown], class_="facts rules")


def _rule(edition: Edition, name: str, works: tuple[str, ...]) -> Markup:
    cited = [tag("cite", tag("bdi", work), class_="given", **_foreign(edition)) for work in works]
    source = join(edition.text("rule-source"), " ", join(*cited, by="; ")) if cited else edition.text("rule-ours")
    said = tag("dd", edition.given(edition.text(f"rule-{name}")), " ", source)
    return join(tag("dt", edition.text(f"rule-{name}-name"), id=f"rule-{name}"), said)


def _foreign(edition: Edition) -> dict[str, str]:
    return {} if edition.language == "en" else {"lang": "en", "dir": direction("en")}


def _applied(evidence: Evidence, numbers: tuple[Number, ...]) -> Iterator[str]:
    """The names of the rules that anything at hand rests on."""
    nodes = [parse(number.formula) for number in numbers if number.formula]
    functions = {call.function for node in nodes for call in _calls(node)}
    yield from ("fractions", "rounding")
    if any(map(_is_change, nodes)):
        yield "change"
    if any(number.value.value is None or number.value.approx for number in numbers):
        yield "interval"
    if functions & {*CALENDAR, "length", "year-length"} or evidence.rates:
        yield "calendar"
    if evidence.story.statements:
        yield "multiverse"
    if "poisson-interval" in functions:
        yield "poisson"
    if evidence.checks:
        yield "whole"
    if any(check.repairs for check in evidence.checks):
        yield "repairs"


def _calls(node: Node) -> Iterator[Call]:
    match node:
        case Call(_, arguments):
            yield node
            for argument in arguments:
                yield from _calls(argument)
        case Binary(_, left, right):
            yield from _calls(left)
            yield from _calls(right)


def _is_change(node: Node) -> bool:
    """A change against what it changed from: ``(b - a) / a`` or ``b / a - 1``."""
    match node:
        case Binary("-", Name() | Binary("/", _, _), Constant(value)):
            return value == 1
        case Binary("/", Binary("-", _, before), base):
            return before == base
    return False


@cache  # a file of the package
def _works() -> dict[str, tuple[str, ...]]:
    read = tomllib.loads((files("nisba.explaining") / "references.toml").read_text(encoding="utf-8"))
    return {name: tuple(rule["works"]) for name, rule in read.items()}
