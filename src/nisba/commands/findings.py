"""What a check found, as a sentence for the person at the terminal.

In English the check itself says it, with all that its wording adds. Another language says what every check of a kind has in
common: its numbers, what they come to, what the report says, and the verdict.
"""

from __future__ import annotations

from nisba.checking.inferred import Relation
from nisba.commands.tongue import say
from nisba.intervals import Interval


def in_words(relation: Relation) -> str:
    """One sentence on a relation."""
    check, (_, *others) = relation.check, relation.mentions
    parts = [_figure(mention.value) for mention in others]
    return say(
        f"finding-{check.kind if parts else 'list'}",
        relation.why,
        verdict=check.verdict.value,
        says=_figure(check.says),
        computed=_figure(check.computed),
        parts=" + ".join(parts),
        first=parts[0] if parts else "",
        last=parts[-1] if parts else "",
    )


def _figure(value: Interval | None) -> str:
    """A value in the plain notation, with its thousands apart where it is one number: 1,250 or >9000 or 13..14."""
    if value is None:
        return "?"
    exact = value.value
    if exact is None or value.approx:
        return str(value)
    if exact.denominator == 1:
        return f"{exact.numerator:,}"
    cents = round(exact * 100)
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100:,}.{abs(cents) % 100:02d}".rstrip("0")
