"""Numbers written in digits: of any script, with the grouping and decimal marks of the language.

Which mark groups and which divides is told by the digits around it: three digits after each of several equal marks are
groups; a mark that both uses share groups when exactly three digits follow it, unless it is a full stop, which then
divides (2.125) unless what follows can only be counted whole (2.125 people). CLDR gives the marks; the rest is how newspapers write.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from nisba.reading.tokens import Tokens

_GROUP = 3
_LONGEST = 12  # pieces of one number; longer chains of digits and marks are identifiers, lists or noise
_DIGITS = 30  # of one run; more is an identifier or noise
_COUNTED = frozenset({"nouns", "scale", "units", "currencies", "measures", "percent"})
_SPACES = frozenset("\u00a0\u202f\u2009")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, before anything is made of it.

    Args:
        first, last: its tokens, ``last`` excluded.
        start, end: its place in the plain text.
        value: what it is worth.
        digits: it is digits only, without marks or words; then it may be a year or a day.
        spoken: it holds a number word.
        scale: the power that its last word multiplies by (1000 in "9 thousand"), else 1.
        fraction: it is a part of one, and nothing else.
    """

    first: int
    last: int
    start: int
    end: int
    value: Fraction
    digits: bool = False
    spoken: bool = False
    scale: Fraction = Fraction(1)
    fraction: bool = False


def one_set(tokens: Tokens, place: int) -> bool:
    """All digits of a run come from one set, and are few enough for a number."""
    if len(tokens.texts[place]) > _DIGITS:
        return False
    if tokens.plain.one_digit_set:
        return True
    token = tokens[place]
    start, end = tokens.span(token.start, token.end)
    if tokens.plain.original[start:end].isascii():
        return True
    return len({ord(digit) - int(digit) for digit in tokens.plain.original[start:end] if digit.isdecimal()}) == 1


def written(tokens: Tokens, place: int) -> Numeral | None:
    """The number whose first digits, sign or leading decimal mark stand at a place."""
    if not (tokens.words[place].is_digits or tokens.texts[place][0] in "-.\u066b"):
        return None
    if place not in tokens.digits:
        tokens.digits[place] = _written(tokens, place)
    found: Numeral | None = tokens.digits[place]
    return found


def _written(tokens: Tokens, place: int) -> Numeral | None:
    if _is_whole(tokens, place):
        return _numeral(tokens, place, place + 1, Fraction(int(tokens.texts[place])), digits=True)
    sign = _sign(tokens, place)
    first = place + (sign != 1)
    bare_point = tokens[first].text in (".", "\u066b") and tokens[first + 1].close and not tokens[first].close
    if bare_point and tokens[first + 1].is_digits and len(tokens[first + 1].text) <= _DIGITS:
        part = tokens[first + 1].text
        return _numeral(tokens, place, first + 2, sign * Fraction(int(part), 10 ** len(part)))
    if not tokens[first].is_digits or not one_set(tokens, first):
        return None
    if reversed_ := _reversed(tokens, first):
        return _numeral(tokens, place, first + 3, sign * reversed_)
    whole, last = _spaced(tokens, first) or _lakhs(tokens, first) or _groups(tokens, first)
    whole, last, over = _over(tokens, whole, last)
    if over:
        return _numeral(tokens, place, last, sign * Fraction(whole, over))
    part = _decimals(tokens, last, grouped=last > first + 1)
    value, last = (whole + Fraction(int(part), 10 ** len(part)), last + 2) if part else (Fraction(whole), last)
    power, last = _power(tokens, last)
    value, last = _raised(tokens, sign * value * power, last)
    return _numeral(tokens, place, last, value, digits=last == place + 1)


