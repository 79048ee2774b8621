"""Sums: a computed number's formula as a reader sees it, ``153 ÷ 121 = 1.26``, in pieces that a page can link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from nisba.checking.formulas import evaluate
from nisba.checking.grammar import Binary, Call, Constant, Name, Node, parse, written
from nisba.checking.numbers import Number
from nisba.errors import FormulaError
from nisba.explaining.wording import Wording
from nisba.intervals import Interval

_SIGNS: Mapping[str, str] = {"+": "+", "-": "−", "*": "×", "/": "÷"}
_RANK: Mapping[str, int] = {"+": 0, "-": 0, "*": 1, "/": 1}
_CALENDAR = ("days", "months", "year-days", "year-months")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a sum.

    Args:
        kind: ``operand`` (a named number), ``constant``, ``calendar`` (a length of time), ``sign``, ``bracket``,
            ``word`` or ``result``.
        text: what is printed.
        id: of an operand and of the result: the number; of a calendar constant: the number whose period it measures.
    """

    kind: str
    text: str
    id: str = ""


def sum_of(number: Number, numbers: Mapping[str, Number], wording: Wording) -> tuple[Token, ...]:
    """A computed number's formula with every operand's value, and the result.

    Raises:
        FormulaError: the number has no formula, or the formula names an unknown number.
    """
    if number.formula is None:
        raise FormulaError(number.id, "is not computed", "show its source instead of a sum")
    tokens = _Typesetter(numbers, wording).of(parse(number.formula))
    return (*tokens, Token("sign", "="), Token("result", wording.number(number), number.id))


class _Typesetter:
    """One formula being written out."""

    def __init__(self, numbers: Mapping[str, Number], wording: Wording) -> None:
        self.numbers, self.wording = numbers, wording

    def of(self, node: Node) -> tuple[Token, ...]:
        match node:
            case Constant(value):
                return (Token("constant", self.wording.value(Interval.exactly(value))),)
            case Name(id):
                return (Token("operand", self.wording.number(self.number(id)), id),)
            case Call(function, arguments):
                return self.call(function, arguments, node)
            case Binary(sign, left, right):
                sides = self.side(left, sign, right=False), self.side(right, sign, right=True)
                return (*sides[0], Token("sign", _SIGNS[sign]), *sides[1])

    def number(self, id: str) -> Number:
        if id not in self.numbers:
            raise FormulaError(id, "is no number here", "see tables/numbers.csv for the names")
        return self.numbers[id]

    def side(self, node: Node, sign: str, *, right: bool) -> tuple[Token, ...]:
        tokens = self.of(node)
        weaker = isinstance(node, Binary) and (
            _RANK[node.sign] < _RANK[sign] or (right and _RANK[node.sign] == _RANK[sign])
        )
        return _bracketed(tokens) if weaker else tokens

    def call(self, function: str, arguments: tuple[Node, ...], node: Call) -> tuple[Token, ...]:
        if function in _CALENDAR and isinstance(arguments[0], Name):
            length = evaluate(written(node), self.numbers).value
            return (Token("calendar", self.wording.value(length), arguments[0].id),)
        if function == "together":
            return _bracketed(self.row(arguments, Token("sign", _SIGNS["+"])))
        if function == "either":
            return _bracketed(self.row(arguments, Token("sign", self.wording.messages("sum-or"))))
        if function == "floored":
            value = evaluate(written(node), self.numbers, show="count").value
            text = self.wording.messages("function-floored", shown=self.wording.value(value))
            return (*self.of(arguments[0]), *_bracketed((Token("word", text),)))
        name = Token("word", self.wording.messages(f"function-{function}"))
        return (name, *_bracketed(self.row(arguments, Token("sign", ","))))

    def row(self, arguments: tuple[Node, ...], between: Token) -> tuple[Token, ...]:
        first, *others = arguments
        tokens = self.of(first)
        for other in others:
            tokens = (*tokens, between, *self.of(other))
        return tokens


def _bracketed(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    return (Token("bracket", "("), *tokens, Token("bracket", ")"))
