"""The terminal speaks the machine's language: every sentence is there in each, and what programs read is in none."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

import nisba.commands
from nisba.cli import COMMANDS, main
from nisba.commands.mishaps import sentence_of
from nisba.commands.tongue import language, say, slug
from nisba.errors import PageError, ProseError
from nisba.reading.quantities import Kind

FOLDER = Path(nisba.commands.__file__).parent
SOURCE = FOLDER.parent
LANGUAGES = sorted(path.stem for path in (FOLDER / "messages").glob("*.ftl"))
KINDS_OF_CHECKS = ("sum", "list", "part", "share", "difference", "multiple", "change", "trend")
VALUES = {"verdict", "says", "computed", "parts", "first", "last"}
# Ids that are put together: the family, its members, and what they are given.
FAMILIES = {
    **{f"command-{name}": set() for name in COMMANDS},
    **{f"kind-{kind.value}": set() for kind in Kind},
    **{f"finding-{kind}": VALUES for kind in KINDS_OF_CHECKS},
}
# What is wrong with a file of words of a language is told to those who write one.
OF_LANGUAGE_FILES = {
    "correct that line",
    "correct the spelling, or add the letter to `alphabet`",
    "drop one of the two",
    "give it one meaning",
    "keep it in one class, or name it in `ambiguous`",
}
REPORT = "Of the 90 buses, 54 run on diesel, 22 on gas and the remaining 16 on electricity.\n"


class _Found(Visitor):
    def __init__(self):
        self.variables, self.forms = set(), []

    def visit_VariableReference(self, node):  # noqa: N802 - the visitor's own naming
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node):  # noqa: N802 - the same
        self.forms.append([variant.key.name for variant in node.variants if isinstance(variant.key, ftl.Identifier)])
        self.generic_visit(node)


def _messages(spoken):
    found = {}
    for entry in FluentParser().parse((FOLDER / "messages" / f"{spoken}.ftl").read_text("utf-8")).body:
        assert not isinstance(entry, ftl.Junk), entry.content
        if isinstance(entry, ftl.Message):
            assert entry.id.name not in found
            found[entry.id.name] = _Found()
            found[entry.id.name].visit(entry)
    return found


def _said():
    """Every id that is said by name in the code, with the variables that it is given."""
    found = {}
    for path in [*FOLDER.glob("*.py"), FOLDER.parent / "cli.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say"
            if called and isinstance(node.args[0], ast.Constant):
                found[node.args[0].value] = {one.arg for one in node.keywords} - {None}
    return found


def _phrases(paths):
    """What errors are told in constant words: problems and remedies."""
    found = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
            if name.endswith("Error") or name in ("problem", "refuse"):
                told = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
                found |= {words for words in told if " " in words}
    return found


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_sentence_is_there(spoken):
    """A language has all that is said anywhere, names no variable that it is not given, and has nothing to spare."""
    messages, said = _messages(spoken), {**_said(), **FAMILIES}
    assert said.keys() - messages.keys() == set()
    assert {id for id in messages.keys() - said.keys() if not id.startswith(("reason-", "phrase-"))} == set()
    given = {id: variables for id, variables in said.items() if variables is not None and id != "made"}
    assert {id: messages[id].variables - given[id] for id in given if messages[id].variables - given[id]} == {}


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_what_can_be_wrong_with_what_arrives(spoken):
    """All that is said of a file or a folder that a person names has its phrases; what has values in it may stay English."""
    phrases = _phrases([*(SOURCE / "reading").glob("*.py"), *(SOURCE / "proposing/originals").glob("*.py")])
    phrases |= _phrases([SOURCE / "rerunning/project.py", SOURCE / "proposing/folder.py", SOURCE / "commands/new.py"])
    arriving = {phrase for phrase in phrases if phrase not in OF_LANGUAGE_FILES}
    assert len(arriving) > 25
    assert {phrase for phrase in arriving if f"phrase-{slug(phrase)}" not in _messages(spoken)} == set()


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_plural_forms(spoken):
    """A choice between forms always has one for the rest."""
    tags = {*Locale.parse(spoken).plural_form.tags, "other"}
    for id, message in _messages(spoken).items():
        for forms in message.forms:
            plural = set(forms) <= tags
            assert not plural or "other" in forms, id


@pytest.mark.parametrize(
    ("environment", "spoken"),
    [
        ({}, "en"),
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "ar"}, "ar"),
        ({"LANG": "ar_EG.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "ar_SY.UTF-8"}, "ar"),
        ({"LC_ALL": "", "LANG": "ar_LB"}, "ar"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "tlh_KX"}, "en"),
        ({"LANG": "../ar"}, "en"),
    ],
)
def test_the_machines_language(environment, spoken):
    """The first variable that is set decides; a language without messages is English."""
    assert language(environment) == spoken


@pytest.mark.parametrize(("count", "arabic"), [(0, "لم يتغيّر أي رقم"), (2, "تغيّر رقمان"), (5, "أرقام"), (11, "رقماً")])
def test_plurals(monkeypatch, count, arabic):
    """A count has the form of its noun."""
    monkeypatch.setenv("LC_ALL", "ar")
    assert arabic in say("numbers-changed", "…", count=count)


def test_slugs():
    """Words become the end of an id."""
    assert slug("too long for a number, or of two digit sets") == "too-long-for-a-number-or-of-two-digit-sets"


@pytest.fixture
def typed(tmp_path, monkeypatch, capsys):
    """What a command prints, in a language: its status, its output and its complaints."""
    (tmp_path / "report.txt").write_text(REPORT, "utf-8")
    (tmp_path / "empty.txt").touch()
    monkeypatch.chdir(tmp_path)

    def typed(spoken, *words):
        monkeypatch.setenv("LC_ALL", spoken)
        with pytest.raises(SystemExit) as left:
            main(list(words))
        told = capsys.readouterr()
        return left.value.code, told.out, told.err

    return typed


def test_a_failed_sum_in_arabic(typed):
    """The sentence of a failed sum, in the same place, above the report's own words; the status is the same."""
    status, out, _ = typed("ar", "check", "report.txt")
    failed = next(line for line in out.splitlines() if line.startswith("✕"))
    assert failed == "✕ \u2066\u206854 + 22 + 16\u2069 = \u206892\u2069\u2069، لكن النص يقول \u206890\u2069."
    assert (status, typed("en", "check", "report.txt")[0]) == (1, 1)
    assert "[54] run on diesel" in out


