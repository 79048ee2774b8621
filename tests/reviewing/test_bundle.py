"""A bundle: the same bytes every time, everything in it, and no byte of it can be changed unseen."""

from __future__ import annotations

import hashlib
import io
import json
import random
import stat
import subprocess
import sys
import zipfile

import pytest

from nisba.errors import BundleError
from nisba.reviewing.alone import SUMS, WITHHELD, problems, read_folder
from nisba.reviewing.archive import pack, unpack
from nisba.reviewing.bundle import bundle, sums
from towns import Story

MANIFEST = "outputs/two-towns/manifest.json"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The bundle of the story, made once."""
    return bundle(Story(tmp_path_factory.mktemp("made") / "project").root, "two-towns")


@pytest.fixture
def bundled(made, tmp_path):
    """The bundle as a file that a test may spoil."""
    path = tmp_path / "two-towns.zip"
    path.write_bytes(made)
    return path


def test_same_bytes(story, bundled):
    """The same story gives the same bundle, byte for byte."""
    assert bundle(story.root, "two-towns") == bundled.read_bytes()


def test_everything_is_inside(bundled):
    """Inputs, notebooks, outputs, code, metadata of the crate and the program that checks it all lie in the zip."""
    inside = unpack(bundled)
    wanted = {
        "data/raw/two-towns/story.toml",
        "notebooks/01_add.ipynb",
        "outputs/two-towns/explainer.en.html",
        MANIFEST,
        "code/nisba/intervals.py",
        "ro-crate-metadata.json",
        "README.txt",
        "verify.py",
        SUMS,
    }
    assert wanted - inside.keys() == set()
    assert problems(inside) == []


def test_withheld(story):
    """A text that may not be passed on is left out; its digest stays, and the bundle is still whole."""
    written = story.root / "data" / "raw" / "two-towns" / "story.toml"
    written.write_text('withheld = ["evening-post.en.txt"]\n' + written.read_text("utf-8"), "utf-8")
    story.publish()
    path = story.root / "small.zip"
    path.write_bytes(bundle(story.root, "two-towns"))
    inside = unpack(path)
    assert "data/raw/two-towns/evening-post.en.txt" not in inside
    assert b"data/raw/two-towns/evening-post.en.txt" in inside[WITHHELD]
    assert problems(inside) == []


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ("data/raw/two-towns/story.toml", "its inputs changed after the run"),
        ("notebooks/01_add.ipynb", "its notebooks changed after the run"),
        ("outputs/two-towns/explainer.en.html", "its outputs changed after the run"),
    ],
)
def test_only_what_was_run(story, changed, says):
    """Outputs that were not made from what lies beside them are not bundled; the way out is said."""
    path = story.root / changed
    path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(BundleError, match=says) as refused:
        bundle(story.root, "two-towns")
    assert str(refused.value).endswith("; nisba run two-towns, then bundle it.")


def test_alone(bundled, tmp_path):
    """Unpacked, ``python verify.py`` accepts it with the standard library alone, and names what is altered, or added."""
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(bundled) as archive:
        archive.extractall(folder)

    def check():
        return subprocess.run(
            [sys.executable, "-I", "verify.py"], cwd=folder, capture_output=True, text=True, check=False
        )

    good = check()
    assert (good.returncode, good.stderr) == (0, "")
    assert good.stdout.startswith(f"All {len(read_folder(folder))} files are what they were. Fingerprint")
    (folder / "outputs" / "two-towns" / "explainer.en.html").write_text("<p>62</p>\n", "utf-8")
    (folder / "extra.txt").symlink_to("README.txt")
    bad = check()
    assert bad.returncode == 1
    assert "extra.txt was added" in bad.stdout
    assert "outputs/two-towns/explainer.en.html is not the file that was bundled" in bad.stdout


def _refused(path):
    """What is said against a bundle."""
    try:
        return problems(unpack(path))
    except BundleError as error:
        return [str(error)]


@pytest.mark.parametrize("seed", range(200))
def test_any_byte(bundled, seed):
    """Whatever byte of the archive is flipped, it is refused or what is wrong is named."""
    content = bytearray(bundled.read_bytes())
    chance = random.Random(seed)
    content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    bundled.write_bytes(content)
    assert _refused(bundled)


def _resummed(files):
    files = {name: content for name, content in files.items() if name != SUMS}
    return {**files, SUMS: sums(files)}


@pytest.mark.parametrize("resum", [False, True], ids=["sums-kept", "sums-redone"])
@pytest.mark.parametrize(
    ("name", "content", "named"),
    [
        ("outputs/two-towns/explainer.en.html", b"<p>62</p>", "outputs/two-towns/explainer.en.html"),
        ("outputs/two-towns/explainer.en.html", None, "outputs/two-towns/explainer.en.html"),
        ("outputs/two-towns/second.html", b"<p>62</p>", "outputs/two-towns/second.html"),
        ("data/raw/two-towns/story.toml", b"", "data/raw/two-towns/story.toml"),
        ("notebooks/01_add.ipynb", b"{}", "notebooks/01_add.ipynb"),
        ("notebooks/02_more.ipynb", b"{}", "notebooks/02_more.ipynb"),
        (MANIFEST, None, MANIFEST.removeprefix("outputs/two-towns/")),
        (MANIFEST, b"", MANIFEST),
        (MANIFEST, b"{}", MANIFEST),
        (MANIFEST, b'{"story":"two-towns","inputs":{},"notebooks":{},"outputs":{}}', MANIFEST),
    ],
)
def test_both_lists(bundled, name, content, named, resum):
    """The list of sums and the run's own manifest watch each other: redoing one does not hide a change."""
    files = unpack(bundled)
    files = {**files, name: content} if content is not None else {n: c for n, c in files.items() if n != name}
    found = problems(_resummed(files) if resum else files)
    assert any(named in problem for problem in found), found


