"""A story: all that people supply, in one folder, ``data/raw/<story>/``."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

from nisba.errors import StoryError
from nisba.gathering.claims import ClaimKind, read_claim
from nisba.gathering.confirming import confirmed
from nisba.gathering.facts import Fact, read_fact
from nisba.gathering.fields import Fields
from nisba.gathering.house import House, load_house, plain_house
from nisba.gathering.originals import Original, read_original
from nisba.gathering.pictures import Picture, read_picture
from nisba.gathering.questions import Formula, Reading, Statement, read_formula, read_reading, read_statement
from nisba.gathering.replies import Reply, read_reply
from nisba.gathering.reviews import FILE as REVIEWS
from nisba.gathering.reviews import Review, read_review
from nisba.gathering.sources import Account, Cited, Release, read_accounts, read_cited, read_releases
from nisba.gathering.texts import Words

_T = TypeVar("_T")
_Day: TypeAlias = date  # in a class that has a field of that name
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")


@dataclass(frozen=True, slots=True)
class Lead:
    """The account that the story reads number by number.

    Args:
        id: short name.
        file: its text in the story's folder, as received.
        language: BCP 47 language of the text.
        outlet: the outlet's name by language.
        sha256: of the bytes as received.
        date: the day that "this year" and "the past six months" are resolved against.
        date_note: where that day comes from, by language.
        address: where it was published; empty where the copy held has none.
        translations: file with our translation, line for line, by language.
        original: the file that the text was taken from; None where the text is what arrived.
        read_on: the day the copy was taken; None: not recorded.
    """

    id: str
    file: str
    language: str
    outlet: Words
    sha256: str
    date: date | None
    date_note: Words
    address: str
    translations: Words
    original: Original | None = None
    read_on: _Day | None = None


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

    def account(self, name: str) -> Account:
        """The account of that id; the lead account is one, whether it has a row or not.

        Raises:
            StoryError: there is none.
        """
        for account in self.accounts:
            if account.id == name:
                return account
        if name == (lead := self.lead).id:
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
        lead=_lead(folder, _table(fields, "lead")),
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
    fields.done()
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
        raise StoryError(path, f"is not valid TOML ({error})", "mend that line") from error


def _table(fields: Fields, key: str) -> Fields:
    return Fields(fields.path, key, fields.take(key, dict))


def _each(fields: Fields, key: str, read: Callable[[str, Fields], _T]) -> tuple[_T, ...]:
    tables = fields.take(key, dict, {})
    return tuple(read(name, Fields(fields.path, f"{key}.{name}", table)) for name, table in tables.items())


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


def _lead(folder: Path, fields: Fields) -> Lead:
    original = fields.take("original", dict, None)
    lead = Lead(
        fields.text("id"),
        fields.text("file"),
        fields.text("language"),
        fields.words("outlet"),
        fields.text("sha256"),
        fields.day("date"),
        fields.words("date_note", {}),
        fields.text("address", ""),
        fields.words("translations", {}),
        read_original(folder, Fields(fields.path, "lead.original", original)) if original else None,
        fields.day("read_on"),
    )
    fields.done()
    text = folder / lead.file
    if not text.exists():
        raise fields.problem(f"file = {lead.file!r} is not in the folder", "put the text there, as received")
    found = hashlib.sha256(text.read_bytes()).hexdigest()
    if found != lead.sha256:
        raise fields.problem(f"{lead.file} has the SHA-256 {found}", "restore the text as received, or record its hash")
    return lead


def _correction(fields: Fields, table: Mapping[str, Any]) -> Correction:
    entry = Fields(fields.path, "corrections", table)
    day, words = entry.needed_day("date"), entry.words("words")
    number = entry.text("number", "")
    values = (str(entry.interval("was")), str(entry.interval("now"))) if number else ("", "")
    correction = Correction(day, words, number, *values)
    entry.done()
    return correction
