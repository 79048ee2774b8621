"""Whether a word that names a month is meant as one: May and March, in Arabic "mars", are also common words."""

from __future__ import annotations

from nisba.reading.tokens import Tokens

_BESIDE = frozenset("/(-")
_HAMZA = frozenset("\u0623\u0625")
_LEADS = ("adjunct", "year_before", "of", "from", "to", "between", "since", "versus")


def is_month_name(tokens: Tokens, place: int) -> bool:
    """With capitals, by a capital letter; without, by a day, a year or a word that leads to a time beside it."""
    token, after, grammar = tokens[place], tokens[place + 1], tokens.lexicon.grammar
    common = "common_word" in token.word.senses
    if common and token.text[token.word.skip] in _HAMZA:
        return False  # a hamza that is written is meant: "father", and no August
    if grammar.script != "Latn" or not grammar.capitals or token.is_digits:
        return not common or _led(tokens, place)
    return not (common and token.text[0].islower()) and not (after.close and after.text == "'")


def _led(tokens: Tokens, place: int) -> bool:
    before, after = tokens[place - 1], tokens[place + 1]
    beside = before.is_digits or after.is_digits or before.text in _BESIDE or after.text in _BESIDE
    pointed = tokens.phrase(place + 1, "relative") is not None or tokens[place].word.preposition
    alone = not before.text[0].isalpha() and not after.text[0].isalpha()
    noun = tokens.get(place - 1, "units") is not None or tokens.get(place - 1, "ordinal") is not None
    return beside or pointed or alone or noun or any(tokens.ends(place, kind) for kind in _LEADS)
