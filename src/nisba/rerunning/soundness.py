"""Whether an executed notebook really ran to its end, and its content without what differs from run to run.

Papermill marks cells as completed that never ran, after a dead kernel, a timeout, or ``sys.exit(0)``. So the notebook
itself is read: every cell counted, no error, nothing that names this machine or a place in its memory.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from nisba.errors import RunError
from nisba.rerunning.notebooks import is_code

INJECTED = "injected-parameters"
_ADDRESS = re.compile(r"\b0x[0-9a-f]{6,}\b")
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_IN_A_THREAD = re.compile(r"^Exception in thread .*(?:\n.*)*?\n(?P<last>\S.*)\Z", re.MULTILINE)  # threading.excepthook
_WORDS = ("text/plain", "text/html", "text/markdown")


def check(file: str, content: Any, private: Collection[str]) -> None:
    """Refuse a notebook that did not run whole, or whose outputs would differ elsewhere.

    Args:
        file: name of the notebook.
        content: the executed notebook.
        private: words that no output may hold (paths of this machine).

    Raises:
        RunError: with the first cell at fault.
    """
    for count, cell in enumerate((cell for cell in content.cells if is_code(cell)), start=1):
        place = place_of(content, cell)
        if any(output.output_type == "error" for output in cell.outputs):
            raise RunError(file, f"{place} stopped the notebook", "let every cell run to its end")
        if cell.execution_count != count:
            raise RunError(file, f"{place} did not run", "let every cell before it run to its end")
        hidden = _IN_A_THREAD.search("".join(_printed(cell, "stderr")).strip())
        if hidden:
            raise RunError(file, f"{place} failed in a thread: {hidden['last']}", "nothing was published")
        for text in _texts(cell):
            _check_text(file, place, text, private)


def tidy(content: Any) -> Any:
    """Take out of an executed notebook what tells when, where and by which version it ran (in place)."""
    content.metadata.pop("papermill", None)
    content.metadata.get("language_info", {}).pop("version", None)
    for cell in content.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
        if INJECTED in cell.metadata.get("tags", ()):
            cell["id"] = INJECTED  # papermill gives it a random one
        if not cell.metadata.get("tags", True):
            del cell.metadata["tags"]
    return content


def place_of(content: Any, cell: Any) -> str:
    """How a person finds a cell: its number among the code cells, and its id."""
    code = [one for one in content.cells if is_code(one)]
    number = next((n for n, one in enumerate(code, start=1) if one.get("id") == cell.get("id")), 0)
    return f"cell {number} ({cell.get('id', 'without id')})"


def traceback_tail(lines: Collection[str]) -> str:
    """The last line of the person's own code in a traceback, without colours; empty where there is none."""
    text = _COLOURS.sub("", "\n".join(lines))
    arrows = [line.strip() for line in text.splitlines() if line.lstrip().startswith("---->")]
    return " ".join(arrows[-1].removeprefix("---->").split()) if arrows else ""


def last_words(cell: Any) -> str:
    """The last line that a cell printed as an error; empty where it printed none."""
    lines = "".join(_printed(cell, "stderr")).split("\n") if cell is not None else []
    return next((_COLOURS.sub("", line) for line in reversed(lines) if line.strip()), "")


def _check_text(file: str, place: str, text: str, private: Collection[str]) -> None:
    if _ADDRESS.search(text):
        raise RunError(file, f"{place} shows a memory address", "end the cell with a value that people can read, or ;")
    if any(word in text for word in private):
        raise RunError(file, f"{place} shows a path of this machine", "show paths relative to the project")


def _printed(cell: Any, stream: str) -> Iterator[str]:
    yield from (one.text for one in cell.outputs if one.output_type == "stream" and one.name == stream)


def _texts(cell: Any) -> Iterator[str]:
    """All that a cell shows as words."""
    for output in cell.outputs:
        if output.output_type == "stream":
            yield output.text
        elif "data" in output:
            yield from (output.data[kind] for kind in _WORDS if kind in output.data)
