"""What may be added, subtracted and divided: like with like.

The rules are those of any careful desk. Adding needs the same thing counted, in other places or other periods. A share
needs a part of the same whole in the same period. A comparison over time needs the same thing in the same places. A rate
of one thing per another needs the same places and the same period.
"""

from __future__ import annotations

from nisba.checking.numbers import Scope
from nisba.errors import ScopeError

PURE = Scope()
"""The scope of ratios, constants and lengths of periods: nothing is counted."""


def combined(sign: str, left: Scope, right: Scope, formula: str) -> Scope:
    """The scope of ``left sign right``.

    Raises:
        ScopeError: the two may not be combined so; ``reason`` says why.
    """
    if not right.what or not left.what:
        return left if left.what else right
    match sign:
        case "+":
            return _added(left, right, formula)
        case "-":
            return _subtracted(left, right, formula)
        case "/":
            _divided(left, right, formula)
    return PURE


def _same_thing(left: Scope, right: Scope, formula: str) -> None:
    if left.what != right.what:
        raise ScopeError(formula, "other-thing", f"{left.what} are not {right.what}")


def _added(left: Scope, right: Scope, formula: str) -> Scope:
    _same_thing(left, right, formula)
    if left.when == right.when:
        if left.where & right.where:
            raise ScopeError(formula, "other-place", f"the places overlap: {_places(left.where & right.where)}")
        return Scope(left.what, left.where | right.where, left.when)
    if left.where != right.where:
        raise ScopeError(formula, "other-place", f"{_places(left.where)} and {_places(right.where)}, in other periods")
    return Scope(left.what, left.where, None)


def _subtracted(left: Scope, right: Scope, formula: str) -> Scope:
    _same_thing(left, right, formula)
    if left.where == right.where:
        when = left.when.less(right.when) if left.when and right.when else None
        return Scope(left.what, left.where, when)
    if left.when == right.when and right.where < left.where:
        return Scope(left.what, left.where - right.where, left.when)
    raise ScopeError(formula, "other-place", f"{_places(right.where)} is not {_places(left.where)}")


def _divided(left: Scope, right: Scope, formula: str) -> None:
    if left.where != right.where and not (
        left.what == right.what and left.when == right.when and left.where < right.where
    ):
        raise ScopeError(formula, "other-place", f"one covers {_places(left.where)}, the other {_places(right.where)}")
    if left.what != right.what and left.when != right.when:
        raise ScopeError(formula, "other-period", f"{left.what} and {right.what} are of other periods")


def _places(where: frozenset[str]) -> str:
    return " and ".join(sorted(where)) or "no place"
