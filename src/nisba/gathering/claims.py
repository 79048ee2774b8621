"""Kinds of claim: what the accounts' wordings of one comparison come to."""

from __future__ import annotations

from dataclasses import dataclass

from nisba.gathering.fields import Fields
from nisba.gathering.texts import Words
from nisba.intervals import Interval

TOLD = ("pace", "fact")


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """One way of wording the comparison.

    Args:
        id: short name, as in the column ``claim`` of ``accounts.csv``.
        label: what it says, by language.
        told: ``pace`` for what would be at this rate, ``fact`` for what is; empty: not said.
        multiple: so many times the base, such as >2 for "more than double"; None: not said.
    """

    id: str
    label: Words
    told: str = ""
    multiple: Interval | None = None


def read_claim(name: str, fields: Fields) -> ClaimKind:
    """Read one entry of ``[claims]``.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    told = fields.text("told", "")
    if told and told not in TOLD:
        raise fields.problem(f"told is {told!r}", f"write {' or '.join(TOLD)}, or leave it out")
    multiple = fields.interval("multiple") if "multiple" in fields else None
    claim = ClaimKind(name, fields.words("label"), told, multiple)
    fields.done()
    return claim