def _reversed(tokens: Tokens, place: int) -> Fraction | None:
    """Decimals, a letter for the mark, the whole number: how agencies type 1.7 from right to left."""
    mark, whole, beyond = tokens[place + 1], tokens[place + 2], tokens[place + 3]
    tight = mark.close and whole.close and whole.is_digits and not (beyond.close and beyond.text[0].isalnum())
    if mark.text != tokens.lexicon.grammar.reversed_point or not tight or len(whole.text) > _DIGITS:
        return None
    part = tokens[place].text
    return int(whole.text) + Fraction(int(part), 10 ** len(part)) if len(part) <= _GROUP else None


def _is_whole(tokens: Tokens, place: int) -> bool:
    """Digits with nothing tight behind them and no group of three: by far the most, so they are told first."""
    gap = tokens.gaps[place + 1]
    if not gap or not tokens.words[place].is_digits:
        return False
    group = tokens.words[place + 1].is_digits and (gap in _SPACES or len(tokens.texts[place + 1]) == _GROUP)
    return not group and one_set(tokens, place)


def _numeral(tokens: Tokens, first: int, last: int, value: Fraction, *, digits: bool = False) -> Numeral:
    return Numeral(first, last, tokens[first].start, tokens[last - 1].end, value, digits)


def _over(tokens: Tokens, whole: int, place: int) -> tuple[int, int, int]:
    """77/100: (upper, place after, lower) of a written fraction; lower is 0 where there is none."""
    sign, under, beyond = tokens[place], tokens[place + 1], tokens[place + 2]
    tight = (
        sign.text == "/"
        and sign.close
        and under.close
        and under.is_digits
        and not tokens[place - 1].text.startswith("0")
    )
    chained = (beyond.close and beyond.text in "/-") or (tokens[place - 2].text == "/" and tokens[place - 1].close)
    if not tight or chained or not int(under.text) or len(under.text) > _GROUP:
        return whole, place, 0
    return whole, place + 2, int(under.text)


def _sign(tokens: Tokens, place: int) -> int:
    """-1 where a hyphen stands free on its left and tight on its right."""
    token, before = tokens[place], tokens[place - 1]
    free = not token.close or before.text in "(:=,;"
    return -1 if token.text == "-" and free and tokens[place + 1].close and not before.is_digits else 1


def _chain(tokens: Tokens, place: int) -> list[tuple[str, str]]:
    """The (mark, digits) pairs that follow tightly upon a run of digits."""
    found: list[tuple[str, str]] = []
    while len(found) < _LONGEST:
        gap = tokens.between(place, place + 1) if not found or found[-1][0] in _SPACES else "?"
        if gap in _SPACES and tokens[place + 1].is_digits:
            found.append((gap, tokens[place + 1].text))
            place += 1
        elif tokens[place + 1].close and tokens[place + 2].close and tokens[place + 2].is_digits:
            found.append((tokens[place + 1].text, tokens[place + 2].text))
            place += 2
        else:
            break
    return found


def _power(tokens: Tokens, place: int) -> tuple[Fraction, int]:
    """12.3e+14: the power of ten of scientific notation, and the place after it."""
    if tokens[place].text not in ("e", "E") or not tokens[place].close or len(tokens[place - 1].text) > _GROUP:
        return Fraction(1), place
    sign = tokens[place + 1].text if tokens[place + 1].text in ("+", "-") and tokens[place + 1].close else ""
    digits = tokens[place + 1 + bool(sign)]
    if not digits.is_digits or not digits.close or len(digits.text) > 2:
        return Fraction(1), place
    return Fraction(10) ** (-int(digits.text) if sign == "-" else int(digits.text)), place + 2 + bool(sign)


def _raised(tokens: Tokens, value: Fraction, place: int) -> tuple[Fraction, int]:
    """2^10, 1.5^-2: a whole power, small enough to be worked out; the value and the place after it."""
    minus = tokens[place + 1].text == "-"
    power = tokens[place + 1 + minus]
    tight = tokens[place].text == "^" and tokens[place].close and tokens[place + 1].close and power.close
    if not tight or not power.is_digits or len(power.text) > 2 or (minus and not value):
        return value, place
    return value ** (-int(power.text) if minus else int(power.text)), place + 2 + minus


