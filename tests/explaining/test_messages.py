"""Messages: every language says the same things, with the same variables and all of its plural forms."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel import Locale
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

import nisba.explaining
from nisba.explaining.messages import MessageError, Messages, languages

FOLDER = Path(nisba.explaining.__file__).parent / "messages"
TOPICS = sorted(path.name for path in (FOLDER / "en").glob("*.ftl"))


class _Found(Visitor):
    """The variables of a message, and the keys of its plural forms."""

    def __init__(self):
        self.variables, self.plurals = set(), []

    def visit_VariableReference(self, node):  # noqa: N802 -- the visitor's own naming
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node):  # noqa: N802 -- the same
        if isinstance(node.selector, ast.VariableReference) and node.selector.id.name == "count":
            self.plurals.append(
                {variant.key.name for variant in node.variants if isinstance(variant.key, ast.Identifier)}
            )
        self.generic_visit(node)


def _messages(language, topic):
    resource = FluentParser().parse((FOLDER / language / topic).read_text(encoding="utf-8"))
    found = {}
    for entry in resource.body:
        assert not isinstance(entry, ast.Junk), f"{language}/{topic}: {entry.content}"
        if isinstance(entry, ast.Message):
            visitor = _Found()
            visitor.visit(entry)
            found[entry.id.name] = visitor
    return found


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", TOPICS)
def test_same_in_every_language(language, topic):
    """A topic has the same messages in every language, each with the same variables."""
    english, other = _messages("en", topic), _messages(language, topic)
    assert set(other) == set(english)
    varied = {"count", "gender", "language"}  # only choose the form, which some languages do not need
    assert {id: found.variables - varied for id, found in other.items()} == {
        id: found.variables - varied for id, found in english.items()
    }


@pytest.mark.parametrize("language", languages())
def test_same_topics(language):
    """Every language has a file for every topic."""
    assert sorted(path.name for path in (FOLDER / language).glob("*.ftl")) == TOPICS


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("topic", TOPICS)
def test_plural_forms(language, topic):
    """A message that depends on a count names no plural form that its language lacks, and always the last one."""
    forms = {*Locale.parse(language).plural_form.tags, "other"}
    for id, found in _messages(language, topic).items():
        for keys in found.plurals:
            assert keys <= forms, id
            assert "other" in keys, id


def test_variables_are_printed_as_given():
    """What stands in a message is printed as it is, without invisible marks around it."""
    assert Messages("en")("number-about", value="2,500") == "about 2,500"


@pytest.mark.parametrize(
    ("id", "variables"), [("no-such-message", {}), ("number-about", {}), ("period-months", {"first": "May"})]
)
def test_what_is_missing_is_an_error(id, variables):
    """A message that does not exist, or lacks a variable, stops the page instead of leaving a hole in it."""
    with pytest.raises(MessageError, match=id):
        Messages("en")(id, **variables)


def test_unknown_language():
    """A language without messages is refused, with the languages that there are."""
    with pytest.raises(MessageError, match="ar, en"):
        Messages("tlh")
