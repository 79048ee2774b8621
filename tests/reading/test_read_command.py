"""``nisba read``: the contract that other programs rely on."""

from __future__ import annotations

import json
import subprocess
import sys

from click.testing import CliRunner

from nisba.commands.read import command

FIELDS = {
    "start",
    "end",
    "surface",
    "kind",
    "lo",
    "hi",
    "approx",
    "hedge",
    "what",
    "where",
    "when",
    "unit",
    "implicit",
    "status",
}


def test_each_quantity_is_one_json_object_a_line(tmp_path):
    """Every field of the contract is there; bounds are numbers or null."""
    path = tmp_path / "a.txt"
    path.write_text("قتل أكثر من 46 شخصا في سوريا عام 2023.", encoding="utf-8")
    done = CliRunner().invoke(command, [str(path), "--json"])
    first, second = map(json.loads, done.output.splitlines())
    assert set(first) == FIELDS
    assert (first["surface"], first["lo"], first["hi"], first["hedge"]) == ("46", 46, None, "أكثر من")
    assert (first["what"], first["where"]) == ("killed", ["syria"])
    assert (second["kind"], second["when"]) == ("date", "2023-01-01/2023-12-31")


def test_a_bad_line_of_a_batch_does_not_stop_the_rest():
    """It answers with an error under its own id; the order stays."""
    lines = [
        '{"id": 1, "text": "five people", "lang": "en"}',
        '{"id": 2}',
        "nonsense",
        '{"id": 4, "text": "٣ أشخاص", "lang": null}',
    ]
    done = CliRunner().invoke(command, ["--batch"], input="\n".join(lines))
    answers = [json.loads(line) for line in done.output.splitlines()]
    assert [answer["id"] for answer in answers] == [1, 2, None, 4]
    assert [("error" in answer) for answer in answers] == [False, True, True, False]
    assert answers[3]["quantities"][0]["lo"] == 3


def test_people_get_a_readable_line(tmp_path):
    """Place, surface, kind, value and what is counted."""
    path = tmp_path / "a.txt"
    path.write_text("About 2,500 people fled. See No. 12.", encoding="utf-8")
    done = CliRunner().invoke(command, [str(path), "--lang", "en"])
    assert "2,500  cardinal | ~2500 | displaced" in done.output
    assert "12  (unread:" in done.output


def test_reading_needs_no_heavy_library():
    """Importing the room loads neither polars nor the notebook machinery."""
    heavy = "{'polars', 'matplotlib', 'IPython', 'papermill', 'nbconvert', 'numpy', 'babel'}"
    code = f"import sys, nisba.reading, nisba.commands.read; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
