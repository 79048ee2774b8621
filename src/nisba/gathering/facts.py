"""Facts: which number of the lead account is which fact. A person says so, by quoting the account's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from nisba.gathering.fields import Fields
from nisba.gathering.texts import Words
from nisba.intervals import Interval
from nisba.periods import Period


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that the lead account states with a number.

    Args:
        id: its name in formulas and prose.
        quote: words of the account that hold the number and stand in it once.
        what: what is counted.
        where: the places it covers; empty: as read from the text.
        when: the period it covers; None: as read from the text.
        part_of: id of the fact of which this one counts a part, as leaders killed are part of all killed.
        label: what it is, by language.
        said_by: who says so before the outlet does, by language, separated by a bar.
        instead: the value to work with where the printed one is known to be wrong; None: as read from the text.
        because: why, by language; said beside the number wherever it is shown.
        elsewhere: words of other accounts' texts that hold the same fact, by account; empty where one does not give it.
        settled: where and when are a person's decision, not the text's words.
    """

    id: str
    quote: str
    what: str
    where: tuple[str, ...]
    when: Period | None
    part_of: str
    label: Words
    said_by: Words
    instead: Interval | None = None
    because: Words = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    @property
    def settled(self) -> bool:
        """A person gave the place, the period or the value."""
        return bool(self.where or self.when or self.instead)


def read_fact(name: str, fields: Fields) -> Fact:
    """Read one ``[facts.<id>]`` table.

    Raises:
        StoryError: a key is missing, unknown or of the wrong type.
    """
    fact = Fact(
        name,
        fields.text("quote"),
        fields.text("what"),
        fields.list("where"),
        fields.period("when"),
        fields.text("part_of", ""),
        fields.words("label"),
        fields.words("said_by", {}),
        fields.interval("instead") if "instead" in fields else None,
        fields.words("because", {}),
        {str(account): str(words) for account, words in fields.take("elsewhere", dict, {}).items()},
    )
    if bool(fact.instead) != bool(fact.because):
        raise fields.problem(
            "gives a value instead and no reason, or the reverse", "write instead and because together"
        )
    fields.done()
    return fact
