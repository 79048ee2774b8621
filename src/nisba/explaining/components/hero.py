"""The opening: each comparison as a typeset fraction, with what it says and the verdict on what was said."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.formulas import holds
from nisba.checking.grammar import Binary, Constant, Name, Node, parse, written
from nisba.checking.numbers import Number
from nisba.checking.verdicts import Verdict
from nisba.errors import FormulaError
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Text, Writer

VERDICTS = {Verdict.HOLDS: "ok", Verdict.FAILS: "no", Verdict.UNDECIDED: ""}
"""The style of each verdict."""


def hero(edition: Edition, writer: Writer, directive: Directive) -> Markup:
    """``::: hero``: the fractions it holds, side by side."""
    fractions = [fraction(edition, writer, part) for part in directive.body if isinstance(part, Directive)]
    return tag("section", fractions, class_="hero", aria_label=edition.text("hero"))


def fraction(edition: Edition, writer: Writer, directive: Directive) -> Markup:
    """``::: fraction ID``: the quotient that a number is, a ``###`` heading, a saying, and ``verdict STATEMENT :: words``."""
    heading, saying, verdicts = Text("", directive.line), [], []
    for line in directive.lines:
        if line.markdown.startswith("### "):
            heading = Text(line.markdown.removeprefix("### "), line.line)
        elif line.markdown.startswith("verdict "):
            verdicts.append(line)
        else:
            saying.append(line)
    said = Text("\n".join(line.markdown for line in saying), saying[0].line if saying else directive.line)
    return tag(
        "div",
        tag("h2", writer.inline(heading)),
        _sum(edition, edition.ledger.number(directive.argument)),
        tag("p", writer.inline(said), class_="say") if saying else None,
        [_verdict(edition, writer, directive.argument, line) for line in verdicts],
        class_="eq",
    )


def _sum(edition: Edition, number: Number) -> Markup:
    node = parse(number.formula or number.id)
    if not isinstance(node, Binary) or node.sign != "/":
        raise FormulaError(
            number.formula or number.id, f"{number.id} is no quotient", "name a number whose formula is a / b"
        )
    over = tag("span", edition.text("divided-by"), class_="vh")
    top, bottom = (tag("span", _side(edition, side)) for side in (node.left, node.right))
    return tag(
        "p",
        tag("span", top, over, bottom, class_="frac"),
        tag("span", "=", aria_hidden="true"),
        tag("span", edition.text("equals"), class_="vh"),
        tag("span", edition.tie(number), class_="res"),
        class_="sum",
    )


def _side(edition: Edition, node: Node) -> Markup:
    if isinstance(node, Name):
        return edition.tie(node.id)
    if isinstance(node, Constant):
        return edition.given(written(node))
    return edition.tie(edition.ledger.computed(written(node), "count"))


def _verdict(edition: Edition, writer: Writer, number: str, line: Text) -> Markup:
    name, _, words = line.markdown.removeprefix("verdict ").partition("::")
    statement = edition.evidence.statement(name.strip())
    verdict = holds(f"{number} {statement.holds}", edition.ledger.numbers)
    claim = writer.inline(Text(words.strip(), line.line)) if words.strip() else edition.name(statement.label)
    said = edition.say("claim-verdict", claim=claim, verdict=str(verdict))
    return edition.verdict(VERDICTS[verdict], join(said))
