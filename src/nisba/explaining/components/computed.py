"""What was computed: every formula with its exact value and its rounding, and models with their source."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.numbers import Number, Status
from nisba.explaining.edition import Edition
from nisba.explaining.markup import join, tag
from nisba.explaining.prose import Directive, Writer
from nisba.explaining.workings import formula_markup, remark


def ratios(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: ratios``: every number that the story computes, with formula, exact value, shown value and note."""
    rows = [_ratio(edition, number) for number in _computed(edition)]
    head = tuple(edition.text(f"ratio-{name}") for name in ("what", "formula", "exact", "shown", "note"))
    rule = tag("p", edition.given(edition.text("rounding")), class_="caveat")
    return (
        join(rule, edition.table(edition.text("ratios"), head, rows)) if rows else tag("p", edition.text("ratios-none"))
    )


def _computed(edition: Edition) -> list[Number]:
    numbers = edition.evidence.numbers
    named = [numbers[formula.id] for formula in edition.evidence.story.formulas if formula.id in numbers]
    return [number for number in named if number.status is Status.COMPUTED]


def _ratio(edition: Edition, number: Number) -> tuple[Markup, ...]:
    formula = edition.evidence.formula(number.id)
    return (
        tag("th", edition.label(number), scope="row"),
        tag("td", tag("span", formula_markup(edition, number), class_="s")),
        tag("td", _unrounded(edition, number), class_="num"),
        tag("td", edition.tie(number), class_="num"),
        tag("td", remark(edition, formula.note) if formula and formula.note else "–"),
    )


def _unrounded(edition: Edition, number: Number) -> Markup:
    """The exact value, or both ends of a range, as fractions that keep their direction; an open end in words."""
    value = number.value
    if value.lo is None or value.hi is None:
        return join(edition.written(number))
    low, high = (tag("bdi", edition.wording.localised(str(end)), dir="ltr") for end in (value.lo, value.hi))
    return low if value.value is not None else edition.say("number-range", low=low, high=high)


def estimates(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: estimates``: intervals of a statistical model: what they are, what they are not, and where they come from."""
    found = [number for number in _computed(edition) if "poisson-interval" in (number.formula or "")]
    if not found:
        return tag("p", edition.text("estimates-none"))
    items = []
    for number in found:
        formula = edition.evidence.formula(number.id)
        meant = remark(edition, formula.note) if formula and formula.note else None
        items.append(
            tag(
                "li",
                tag("strong", edition.given(edition.label(number))),
                ": ",
                edition.tie(number),
                ". ",
                tag("span", meant, class_="given") if meant else None,
            )
        )
    return tag("div", tag("ul", items), tag("p", edition.text("estimates-formula"), class_="given"), class_="estimates")
