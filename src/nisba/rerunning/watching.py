"""Watching a story: what people save is run and published again at once, with kernels that stand ready.

The only module that knows watchfiles.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from watchfiles import Change, watch

from nisba.errors import NisbaError, RunError
from nisba.gathering.house import FILE as HOUSE
from nisba.rerunning.digests import package_digest, sha256
from nisba.rerunning.lock import only_one
from nisba.rerunning.notebooks import read_notebooks
from nisba.rerunning.project import notebooks_of
from nisba.rerunning.serving import News
from nisba.rerunning.settings import DEFAULT, Settings
from nisba.rerunning.staging import OWN

if TYPE_CHECKING:
    from nisba.rerunning.kernels import Kernels

_QUIET_MILLISECONDS = 50
"""A save is over when nothing happened for so long: editors write in several steps."""
_LONGEST_MILLISECONDS = 200
_ITS_OWN = ("~", ".swp", ".tmp", ".part")


class Warm:
    """Kernels that outlive a run: those that the next one will want stand ready when it comes.

    A run that fails or is stopped ends them with all their processes; then new ones are started.

    Args:
        place: a folder for what they need.
        ahead: how many stand ready.
    """

    def __init__(self, place: Path, ahead: int) -> None:
        self._place, self._ahead = place, ahead
        self._turns = count(1)
        self._modules: frozenset[str] = frozenset()
        self._kernels: Kernels | None = None

    @contextmanager
    def held(self, place: Path, modules: tuple[str, ...], most: int) -> Iterator[Kernels]:  # noqa: ARG002 - of a run's own
        """Kernels for one run."""
        kernels = self.ready(modules, most)
        try:
            yield kernels
        except BaseException:
            self.close()
            raise
        kernels.expect(self._ahead)

    def ready(self, modules: tuple[str, ...], most: int) -> Kernels:
        """Kernels that import these modules before their first cell; started now, if they are not there."""
        from nisba.rerunning.kernels import Kernels  # noqa: PLC0415 - heavy

        if self._kernels is not None and self._modules >= {*modules}:
            return self._kernels
        self.close()
        self._modules = frozenset(modules)
        self._kernels = Kernels(self._place / f"{next(self._turns)}", modules, most=max(most, self._ahead))
        self._kernels.expect(self._ahead)
        return self._kernels

    def close(self) -> None:
        """End them."""
        if self._kernels is not None:
            self._kernels.close()
        self._kernels, self._modules = None, frozenset()


def watch_story(
    project: Path,
    story: str,
    run: Callable[[Settings], tuple[Path, ...]],
    news: News,
    say: Callable[[str], None],
    settings: Settings = DEFAULT,
) -> None:
    """Run a story, and again whenever a file of it or a notebook is saved, until interrupted.

    Args:
        project: its folder.
        story: folder name in ``data/raw/``.
        run: runs the story as the settings say; the published pages.
        news: told of each run.
        say: told the same, in a sentence.
        settings: how to carry the runs out.
    """
    code = package_digest()
    with _warm(project, story, settings.beside) as warm:
        held = replace(settings, held=warm.held)

        def again() -> None:
            _tell(partial(_run, run, held, code), news, say)
            _make_ready(warm, project, settings.beside)

        for names in saved(project, story):
            if names:
                say(f"saved: {', '.join(names)}")
            again()


def _run(run: Callable[[Settings], tuple[Path, ...]], settings: Settings, code: str) -> tuple[Path, ...]:
    """Run, unless the code is no longer what is installed: the keys of what is made would name another."""
    if package_digest() != code:
        raise RunError("nisba", "was itself changed, and runs here as it was", "start nisba watch again")
    return run(settings)


def saved(project: Path, story: str) -> Iterator[tuple[str, ...]]:
    """The names of files of a story, and of notebooks, that were saved, added or removed; as they are.

    The first has no names: it says that from now on no save is missed, so that the first run can begin.
    """
    raw = project / "data" / "raw"  # the house style of the newsroom lies there, beside the stories
    folders = [folder for folder in (raw, notebooks_of(project)) if folder.is_dir()]
    begun = False
    for changes in watch(
        *folders,
        watch_filter=partial(_is_work, raw, story),
        step=_QUIET_MILLISECONDS,
        debounce=_LONGEST_MILLISECONDS,
        rust_timeout=_LONGEST_MILLISECONDS,
        yield_on_timeout=True,
    ):
        if changes or not begun:
            begun = True
            yield tuple(sorted({Path(path).name for _, path in changes}))


def _is_work(raw: Path, story: str, change: Change, path: str) -> bool:  # noqa: ARG001 - the library's signature
    """Whether a file is a person's work on this story; not what an editor or JupyterLab keeps beside it."""
    place = Path(path)
    if place.is_relative_to(raw) and place.relative_to(raw).parts[0] not in (story, HOUSE):
        return False  # another story's
    hidden = any(part.startswith(".") for part in place.parts[-2:])
    return not hidden and not place.name.endswith(_ITS_OWN) and not place.is_dir()


def _tell(run: Callable[[], tuple[Path, ...]], news: News, say: Callable[[str], None]) -> None:
    """Run once, and tell how it went; a mistake that a person can mend does not end the watch."""
    news.tell(busy=True)
    begun = perf_counter()
    try:
        pages = run()
    except NisbaError as error:
        news.tell(busy=False, problem=str(error))
        say(str(error))
        return
    before, now = news.state.pages, {page.name: sha256(page.read_bytes()) for page in pages}
    other = [name for name in now if before.get(name) != now[name]]
    news.tell(busy=False, problem="", pages=now)
    say(f"published in {perf_counter() - begun:.1f} seconds: {', '.join(other) or 'no page changed'}")


def _make_ready(warm: Warm, project: Path, beside: int) -> None:
    """Have kernels and libraries stand ready for the next save."""
    from nisba.rerunning import making  # noqa: F401, PLC0415 - so that the next run has it
    from nisba.rerunning.working import imported  # noqa: PLC0415 - the same

    try:
        modules = imported(read_notebooks(notebooks_of(project)))
    except NisbaError:
        return  # the run has said so
    warm.ready(modules, max(beside, 2))


@contextmanager
def _warm(project: Path, story: str, beside: int) -> Iterator[Warm]:
    own = project / OWN
    with only_one(own / f"{story}.watch.lock"):
        for stale in own.glob(f"watch-{story}.*"):  # of a watch that was killed: we hold the lock
            shutil.rmtree(stale, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=f"watch-{story}.", dir=own, ignore_cleanup_errors=True) as place:
            warm = Warm(Path(place), max(beside, 2))
            try:
                yield warm
            finally:
                warm.close()
