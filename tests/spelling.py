"""Whole numbers written out in words, in every form that a careful writer may choose: generators for the properties.

Arabic follows W. Wright, *A Grammar of the Arabic Language*, §§ 318-328: three to ten take the gender opposite to what is
counted, eleven and twelve agree in both parts, the tens and duals show case, hundreds fuse with their unit, a scale
word stands in the plural after three to ten, in the accusative after eleven to ninety-nine, in the genitive after a hundred.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import strategies as st

TOP = 10**15
SIZES = st.one_of(st.integers(3, 120), st.integers(3, 9_999), st.integers(3, TOP))
ROUND = st.builds(lambda head, power: head * 10**power, st.integers(3, 999), st.integers(0, 12))
NUMBERS = SIZES | ROUND


@dataclass(frozen=True, slots=True)
class Arabic:
    """The choices of a writer.

    Args:
        feminine: what is counted is feminine.
        nominative: the number is a subject; else an object, or after a preposition.
        seated: the hundred is written with its hamza on a yeh seat (the newer spelling), else with a silent alef.
        fused: a hundred and its unit are one word.
        marked: the tanween of the accusative is written.
        digits: which groups of three are in digits, from the units up.
    """

    feminine: bool
    nominative: bool
    seated: bool
    fused: bool
    marked: bool
    digits: tuple[bool, ...]

    def write(self, number: int) -> str:
        """The number in words."""
        parts: list[str] = []
        for power in range(5, 0, -1):
            group = number // 1000**power % 1000
            parts += self._scaled(group, power) if group else []
        if rest := number % 1000:
            parts.append(str(rest) if self.digits[0] and parts else self._below_thousand(rest, feminine=self.feminine))
        return " و".join(parts)

    def _scaled(self, group: int, power: int) -> list[str]:
        one, plural = SCALES[power]
        if self.digits[power] and group > 2:
            return [f"{group} {plural if group <= 10 else one}"]
        if group == 1:
            return [one]
        if group == 2:
            return [one + ("ان" if self.nominative else "ين")]
        hundreds, small = group - group % 100, group % 100
        if small in (1, 2):  # a hundred thousand and a thousand
            return [self._below_thousand(hundreds, feminine=False) + f" {one}", *self._scaled(small, power)]
        words = self._below_thousand(group, feminine=False, construct=True)
        accusative = f"{one}{'اً' if self.marked else 'ا'}"
        return [f"{words} {plural if 3 <= small <= 10 else accusative if small else one}"]

    def _below_thousand(self, number: int, *, feminine: bool, construct: bool = False) -> str:
        hundreds, small = divmod(number, 100)
        parts = [self._hundreds(hundreds, construct=construct and not small)] if hundreds else []
        parts += [self._below_hundred(small, feminine=feminine, construct=construct)] if small else []
        return " و".join(parts)

    def _hundreds(self, hundreds: int, *, construct: bool) -> str:
        hundred = "مئة" if self.seated else "مائة"
        if hundreds == 1:
            return hundred
        if hundreds == 2:
            ending = ("ا" if self.nominative else "ي") if construct else ("ان" if self.nominative else "ين")
            return hundred[:-1] + "ت" + ending
        unit = "ثمان" if hundreds == 8 and self.fused else UNITS[hundreds][1]
        return unit + ("" if self.fused else " ") + hundred

    def _below_hundred(self, number: int, *, feminine: bool, construct: bool) -> str:
        tens, unit = divmod(number, 10)
        if number <= 10:
            return self._unit(number, feminine=feminine, construct=construct)
        if number == 11:
            return "إحدى عشرة" if feminine else "أحد عشر"
        if number == 12:
            two = ("اثنت" if feminine else "اثن") + ("ا" if self.nominative else "ي")
            return f"{two} {'عشرة' if feminine else 'عشر'}"
        if tens == 1:
            return f"{UNITS[unit][feminine]} {'عشرة' if feminine else 'عشر'}"
        ten = TENS[tens] + ("ون" if self.nominative else "ين")
        if unit == 1:
            return f"{'إحدى' if feminine else 'واحد'} و{ten}"
        return f"{self._unit(unit, feminine=feminine, construct=False)} و{ten}" if unit else ten

    def _unit(self, number: int, *, feminine: bool, construct: bool) -> str:
        if number == 1:
            return "واحدة" if feminine else "واحد"
        if number == 2:
            return ("اثنت" if feminine else "اثن") + ("ان" if self.nominative else "ين")
        if number == 8 and feminine and not construct:
            return "ثمان" if self.nominative else "ثمانيا"
        return UNITS[number][feminine]


UNITS = {
    3: ("ثلاثة", "ثلاث"), 4: ("أربعة", "أربع"), 5: ("خمسة", "خمس"), 6: ("ستة", "ست"), 7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني"), 9: ("تسعة", "تسع"), 10: ("عشرة", "عشر"),
}  # fmt: skip
TENS = {2: "عشر", 3: "ثلاث", 4: "أربع", 5: "خمس", 6: "ست", 7: "سبع", 8: "ثمان", 9: "تسع"}
SCALES = {
    1: ("ألف", "آلاف"), 2: ("مليون", "ملايين"), 3: ("مليار", "مليارات"), 4: ("تريليون", "تريليونات"),
    5: ("كوادريليون", "كوادريليونات"),
}  # fmt: skip

ARABIC = st.builds(
    Arabic, st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.booleans(), st.tuples(*[st.booleans()] * 6)
)


@dataclass(frozen=True, slots=True)
class English:
    """The choices of a writer: "and" before the last part, a hyphen, "a" for "one", which groups are in digits."""

    joins: bool
    hyphen: bool
    article: bool
    digits: tuple[bool, ...]

    def write(self, number: int) -> str:
        """The number in words."""
        parts = []
        for power in range(5, 0, -1):
            group = number // 1000**power % 1000
            if group:
                told = str(group) if self.digits[power] else self._group(group)
                told = "a" if self.article and group == 1 and not parts and not self.digits[power] else told
                parts.append(f"{told} {ENGLISH_SCALES[power]}")
        rest = number % 1000
        if rest:
            join = "and " if self.joins and parts and rest < 100 else ""
            parts.append(join + self._group(rest))
        return " ".join(parts)

    def _group(self, number: int) -> str:
        hundreds, small = divmod(number, 100)
        told = [f"{ENGLISH[hundreds]} hundred"] if hundreds else []
        told += ["and"] if hundreds and small and self.joins else []
        return " ".join([*told, self._small(small)] if small else told)

    def _small(self, number: int) -> str:
        if number < 20:
            return ENGLISH[number]
        tens, unit = divmod(number, 10)
        return ENGLISH_TENS[tens] + (("-" if self.hyphen else " ") + ENGLISH[unit] if unit else "")


ENGLISH = dict(
    enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
        ]
    )
)
ENGLISH_TENS = dict(enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=2))
ENGLISH_SCALES = dict(enumerate(["thousand", "million", "billion", "trillion", "quadrillion"], start=1))
WRITERS_OF_ENGLISH = st.builds(English, st.booleans(), st.booleans(), st.booleans(), st.tuples(*[st.booleans()] * 6))


@dataclass(frozen=True, slots=True)
class French:
    """The choices of a writer: Belgian and Swiss tens, hyphens everywhere (1990), which groups are in digits."""

    swiss: bool
    hyphens: bool
    digits: tuple[bool, ...]

    def write(self, number: int) -> str:
        """The number in words."""
        parts = []
        for power in range(5, 0, -1):
            group = number // 1000**power % 1000
            if not group:
                continue
            plural = "s" if group > 1 and power > 1 else ""
            if self.digits[power]:
                told = f"{group} "
            elif power == 1:
                told = (
                    ""
                    if group == 1
                    else self._group(group).removesuffix("s") + " "
                    if group % 100 in (0, 80)
                    else self._group(group) + " "
                )
            else:
                told = self._group(group) + " "
            parts.append(told + FRENCH_SCALES[power] + plural)
        if rest := number % 1000:
            parts.append(self._group(rest))
        return " ".join(parts)

    def _group(self, number: int) -> str:
        hundreds, small = divmod(number, 100)
        told = [] if hundreds < 2 else [FRENCH[hundreds]]
        told += ["cents" if hundreds > 1 and not small else "cent"] if hundreds else []
        told += [self._small(small)] if small else []
        return ("-" if self.hyphens else " ").join(told)

    def _small(self, number: int) -> str:
        if number < 20:
            return FRENCH[number]
        tens, unit = divmod(number, 10)
        if tens in (7, 9) and not self.swiss:
            tens, unit = tens - 1, unit + 10
        base = "quatre-vingt" if tens == 8 else FRENCH_TENS[tens]
        if not unit:
            return base + ("s" if tens == 8 else "")
        et = unit in (1, 11) and tens != 8
        gap = "-" if self.hyphens else " "
        return f"{base}{gap}et{gap}{FRENCH[unit]}" if et else f"{base}-{FRENCH[unit]}"


FRENCH = dict(
    enumerate(
        [
            "zéro",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
            "dix-sept",
            "dix-huit",
            "dix-neuf",
        ]
    )
)
FRENCH_TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 7: "septante", 9: "nonante"}
FRENCH_SCALES = {1: "mille", 2: "million", 3: "milliard", 4: "billion", 5: "billiard"}
WRITERS_OF_FRENCH = st.builds(French, st.booleans(), st.booleans(), st.tuples(*[st.booleans()] * 6))

Writer = Callable[[int], str]
#: language → a strategy for (number, its spelling).
SPELLED = {
    language: st.builds(lambda number, writer: (number, writer.write(number)), NUMBERS, writers)
    for language, writers in (("ar", ARABIC), ("en", WRITERS_OF_ENGLISH), ("fr", WRITERS_OF_FRENCH))
}
