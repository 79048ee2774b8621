"""The reviewer's kit: questions beside each headline number, another route to it, and a sign-off on what was read."""

from __future__ import annotations

import json
import tomllib
from datetime import date

import pytest

from nisba.cli import main
from nisba.errors import BundleError
from nisba.explaining.signing import signatures, stale
from nisba.gathering import load_story
from nisba.reviewing.published import open_published
from nisba.reviewing.review import FORM, NOTEBOOK, evidence_of, sign, write_kit

DAY = date(2025, 8, 1)


def _opened(story):
    return load_story(story.root, "two-towns"), open_published("two-towns", story.root)


def _kit(story, tmp_path):
    paths = write_kit(*_opened(story), tmp_path / "kit", "en")
    assert [path.name for path in paths] == [FORM, NOTEBOOK]
    return tomllib.loads(paths[0].read_text("utf-8"))


def test_form(story, tmp_path):
    """Each headline number has its value filled in and its questions open."""
    asked = _kit(story, tmp_path)
    assert asked["boats-north"] == {"value": "40", "recomputed": "", "source": "", "assumption": "", "comment": ""}
    assert "# 40 of them went out." in (tmp_path / "kit" / FORM).read_text("utf-8")


def test_answers_stay_with_the_number(story, tmp_path):
    """Answers survive a rerun; where the number changed, they say for which value they were given."""
    _kit(story, tmp_path)
    path = tmp_path / "kit" / FORM
    path.write_text(path.read_text("utf-8").replace('comment = ""', 'comment = "who \\"counted\\"?"'), "utf-8")
    story.publish(boats_north="39")
    again = _kit(story, tmp_path)
    assert again["boats-north"]["comment"] == again["boats-south"]["comment"] == 'who "counted"?'
    assert (again["boats-north"]["value"], again["boats-north"]["answered_for"]) == ("39", "40")
    assert "answered_for" not in again["boats-south"]
    assert _kit(story, tmp_path)["boats-north"]["answered_for"] == "40"


def test_broken_form(story, tmp_path):
    """A form that cannot be read is not overwritten."""
    _kit(story, tmp_path)
    (tmp_path / "kit" / FORM).write_text("[boats-north", "utf-8")
    with pytest.raises(BundleError, match="is not valid TOML"):
        _kit(story, tmp_path)
    assert (tmp_path / "kit" / FORM).read_text("utf-8") == "[boats-north"


def test_another_route(root, tmp_path):
    """The first story's headline numbers come out again from plain fractions and calendar days."""
    published = open_published("centcom-2024h1", root)
    _, path = write_kit(load_story(root, "centcom-2024h1"), published, tmp_path, "en")
    found: dict[str, object] = {}
    cells = json.loads(path.read_text("utf-8"))["cells"]
    for cell in cells:
        if cell["cell_type"] == "code":
            exec(cell["source"], found)
    assert (str(found["so_far"]), str(found["pace"])) == ("153/121", "27999/91")
    assert "poisson-interval" in cells[-1]["source"]


def test_sign(story):
    """A sign-off counts for the version at hand, and the story says so from then on."""
    review = sign(*_opened(story), "R. Eader", DAY)
    evidence = evidence_of(*_opened(story))
    assert signatures(evidence) == (review,)
    assert stale(evidence) == ()


@pytest.mark.parametrize(
    ("file", "part"), [("cited.toml", "sources"), ("story.toml", "decisions"), ("explainer.en.md", "explainer.en.md")]
)
def test_stale(story, capsys, file, part):
    """When a file it covers changes it is stale, and says since what."""
    sign(*_opened(story), "R. Eader", DAY)
    path = story.root / "data/raw/two-towns" / file
    path.write_text((path.read_text("utf-8") if path.exists() else "") + "# again\n", "utf-8")
    _is_stale(story, part)
    with pytest.raises(SystemExit):
        main(["review", "two-towns", "--root", str(story.root)])
    assert f"R. Eader signed another version; since then changed: {part}." in capsys.readouterr().out


def test_stale_by_a_number(story):
    """A number that comes out otherwise makes it stale, whatever the reason."""
    sign(*_opened(story), "R. Eader", DAY)
    story.publish(boats_south="22")
    _is_stale(story, "numbers")


def _is_stale(story, part):
    evidence = evidence_of(*_opened(story))
    assert signatures(evidence) == ()
    assert [entry.parts for entry in stale(evidence)] == [(part,)]


def test_nothing_unread_is_signed(story):
    """Outputs that were made from other inputs than those at hand cannot be signed."""
    (story.root / "data/raw/two-towns/explainer.en.md").write_text("# New\n", "utf-8")
    with pytest.raises(BundleError, match="its inputs changed after the run; nisba run two-towns, read it, then sign"):
        sign(*_opened(story), "R. Eader", DAY)


def test_nobody_signs(story):
    """A sign-off without a name is refused."""
    with pytest.raises(BundleError, match="a sign-off needs a name; give yours: --as NAME"):
        sign(*_opened(story), " ", DAY)


def test_command(story, capsys):
    """The command signs, and says how the page comes to show it."""
    with pytest.raises(SystemExit) as left:
        main(["review", "two-towns", "--sign", "--as", "R. Eader", "--date", "2025-08-01", "--root", str(story.root)])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("R. Eader signed ")
    entry = tomllib.loads((story.root / "data/raw/two-towns/reviews.toml").read_text("utf-8"))["reviews"][0]
    assert (entry["name"], entry["date"]) == ("R. Eader", DAY)


def test_a_page_sees_its_own_part(story, tmp_path):
    """A page built beside one file of prose only is signed by a sign-off on all; another language's change is not its."""
    folder = story.root / "data/raw/two-towns"
    for name in ("explainer.en.md", "explainer.ar.md"):
        (folder / name).write_text("# Read\n", "utf-8")
    story.publish()
    sign(*_opened(story), "R. Eader", DAY)
    (folder / "explainer.ar.md").write_text("# Read again\n", "utf-8")
    supplied, published = _opened(story)
    assert stale(evidence_of(supplied, published))[0].parts == ("explainer.ar.md",)
    evidence = evidence_of(supplied, published)
    assert [entry.name for entry in signatures(evidence, "explainer.en.md")] == ["R. Eader"]
    assert signatures(evidence, "explainer.ar.md") == ()
