"""What the story asks of its numbers: formulas, ways of reading a claim, and statements to judge."""

from __future__ import annotations

from dataclasses import dataclass

from nisba.gathering.fields import Fields
from nisba.gathering.texts import Words


@dataclass(frozen=True, slots=True)
class Formula:
    """A number to compute.

    Args:
        id: the name of the result.
        formula: exact arithmetic over names, such as ``attacks / attacks-2023``.
        show: how to print the result: ``count``, ``ratio``, ``percent`` (of a share), ``percentage``, ``points`` or ``rate``.
        label: what it is, by language.
        note: what it assumes, by language.
    """

    id: str
    formula: str
    show: str
    label: Words
    note: Words


@dataclass(frozen=True, slots=True)
class Reading:
    """One honest way of reading a comparison.

    Args:
        id: short name, such as ``pace-days``.
        kind: what the parameter ``reading`` chooses: ``so-far`` or ``pace``, say.
        formula: the ratio under this reading; empty where no figure is known.
        label: the reading, by language.
    """

    id: str
    kind: str
    formula: str
    label: Words


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement to judge under several readings.

    Args:
        id: short name.
        holds: the condition on the ratio, such as ``>= 2``.
        readings: ids of the readings that bear on it.
        label: the statement, by language.
    """

    id: str
    holds: str
    readings: tuple[str, ...]
    label: Words


def read_formula(name: str, fields: Fields) -> Formula:
    """Read one ``[computed.<id>]`` table.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    show = fields.text("show", "ratio")
    formula = Formula(name, fields.text("formula"), show, fields.words("label"), fields.words("note", {}))
    fields.done()
    return formula


def read_reading(name: str, fields: Fields) -> Reading:
    """Read one ``[readings.<id>]`` table.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    reading = Reading(name, fields.text("kind"), fields.text("formula", ""), fields.words("label"))
    fields.done()
    return reading


def read_statement(name: str, fields: Fields) -> Statement:
    """Read one ``[statements.<id>]`` table.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    statement = Statement(name, fields.text("holds"), fields.list("readings"), fields.words("label"))
    fields.done()
    return statement
