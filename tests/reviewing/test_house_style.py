"""The newsroom's house style goes with each story: into the run, the bundle and the verification."""

from __future__ import annotations

import json
import zipfile

from nisba.gathering import load_story
from nisba.rerunning.project import supplied_files
from nisba.reviewing.bundle import bundle
from nisba.reviewing.published import open_published
from nisba.reviewing.verify import altered
from towns import STORY, Story

NEWSROOM = 'colours.light.rep = "#003366"\ndigits.ar = "arab"\n'


def test_the_newsrooms_file_is_one_of_the_storys(tmp_path):
    """What lies beside the stories is listed, digested and bundled as if it lay in each of them."""
    story = Story(tmp_path / "project")
    shared = story.root / "data" / "raw" / "house.toml"
    shared.write_text(NEWSROOM, "utf-8")
    assert supplied_files(story.root, STORY)["house.toml"] == shared
    story.publish()
    assert "house.toml" in json.loads((story.outputs / "manifest.json").read_text("utf-8"))["inputs"]
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle(story.root, STORY))
    with zipfile.ZipFile(path) as archive:
        assert archive.read(f"data/raw/{STORY}/house.toml").decode() == NEWSROOM
    assert altered(open_published(str(path), story.root), story.root) == ()


def test_a_changed_house_style_is_told(tmp_path):
    """Pages that were made in another look are not what would be made now, and verification says so."""
    story = Story(tmp_path / "project")
    published = open_published(STORY, story.root)
    assert altered(published, story.root) == ()
    (story.root / "data" / "raw" / "house.toml").write_text(NEWSROOM, "utf-8")
    assert [(one.where, one.problem) for one in altered(published, story.root)] == [("house.toml", "was added")]


def test_a_storys_own_file_stands_in_its_place(tmp_path):
    """A story with a house file of its own takes nothing from the newsroom's; its own digits come before both."""
    story = Story(tmp_path / "project")
    raw = story.root / "data" / "raw"
    (raw / "house.toml").write_text(NEWSROOM, "utf-8")
    assert load_story(story.root, STORY).digits == {"ar": "arab"}
    (raw / STORY / "house.toml").write_text('colours.light.com = "#330066"\n', "utf-8")
    loaded = load_story(story.root, STORY)
    assert (loaded.digits, loaded.house.chosen) == ({}, ("com",))
    assert supplied_files(story.root, STORY)["house.toml"].parent.name == STORY
