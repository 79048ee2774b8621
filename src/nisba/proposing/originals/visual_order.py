"""Letters as a page shows them, left to right, put back into the order in which they are read.

A PDF places glyphs; a line of Arabic comes out of it mirrored, in presentation forms. This undoes, for one line, what the
Unicode Bidirectional Algorithm (UAX 9) did to show it: the whole line is turned around, and in it numbers (rules W4 and
L2: digits with a single separator between) and runs of Latin letters are turned back. Presentation forms become the
letters that they show (their compatibility decompositions, UAX 15).
"""

from __future__ import annotations

import re
import unicodedata

_RIGHT_TO_LEFT = ("R", "AL")
_STRONG = (*_RIGHT_TO_LEFT, "L")
_FORMS = re.compile("[\ufb1d-\ufdff\ufe70-\ufefc]+")
_LATIN = r"[A-Za-z\u00c0-\u024f]"
_DIGIT = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_TURNED = re.compile(
    rf"{_LATIN}[A-Za-z0-9\u00c0-\u024f .,'’/&-]*(?:{_LATIN}|[0-9])|{_DIGIT}+(?:[.,:/\u066b\u066c-]{_DIGIT}+)*"
)
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def is_right_to_left(line: str) -> bool:
    """Most of the letters of a line are of a script that is read from right to left."""
    kinds = [unicodedata.bidirectional(letter) for letter in line if letter.isalpha()]
    return 2 * sum(kind in _RIGHT_TO_LEFT for kind in kinds) > len(kinds)


def in_reading_order(shown: list[str], *, among_right_to_left: bool = False) -> str:
    """A line of a page, glyph by glyph from left to right, in the order in which it is read.

    Args:
        shown: the letters of each glyph; those of a ligature together, in the order in which they are read.
        among_right_to_left: the page is read from right to left, so that a line with any such letter is.
    """
    line = "".join(shown)
    some = any(unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT for letter in line)
    if not some or not (among_right_to_left or is_right_to_left(line)):
        return line
    turned = "".join(reversed(shown)).translate(_MIRRORED)
    read = _TURNED.sub(lambda run: _back(run[0], turned[: run.start()]), turned)
    return _FORMS.sub(lambda run: unicodedata.normalize("NFKC", run[0]), read)


def _back(run: str, before: str) -> str:
    """A run as it is read: turned around whole, but the numbers of "2019-05-29" one by one where an Arabic letter came last.

    After an Arabic letter digits are Arabic numbers (rule W2), which a hyphen does not join (W4).
    """
    strong = next((kind for kind in map(unicodedata.bidirectional, reversed(before)) if kind in _STRONG), "")
    if strong == "AL" and not any(map(str.isalpha, run)):
        return "-".join(part[::-1] for part in run.split("-"))
    return run[::-1]