def test_what_programs_read_has_no_language(typed):
    """JSON is the same whatever the machine speaks."""
    for command in ("read", "check"):
        in_arabic, in_english = (typed(spoken, command, "report.txt", "--json") for spoken in ("ar", "en"))
        assert in_arabic == in_english
        assert all(json.loads(line) for line in in_arabic[1].splitlines())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["run", "nowhere"], "nisba: \u2068"),
        (["bogus"], "انظر \u2068nisba\u2069 --help."),
        (["run"], "ينقص \u2068'STORY...'\u2069"),
        (["check", "--bad"], "لا خيار باسم \u2068--bad\u2069"),
        (["run", "x", "--jobs", "0"], "قيمة \u2068'--jobs'\u2069 لا تصلح"),
        (["read", "missing.txt"], "ما العمل: \u2068أعط مسار ملف نصي\u2069."),
        (["check", "empty.txt"], "empty.txt\u2069: \u2068الملف فارغ\u2069."),
        (["run", "fire"], "ليس داخل مشروع"),
    ],
)
def test_mishaps_in_arabic(typed, words, said):
    """What cannot be done is said in one Arabic line, with the program's own words inside it, and status 2."""
    status, out, err = typed("ar", *words)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith("nisba: ")
    assert said in err


def test_the_front_page_in_arabic(typed):
    """Every command has its line."""
    _, out, _ = typed("ar", "--help")
    assert all(say(f"command-{name}", "").split()[0] in out for name in COMMANDS)
    assert "Commands" not in out


def test_several_mistakes_in_arabic(monkeypatch):
    """Each of several mistakes has its line, in the order in which they were found."""
    monkeypatch.setenv("LC_ALL", "ar")
    found = PageError(tuple(ProseError("explainer.en.md", line, "is empty", "mend that line") for line in (3, 7)))
    assert sentence_of(found).splitlines() == [
        f"\u2068explainer.en.md:{line}\u2069: \u2068الملف فارغ\u2069. ما العمل: \u2068أصلح ذلك السطر\u2069."
        for line in (3, 7)
    ]