def test_no_list_is_no_pass(bundled):
    """A bundle without sums, or with empty ones, is never accepted."""
    files = unpack(bundled)
    assert (
        problems({**files, SUMS: b""}) == problems({}) == [f"{SUMS} is missing or empty: nothing here can be checked"]
    )


def _archive(*entries, comment=b""):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = comment
        for entry, content in entries:
            archive.writestr(entry, content)
    return buffer.getvalue()


def _entry(name, **fields):
    entry = zipfile.ZipInfo(name)
    for field, value in fields.items():
        setattr(entry, field, value)
    return entry


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"no zip", "cannot be read as a bundle"),
        (_archive((_entry("../up.txt"), b"x")), "unsafe name"),
        (_archive((_entry("/etc/x"), b"x")), "unsafe name"),
        (_archive((_entry("a\\b"), b"x")), "unsafe name"),
        (_archive((_entry("c:/x"), b"x")), "unsafe name"),
        (_archive((_entry("a//b"), b"x")), "unsafe name"),
        (_archive((_entry("a/./b"), b"x")), "unsafe name"),
        (_archive((_entry("folder/"), b"")), "unsafe name"),
        (_archive((_entry("a\u202eb"), b"x")), "unsafe name"),
        (_archive((_entry("link", external_attr=(stat.S_IFLNK | 0o777) << 16), b"/etc/passwd")), "a link"),
        (_archive((_entry("bomb", compress_type=zipfile.ZIP_DEFLATED), bytes(1_000_000))), "compressed"),
        (_archive((_entry("a"), b"x"), comment=b"hidden"), "belong to none of its files"),
        (pack({"a": b"x"}) + b"tail", "bundle|belong to none"),
        (b"head" + pack({"a": b"x"}), "bundle|belong to none"),
    ],
)
def test_strangers_archives(tmp_path, content, says):
    """What could write elsewhere, swell, or hide bytes is refused in a sentence, and nothing is unpacked."""
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(BundleError, match=says):
        unpack(path)
    assert [child.name for child in tmp_path.iterdir()] == ["x.zip"]


def test_two_of_one_name(tmp_path):
    """Two files of one name, of which a reader would see one and a checker the other, are refused."""
    path = tmp_path / "x.zip"
    with pytest.warns(UserWarning, match="Duplicate"):
        path.write_bytes(_archive((_entry("a"), b"x"), (_entry("a"), b"y")))
    with pytest.raises(BundleError, match="two files of one name"):
        unpack(path)


def test_crate(bundled):
    """The crate lists every file, and ties the run to its program, its inputs, parameters and results."""
    inside = unpack(bundled)
    graph = {one["@id"]: one for one in json.loads(inside["ro-crate-metadata.json"])["@graph"]}
    listed = {part["@id"] for part in graph["./"]["hasPart"]}
    assert inside.keys() - listed == {SUMS, "ro-crate-metadata.json"}
    run = graph["#run"]
    assert {"@id": "data/raw/two-towns/story.toml"} in run["object"]
    assert {"@id": "#parameter-story"} in run["object"]
    assert {"@id": "outputs/two-towns/explainer.en.html"} in run["result"]
    assert graph[run["instrument"]["@id"]]["name"] == "nisba"


def test_crate_opens(bundled, tmp_path):
    """The reference library opens the unpacked bundle as a crate, with its run, its program and every file."""
    from rocrate.rocrate import ROCrate

    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(bundled) as archive:
        archive.extractall(folder)
    crate = ROCrate(folder)
    run = crate.get("#run")
    assert run["instrument"].id == "#nisba"
    assert crate.root_dataset["conformsTo"].id == "https://w3id.org/ro/wfrun/process/0.5"
    assert {one.id for one in crate.data_entities} >= {one.id for one in run["result"]}


def test_sums_are_sha256sum(bundled):
    """The list is one that ``sha256sum --check`` reads: digest, two spaces, path, in the order of paths."""
    inside = unpack(bundled)
    lines = inside[SUMS].decode().splitlines()
    digest, name = lines[0].split("  ")
    assert digest == hashlib.sha256(inside[name]).hexdigest()
    assert [line.split("  ")[1] for line in lines] == sorted(inside.keys() - {SUMS})
