"""Verification: hashes first, then the whole run again; what differs is named, and strangers' code waits for a yes."""

from __future__ import annotations

import pytest

from nisba.cli import main
from nisba.errors import BundleError
from nisba.reviewing.bundle import bundle
from nisba.reviewing.published import open_published
from nisba.reviewing.verify import altered, rerun_differs, strange


def _verify(story, *words):
    with pytest.raises(SystemExit) as left:
        main(["verify", *words, "--root", str(story.root)])
    return left.value.code


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("outputs/two-towns/explainer.en.html", "explainer.en.html: is not the file that was made."),
        ("outputs/two-towns/new.html", "new.html: was added."),
        ("data/raw/two-towns/evening-post.en.txt", "evening-post.en.txt: is not the file that went in."),
        ("notebooks/01_add.ipynb", "01_add.ipynb: is not the file that was run."),
    ],
)
def test_folder(story, capsys, path, says):
    """A changed output, input or notebook of a folder is named, with status 1, and nothing is run."""
    assert altered(open_published("two-towns", story.root), story.root) == ()
    changed = story.root / path
    changed.write_bytes((changed.read_bytes() if changed.exists() else b"") + b" ")
    assert _verify(story, "two-towns") == 1
    assert capsys.readouterr().out == f"{says}\n1 thing was altered.\n"


def test_missing(story):
    """A file that is gone is named."""
    (story.outputs / "explainer.en.html").unlink()
    (found,) = altered(open_published("two-towns", story.root), story.root)
    assert (found.where, found.problem) == ("explainer.en.html", "is missing")


def test_empty_manifest(story, capsys):
    """A manifest that lists nothing is no pass but an error with status 2."""
    (story.outputs / "manifest.json").write_text("{}", "utf-8")
    assert _verify(story, "two-towns") == 2
    assert "lists nothing; make it again with nisba run." in capsys.readouterr().err


def test_hashes_only(story, capsys):
    """Asked for hashes only, it says how many files are sound."""
    assert _verify(story, "two-towns", "--hashes") == 0
    assert capsys.readouterr().out.startswith("Hashes: all ")


def test_strange_notebooks(story, tmp_path, capsys):
    """Notebooks that the person has not got are named and not run before a yes."""
    path = tmp_path / "theirs.zip"
    path.write_bytes(bundle(story.root, "two-towns"))
    (story.root / "notebooks" / "01_add.ipynb").write_text("{}", "utf-8")
    assert strange(open_published(str(path), story.root), story.root / "notebooks") == ("notebooks/01_add.ipynb",)
    assert _verify(story, str(path)) == 2
    assert "a rerun would execute notebooks/01_add.ipynb, not yours; look at them" in capsys.readouterr().err


def test_rerun(story, tmp_path):
    """The rerun happens in a project of its own with the bundle's inputs; what comes out otherwise is named."""
    path = tmp_path / "b.zip"
    path.write_bytes(bundle(story.root, "two-towns"))
    published = open_published(str(path), story.root)
    seen = []

    def make(project, given):
        seen.append((project / "data" / "raw" / given.story / "story.toml").exists())
        for name, content in published.files.items():
            target = project / "outputs" / given.story / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content.replace(b"61", b"62") if name.endswith("html") else content)

    found = rerun_differs(published, story.root, make)
    assert seen == [True]
    assert [(one.where, one.problem) for one in found] == [("explainer.en.html", "has other bytes")]


def test_withheld(story, tmp_path):
    """What lacks an input cannot be rerun, and says which."""
    written = story.root / "data" / "raw" / "two-towns" / "story.toml"
    written.write_text('withheld = ["evening-post.en.txt"]\n' + written.read_text("utf-8"), "utf-8")
    story.publish()
    path = tmp_path / "b.zip"
    path.write_bytes(bundle(story.root, "two-towns"))
    with pytest.raises(BundleError, match=r"holds no evening-post\.en\.txt"):
        rerun_differs(open_published(str(path), story.root), story.root, lambda project, published: None)


def test_nothing_there(story, capsys):
    """A path that is nothing is answered with what would be right."""
    assert _verify(story, "nowhere") == 2
    assert "is no published story, bundle or REVISION:STORY" in capsys.readouterr().err
