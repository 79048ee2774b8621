"""Outlines: SVG path data in as few characters as possible.

A path is read in matplotlib's notation (absolute M, L, Q, C and Z) and written in relative commands. Each point is
rounded where it stands and differences are taken between rounded points, so rounding errors do not add up. A quadratic
curve whose control point mirrors the last one's, as in TrueType's implied points, is written by its end alone.
"""

from __future__ import annotations

from functools import lru_cache

_POINTS = {"M": 1, "L": 1, "Q": 2, "C": 3, "z": 0, "Z": 0}


@lru_cache(maxsize=4096)  # a letter is written anew for each drawing that it stands in
def outline(data: str, *, scale: float = 1.0, shift: tuple[float, float] = (0.0, 0.0), decimals: int = 1) -> str:
    """The same outline, scaled, shifted and rounded.

    Args:
        data: path data with absolute commands.
        scale: factor of all coordinates.
        shift: added to all coordinates after scaling.
        decimals: decimals that are kept.

    Raises:
        ValueError: the data holds another command.
    """
    pen = _Pen(10**decimals)
    parts = iter(data.split())
    for command in parts:
        if command not in _POINTS:
            raise ValueError(f"{command!r} is no command of matplotlib's outlines")
        ends = []
        for _ in range(_POINTS[command]):
            x, y = float(next(parts)), float(next(parts))
            ends.append((x * scale + shift[0], y * scale + shift[1]))
        pen.draw(command, ends)
    return pen.written()


class _Pen:
    """Writes relative commands, in whole steps of a grid."""

    def __init__(self, grid: int) -> None:
        self.grid = grid
        self.at = self.begin = self.control = (0, 0)
        self.pieces: list[str] = []
        self.last = ""

    def draw(self, command: str, ends: list[tuple[float, float]]) -> None:
        points = [(round(x * self.grid), round(y * self.grid)) for x, y in ends]
        if command in "zZ":
            self.put("z", [])
            self.at = self.begin
            return
        steps = [(x - self.at[0], y - self.at[1]) for x, y in points]
        if command == "M":
            self.put("M", [*points[0]])
            self.begin = points[0]
        elif command == "Q" and self.mirrored(points[0]):
            self.put("t", [*steps[1]])
        elif command != "L":
            self.put(command.lower(), [part for step in steps for part in step])
        elif steps[0][1] == 0 and steps[0][0]:
            self.put("h", [steps[0][0]])
        elif steps[0][0] == 0 and steps[0][1]:
            self.put("v", [steps[0][1]])
        elif steps[0] != (0, 0):
            self.put("l", [*steps[0]])
        if command == "Q":
            mirrored = self.pieces and self.last == "t"
            self.control = (
                (2 * self.at[0] - self.control[0], 2 * self.at[1] - self.control[1]) if mirrored else points[0]
            )
        self.at = points[-1]

    def mirrored(self, control: tuple[int, int]) -> bool:
        """The control point is the last one's mirror image, to one step of the grid."""
        return self.last in {"q", "t"} and all(
            abs(2 * here - before - now) <= 1 for here, before, now in zip(self.at, self.control, control, strict=True)
        )

    def put(self, command: str, numbers: list[int]) -> None:
        repeats = command == self.last and command not in "Mz"
        self.pieces.append("" if repeats else command)
        for n, number in enumerate(numbers):
            text = _number(number, self.grid)
            glued = text.startswith("-") or (n == 0 and not repeats)
            self.pieces.append(text if glued else f" {text}")
        self.last = command

    def written(self) -> str:
        return "".join(self.pieces)


def _number(steps: int, grid: int) -> str:
    if grid == 1:
        return str(steps)
    text = f"{steps / grid:.{len(str(grid)) - 1}f}".rstrip("0").rstrip(".")
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
