"""Contrast of two colours, and a colour near by that would pass: WCAG 2.2, success criteria 1.4.3 and 1.4.11."""

from __future__ import annotations

import re

COLOUR = re.compile(r"#[0-9a-f]{6}")
"""How colours are written: six hexadecimal digits of sRGB."""
_STEPS = 64
_BLACK, _WHITE = (0, 0, 0), (255, 255, 255)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21: (L1 + 0.05) / (L2 + 0.05), the lighter above.

    Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    lighter, darker = sorted((_luminance(_parts(one)), _luminance(_parts(other))), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def passing(colour: str, ground: str, least: float) -> str:
    """The nearest mixture of a colour with black or white whose contrast with the ground is at least so much.

    One of the two always reaches 4.5: a ground too light for white is dark enough beside black.
    """
    found = [
        (step, mixed)
        for end in (_BLACK, _WHITE)
        for step in range(_STEPS + 1)
        if contrast(mixed := _mixed(_parts(colour), end, step), ground) >= least
    ]
    return min(found)[1]


def _mixed(colour: tuple[int, ...], end: tuple[int, int, int], step: int) -> str:
    parts = ((one * (_STEPS - step) + other * step) // _STEPS for one, other in zip(colour, end, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


def _luminance(parts: tuple[int, ...]) -> float:
    """Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    shares = [part / 255 for part in parts]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