def _lakhs(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """12,34,567: groups of two before the last of three, as India writes them."""
    parts, last = [tokens[place].text], place + 1
    while tokens[last].text == "," and tokens[last].close and tokens[last + 1].close and tokens[last + 1].is_digits:
        parts.append(tokens[last + 1].text)
        last += 2
        if len(parts) > _LONGEST:
            return None
    pairs = [len(part) for part in parts[1:-1]]
    fits = len(parts) > 2 and len(parts[0]) <= 2 and set(pairs) == {2} and len(parts[-1]) == _GROUP
    return (int("".join(parts)), last) if fits and "," in tokens.lexicon.grammar.grouping else None


def _spaced(tokens: Tokens, place: int) -> tuple[int, int] | None:
    """1 250 000: groups apart by plain spaces, believed where there are several of them, or noughts."""
    head, last = tokens[place].text, place + 1
    while tokens.between(last - 1, last) == " " and tokens[last].is_digits and len(tokens[last].text) == _GROUP:
        last += 1
        if last - place > _LONGEST:
            return None
    parts = [tokens[step].text for step in range(place + 1, last)]
    clitic = tokens.lexicon.is_and(tokens.words[place - 1]) or tokens.lexicon.is_preposition(tokens.texts[place - 1])
    tight = tokens[place].close and tokens[place - 1].text not in "+-(" and not clitic
    groups = " " in tokens.lexicon.grammar.grouping or _counts_on(tokens, last)
    free = not (tokens.between(last - 1, last) == " " and tokens[last].is_digits) and not tight
    if (
        not free
        or len(head) > _GROUP
        or head[0] == "0"
        or not parts
        or (len(parts) == 1 and parts[0] != "000" and not groups)
    ):
        return None
    return int(head + "".join(parts)), last


def _counts_on(tokens: Tokens, place: int) -> bool:
    """What stands there is counted, where nouns come first, so that two numbers before it can only be one."""
    word = tokens.words[place]
    leads = word.joins or word.definite or word.preposition or tokens.lexicon.grammar.order != "units-first"
    return not leads and not _COUNTED.isdisjoint(word.senses)


def _groups(tokens: Tokens, place: int) -> tuple[int, int]:
    """The whole part from a place on: (value, token after it)."""
    head, chain = tokens[place].text, _chain(tokens, place)
    mark = chain[0][0] if chain else ""
    parts = []
    for sign, digits in chain:
        if sign != mark or len(digits) != _GROUP:
            break
        parts.append(digits)
    rest = chain[len(parts) :]
    fits = len(head) <= _GROUP and (head[0] != "0") and not (rest and rest[0][0] == mark)
    groups = mark in tokens.lexicon.grammar.grouping or mark in _SPACES
    last = place + 1 + len(parts) * (1 if mark in _SPACES else 2)
    behind = last + (tokens[last].text == ")")  # "(20.527) voters"
    after, text = tokens[behind].word, tokens[behind].text
    unknown = after.opens is False and len(text) > 2 and text.isalpha() and not after.senses
    counted = not after.joins and (
        "nouns" in after.senses or "other" in after.senses or (unknown and not after.definite)
    )
    alone = len(parts) == 1 and mark == "." and mark in tokens.lexicon.grammar.decimal and not counted
    if parts and fits and groups and not alone:
        return int(head + "".join(parts)), last
    return int(head), place + 1


def _decimals(tokens: Tokens, place: int, *, grouped: bool) -> str:
    """The decimals after a whole part, or nothing."""
    mark, digits, beyond = tokens[place], tokens[place + 1], tokens[place + 2]
    tight = mark.close and digits.close and digits.is_digits and mark.text in tokens.lexicon.grammar.decimal
    more = beyond.close and beyond.text == mark.text and tokens[place + 3].close and tokens[place + 3].is_digits
    if not tight or more or len(digits.text) > _DIGITS or (grouped and tokens[place - 2].text == mark.text):
        return ""
    return digits.text
