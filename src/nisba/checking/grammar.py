"""The grammar of formulas and conditions: exact arithmetic over the names of numbers.

    condition  = comparison { ("and" | "or") comparison }
    comparison = sum ( ">" | ">=" | "<" | "<=" | "==" ) sum
    sum        = product { ("+" | "-") product }
    product    = factor { ("*" | "/") factor }
    factor     = number | name | name "(" sum { "," sum } ")" | "(" sum ")"

A name is written with hyphens (``killed-syria``), so a minus sign stands between spaces.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from nisba.errors import FormulaError

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)(?![\w-])|(?P<name>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)|(?P<sign>>=|<=|==|[-+*/(),<>]))"
)
_COMPARISONS = (">", ">=", "<", "<=", "==")


@dataclass(frozen=True, slots=True)
class Constant:
    """A number written in the formula itself, such as the 2 of "double"."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """The id of a number."""

    id: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the formula language, such as ``days(attacks)``."""

    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Binary:
    """Two sides and a sign: arithmetic, a comparison, ``and`` or ``or``."""

    sign: str
    left: Node
    right: Node


Node = Constant | Name | Call | Binary


def parse(formula: str) -> Node:
    """Read a formula or a condition.

    Raises:
        FormulaError: it does not follow the grammar above.
    """
    return _Parser(formula).whole()


def names(node: Node) -> tuple[str, ...]:
    """The ids that a formula mentions, each once, in order of appearance."""
    found: tuple[str, ...] = ()
    match node:
        case Name(id):
            found = (id,)
        case Call(_, arguments):
            found = tuple(name for argument in arguments for name in names(argument))
        case Binary(_, left, right):
            found = names(left) + names(right)
    return tuple(dict.fromkeys(found))


def written(node: Node) -> str:
    """The formula as text, with no more brackets than it needs; parsing it again gives the same formula."""
    match node:
        case Constant(value):
            return str(value) if value.denominator == 1 else f"{value.numerator} / {value.denominator}"
        case Name(id):
            return id
        case Call(function, arguments):
            return f"{function}({', '.join(written(argument) for argument in arguments)})"
        case Binary(sign, left, right):
            return f"{_side(left, sign, right=False)} {sign} {_side(right, sign, right=True)}"


def _side(node: Node, sign: str, *, right: bool) -> str:
    order = {"or": 0, "and": 1, **dict.fromkeys(_COMPARISONS, 2), "+": 3, "-": 3, "*": 4, "/": 4}
    inner = order["/"] if isinstance(node, Constant) and node.value.denominator != 1 else 9
    if isinstance(node, Binary):
        inner = order[node.sign]
    return f"({written(node)})" if inner < order[sign] or (right and inner == order[sign]) else written(node)


class _Parser:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, formula: str) -> None:
        self.formula = formula
        self.tokens: list[tuple[str, str]] = []
        at = 0
        while formula[at:].strip():
            found = _TOKEN.match(formula, at)
            if not found or found.lastgroup is None:
                raise self.error(f"cannot be read from {formula[at:].strip()!r} on")
            self.tokens.append((found.lastgroup, found[found.lastgroup]))
            at = found.end()
        self.tokens.append(("end", ""))

    def error(self, problem: str) -> FormulaError:
        return FormulaError(
            self.formula, problem, "write names, numbers, + - * / with spaces, brackets and comparisons"
        )

    def next_is(self, *texts: str) -> bool:
        return self.tokens[0][0] != "end" and self.tokens[0][1] in texts

    def take(self) -> str:
        return self.tokens.pop(0)[1]

    def expect(self, text: str) -> None:
        if not self.next_is(text):
            raise self.error(f"lacks {text!r}")
        self.take()

    def whole(self) -> Node:
        node = self.chain(lambda: self.chain(self.comparison, "and"), "or")
        if self.tokens[0][0] != "end":
            raise self.error(f"goes on after its end with {self.tokens[0][1]!r}")
        return node

    def chain(self, part: Callable[[], Node], *signs: str) -> Node:
        node = part()
        while self.next_is(*signs):
            node = Binary(self.take(), node, part())
        return node

    def comparison(self) -> Node:
        node = self.sum()
        return Binary(self.take(), node, self.sum()) if self.next_is(*_COMPARISONS) else node

    def sum(self) -> Node:
        return self.chain(lambda: self.chain(self.factor, "*", "/"), "+", "-")

    def factor(self) -> Node:
        kind, text = self.tokens.pop(0)
        if kind == "number":
            return Constant(Fraction(text))
        if text == "(":
            node = self.sum()
            self.expect(")")
            return node
        if kind != "name":
            raise self.error(f"needs a name or a number before {text!r}" if text else "ends too early")
        return Call(text, self.arguments()) if self.next_is("(") else Name(text)

    def arguments(self) -> tuple[Node, ...]:
        self.expect("(")
        found = [self.sum()]
        while self.next_is(","):
            self.take()
            found.append(self.sum())
        self.expect(")")
        return tuple(found)
