"""A story: all that people supply, in one folder, ``data/raw/<story>/``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from nisba.errors import StoryError
from nisba.gathering.claims import ClaimKind, read_claim
from nisba.gathering.confirming import confirmed
from nisba.gathering.facts import Fact, read_fact
from nisba.gathering.fields import Fields
from nisba.gathering.house import House, load_house, plain_house
from nisba.gathering.lead import Lead, no_lead, read_lead
from nisba.gathering.pictures import Picture, read_picture
from nisba.gathering.questions import Formula, Reading, Statement, read_formula, read_reading, read_statement
from nisba.gathering.replies import Reply, read_reply
from nisba.gathering.reviews import FILE as REVIEWS
from nisba.gathering.reviews import Review, read_review
from nisba.gathering.sources import Account, Cited, Release, read_accounts, read_cited, read_releases
from nisba.gathering.texts import Words

_T = TypeVar("_T")
_FIGURES = ("cited.toml", "releases.csv")
_LINE = re.compile(r"at line (\d+)")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction to a published version.

    Args:
        date: the day it was made.
        words: what was wrong and is now right, by language.
        number: the number it corrects; empty where it corrects words only.
        was: the value that was published, in the plain notation, such as ``13``.
        now: the value that is right.
    """

    date: date
    words: Words
    number: str = ""
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Everything that people supply for one story; see ``docs/adding_a_story.md`` for each part."""

    id: str
    folder: Path
    title: Words
    languages: tuple[str, ...]
    lead: Lead
    baseline: str
    reference: str
    shown_accounts: tuple[str, ...]
    shown_facts: tuple[str, ...]
    flows: tuple[str, ...]
    facts: tuple[Fact, ...]
    cited: tuple[Cited, ...]
    accounts: tuple[Account, ...]
    releases: tuple[Release, ...]
    formulas: tuple[Formula, ...]
    readings: tuple[Reading, ...]
    statements: tuple[Statement, ...]
    pictures: tuple[Picture, ...]
    places: Mapping[str, Words]
    measures: Mapping[str, Words]
    claims: tuple[ClaimKind, ...]
    caveats: tuple[Words, ...]
    corrections: tuple[Correction, ...]
    reviews: tuple[Review, ...]
    published: date | None
    withheld: tuple[str, ...]
    digits: Words
    address: str
    bom: bool
    awaiting: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    house: House = field(default_factory=plain_house)

    @property
    def candidates(self) -> tuple[Cited, ...]:
        """The cited figures that the comparison can be made with, the default first; none where the story names no baseline."""
        return tuple(cited for cited in self.cited if cited.name == self.baseline)

    def account(self, name: str) -> Account:
        """The account of that id; the lead account is one, whether it has a row or not.

        Raises:
            StoryError: there is none.
        """
        for account in self.accounts:
            if account.id == name:
                return account
        if (lead := self.lead).held and name == lead.id:
            return Account(lead.id, lead.outlet, lead.language, lead.address, "", "", "", {}, {}, file=lead.file)
        known = ", ".join(account.id for account in self.accounts)
        raise StoryError(self.folder / "accounts.csv", f"has no account {name}", f"known: {known}")


def story_folder(root: Path | str, story: str) -> Path:
    """The folder of a story below a project's root.

    Raises:
        StoryError: the name is no folder name of a story, or there is no such folder.
    """
    raw = Path(root) / "data" / "raw"
    known = sorted(path.parent.name for path in raw.glob("*/story.toml"))
    if not _SLUG.fullmatch(story) or story not in known:
        raise StoryError(raw, f"there is no story {story!r}", f"stories here: {', '.join(known) or 'none'}")
    return raw / story


def load_story(root: Path | str, story: str) -> Story:
    """Read and check everything in ``data/raw/<story>/``.

    Raises:
        StoryError: something is missing, misspelt, of the wrong type, or not the text that was received.
    """
    folder = story_folder(root, story)
    path = folder / "story.toml"
    tables, awaiting = confirmed(_toml(path), path)
    fields = Fields(path, "story", tables)
    loaded = Story(
        id=story,
        folder=folder,
        title=fields.words("title"),
        lead=_lead(folder, fields),
        baseline=fields.text("baseline", ""),
        reference=fields.text("reference", ""),
        shown_accounts=fields.list("shown_accounts"),
        shown_facts=fields.list("shown_facts"),
        flows=fields.list("flows"),
        facts=_each(fields, "facts", read_fact),
        cited=_cited(folder / "cited.toml"),
        accounts=read_accounts(folder / "accounts.csv"),
        releases=read_releases(folder / "releases.csv"),
        formulas=_each(fields, "computed", read_formula),
        readings=_each(fields, "readings", read_reading),
        statements=_each(fields, "statements", read_statement),
        pictures=_each(fields, "charts", read_picture),
        places=fields.take("places", dict, {}),
        measures=fields.take("measures", dict, {}),
        claims=_each(fields, "claims", read_claim),
        caveats=tuple(fields.take("caveats", list, [])),
        corrections=tuple(_correction(fields, table) for table in fields.take("corrections", list, [])),
        reviews=_reviews(folder / REVIEWS),
        published=fields.day("published"),
        withheld=fields.list("withheld"),
        address=fields.text("address", ""),
        bom=fields.take("bom", bool, False),  # noqa: FBT003 - the default, after its type
        awaiting=awaiting,
        replies=tuple(read_reply(fields, table) for table in fields.take("replies", list, [])),
        **_styled(folder, fields),
    )
    fields.finish()
    return loaded


def _styled(folder: Path, fields: Fields) -> Mapping[str, Any]:
    """What the house decides, and the story may decide otherwise."""
    house = load_house(folder)
    return {
        "house": house,
        "languages": fields.list("languages") or house.languages,
        "digits": {**house.digits, **fields.words("digits", {})},
    }


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        raise StoryError(path, f"is not valid TOML ({error})", "mend it", int(line[1]) if line else None) from error
    except UnicodeDecodeError as error:
        raise StoryError(path, "is no UTF-8 text", "save it as UTF-8") from error


def _lead(folder: Path, fields: Fields) -> Lead:
    """The lead account; none where the story has figures alone.

    Raises:
        StoryError: its table is wrong, or is missing where there are no other figures.
    """
    table = fields.take("lead", dict, {})
    if not table and not any((folder / name).exists() for name in _FIGURES):
        raise fields.problem(
            "has no lead", f"add [lead] with the report that arrived, or figures: {', '.join(_FIGURES)}"
        )
    return read_lead(folder, Fields(fields.path, "lead", table)) if table else no_lead()


def _each(fields: Fields, key: str, read: Callable[[str, Fields], _T]) -> tuple[_T, ...]:
    found: list[_T] = []
    for name, table in fields.take(key, dict, {}).items():
        inner = Fields(fields.path, f"{key}.{name}", table if isinstance(table, dict) else {})
        try:
            if not isinstance(table, dict):
                raise fields.problem(f"{key}.{name} is {table!r}", f"write a table: [{key}.{name}]", key)
            found.append(read(name, inner))
        except StoryError as error:
            fields.errors.append(error)
    return tuple(found)


def _cited(path: Path) -> tuple[Cited, ...]:
    if not path.exists():
        return ()
    return tuple(read_cited(name, Fields(path, name, table)) for name, table in _toml(path).items())


def _reviews(path: Path) -> tuple[Review, ...]:
    if not path.exists():
        return ()
    fields = Fields(path, "file", _toml(path))
    found = tuple(read_review(fields, table) for table in fields.take("reviews", list, []))
    fields.done()
    return found


def _correction(fields: Fields, table: Mapping[str, Any]) -> Correction:
    entry = Fields(fields.path, "corrections", table)
    day, words = entry.needed_day("date"), entry.words("words")
    number = entry.text("number", "")
    values = (str(entry.interval("was")), str(entry.interval("now"))) if number else ("", "")
    correction = Correction(day, words, number, *values)
    entry.done()
    return correction
