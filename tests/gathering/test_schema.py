"""The published JSON Schema of ``story.toml``: it accepts what the program accepts, and knows the same keys."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from nisba.errors import StoryError
from nisba.gathering import load_story

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs" / "story.schema.json").read_text("utf-8"))
STORIES = sorted([*ROOT.glob("data/raw/*/story.toml"), *ROOT.glob("tests/stories/*/data/raw/*/story.toml")])
PROJECT = ROOT / "tests" / "stories" / "two-towns"
#: A line of the small story after which a table of each sort stands, and the table's definition in the schema.
TABLES = {
    "lead": "[lead]\n",
    "fact": "[facts.rescues]\n",
    "computed": "[computed.so-far]\n",
    "reading": "[readings.so-far]\n",
    "statement": "[statements.doubled]\n",
}
MADE = {
    "chart": '[charts.one]\nkind = "bars"\nsubtitle = { en = "one" }\ncaption = { en = "one" }\n',
    "claim": '[claims.one]\nlabel = { en = "one" }\nmultiple = "2"\n',
    "correction": '[[corrections]]\ndate = 2025-01-01\nwords = { en = "one" }\nnumber = "a"\nwas = "1"\nnow = "2"\n',
    "reply": '[[replies]]\nwho = { en = "one" }\n',
    "original": '[lead.original]\nfile = "a"\nformat = "pdf"\nsha256 = "0"\n',
}
#: Keys that are taken out of a table, or looked for in it, before it is read.
CONFIRMING = {"confirmed", "instead"}


def _plain(value):
    """TOML's dates as JSON has them."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_the_stories_are_valid(path):
    """Every story of the project satisfies the schema."""
    jsonschema.validate(_plain(tomllib.loads(path.read_text("utf-8"))), SCHEMA)


def test_the_schema_is_one():
    """It satisfies the meta-schema of its own draft."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["additionalProperties"] is False


def _known(tmp_path, spoil):
    """The keys that the program names when it meets one that it does not know."""
    project = Path(shutil.copytree(PROJECT, tmp_path / "project"))
    path = project / "data" / "raw" / "two-towns" / "story.toml"
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")
    with pytest.raises(StoryError, match="unknown key nobody-knows") as caught:
        load_story(project, "two-towns")
    return set(re.search(r"known here: (.+)\.$", str(caught.value))[1].split(", "))


@pytest.mark.parametrize("name", TABLES)
def test_the_keys_of_a_table(tmp_path, name):
    """A table's properties are the keys that the program asks for."""
    known = _known(tmp_path, lambda text: text.replace(TABLES[name], f"{TABLES[name]}nobody-knows = 1\n", 1))
    assert set(SCHEMA["$defs"][name]["properties"]) - CONFIRMING == known - CONFIRMING


@pytest.mark.parametrize("name", MADE)
def test_the_keys_of_a_table_that_few_stories_have(tmp_path, name):
    """The same for charts, claims, corrections and originals."""
    known = _known(tmp_path, lambda text: f"{text}\n{MADE[name]}nobody-knows = 1\n")
    assert set(SCHEMA["$defs"][name]["properties"]) - CONFIRMING == known - CONFIRMING


def test_the_keys_at_the_top(tmp_path):
    """The tables and the keys above them."""
    known = _known(tmp_path, lambda text: f"nobody-knows = 1\n{text}")
    assert set(SCHEMA["properties"]) - {"confirmed", "prose"} == known


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('what = "rescues"', 'waht = "rescues"'),
        ("date = 2025-07-08", "date = 8"),
        ('quote = "counted 153 rescues"', ""),
    ],
)
def test_a_mistake_is_seen_by_an_editor(was, becomes):
    """What the program refuses, an editor that knows the schema underlines."""
    text = (PROJECT / "data" / "raw" / "two-towns" / "story.toml").read_text("utf-8")
    assert was in text
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(_plain(tomllib.loads(text.replace(was, becomes, 1))), SCHEMA)
