"""Everything nisba refuses to do, and what to do about it.

Each error keeps its fields, for programs, and says one sentence, for people: what is wrong, where, and the way out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


class NisbaError(Exception):
    """Base of all errors that a person can mend; the command line prints them without a traceback."""


class StoryError(NisbaError):
    """Something that people supply (a file in ``data/raw/<story>/``) is missing or cannot be understood.

    Args:
        path: the file at fault.
        problem: what is wrong, without a full stop.
        remedy: what would be right, without a full stop.
        line: 1-based line, where one is known.
    """

    def __init__(self, path: Path | str, problem: str, remedy: str, line: int | None = None) -> None:
        self.path, self.problem, self.remedy, self.line = Path(path), problem, remedy, line
        place = f"{self.path.name}:{line}" if line else self.path.name
        super().__init__(f"{place}: {problem}; {remedy}.")


class StoryMistakesError(StoryError):
    """Several mistakes in what people supply, so that they are mended in one go; a line each."""

    def __init__(self, errors: Sequence[StoryError]) -> None:
        first = errors[0]
        super().__init__(first.path, first.problem, first.remedy, first.line)
        self.errors = tuple(errors)
        self.args = ("\n".join(map(str, errors)),)


def raise_all(errors: Sequence[StoryError]) -> None:
    """Raise what was found wrong, all of it at once; nothing where nothing was."""
    if errors:
        raise errors[0] if len(errors) == 1 else StoryMistakesError(errors)


class ReportError(NisbaError):
    """A report cannot be read as text."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        self.path, self.problem, self.remedy = Path(path), problem, remedy
        super().__init__(f"{self.path.name}: {problem}; {remedy}.")


class FormulaError(NisbaError):
    """A formula cannot be parsed, names an unknown number, or is refused by the rules of what may be compared."""

    def __init__(self, formula: str, problem: str, remedy: str) -> None:
        self.formula, self.problem, self.remedy = formula, problem, remedy
        super().__init__(f"formula {formula!r}: {problem}; {remedy}.")

    def at(self, path: Path, line: int | None, key: str) -> None:
        """Say where the formula stands."""
        place = f"{path.name}:{line}" if line else path.name
        self.args = (f"{place}: [{key}] {self.args[0]}",)


class ScopeError(FormulaError):
    """Two numbers may not be compared or added: they count other things, places or periods.

    Args:
        formula: the formula.
        reason: ``other-thing``, ``other-place`` or ``other-period``.
        problem: what differs, without a full stop.
    """

    def __init__(self, formula: str, reason: str, problem: str) -> None:
        self.reason = reason
        super().__init__(formula, problem, "compare or add only what counts the same thing, in the same places")


class ProseError(NisbaError):
    """A numeral on the page is not bound to its source or its sum, or a name in the prose is unknown."""

    def __init__(self, path: Path | str, line: int, problem: str, remedy: str) -> None:
        self.path, self.line, self.problem, self.remedy = Path(path), line, problem, remedy
        super().__init__(f"{self.path.name}:{line}: {problem}; {remedy}.")


class PageError(NisbaError):
    """Everything that is wrong with the prose of a page, so that a writer mends it in one go; one line each."""

    def __init__(self, errors: tuple[ProseError, ...]) -> None:
        self.errors = errors
        super().__init__("\n".join(str(error) for error in errors))


class ParameterError(NisbaError):
    """A parameter of a run is unknown, or its value is not one of those allowed."""

    def __init__(self, name: str, problem: str, allowed: tuple[str, ...]) -> None:
        self.name, self.problem, self.allowed = name, problem, allowed
        super().__init__(f"parameter {name}: {problem}; allowed: {', '.join(allowed)}.")


class RunError(NisbaError):
    """A notebook did not finish as it should; nothing was published."""

    def __init__(self, notebook: str, problem: str, remedy: str) -> None:
        self.notebook, self.problem, self.remedy = notebook, problem, remedy
        super().__init__(f"{notebook}: {problem}; {remedy}.")


class BundleError(NisbaError):
    """A bundle or a folder of outputs cannot be read, made or trusted.

    Args:
        path: the bundle or folder.
        problem: what is wrong, without a full stop.
        remedy: what to do, without a full stop.
    """

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        self.path, self.problem, self.remedy = Path(path), problem, remedy
        super().__init__(f"{self.path.name}: {problem}; {remedy}.")


class CorrectionError(NisbaError):
    """A run would change published numbers of which no correction tells; nothing was published.

    Args:
        story: the story's folder name.
        numbers: name, published value and new value of each, in the plain notation.
    """

    def __init__(self, story: str, numbers: tuple[tuple[str, str, str], ...]) -> None:
        self.story, self.numbers = story, numbers
        told = ", ".join(f"{name} {was} → {now}" for name, was, now in numbers)
        super().__init__(
            f"{story}: published numbers would change without a correction ({told}); add [[corrections]] with number, "
            f"was and now to story.toml, or say on the page that there is none: --allow-uncorrected."
        )


class PaperError(NisbaError):
    """A page could not be printed.

    Args:
        problem: what is wrong, as the end of a sentence.
        remedy: what the person at the desk can do.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        self.problem, self.remedy = problem, remedy
        super().__init__(f"No PDF: {problem}; {remedy}.")
