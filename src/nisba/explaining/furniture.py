"""What surrounds a page: navigation and its other languages. Style and script are files of the template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nisba.explaining.again import again
from nisba.explaining.edition import Edition
from nisba.explaining.markup import direction, named
from nisba.explaining.page import Head
from nisba.explaining.signing import version
from nisba.explaining.structured import card, structured
from nisba.explaining.theme import worn

_KINDS = ("explainer", "methodology")


def head(edition: Edition, title: str, description: str) -> Head:
    """What the exporter needs to know of a page besides its body."""
    others = [language for language in edition.evidence.story.languages if language != edition.language]
    words = {name: edition.text(f"page-{name}") for name in ("skip", "front", "nav", "data", "foot")}
    theme = worn(edition.evidence.story.house, edition.language)
    return Head(
        _named(
            {
                "language": edition.language,
                "direction": direction(edition.language),
                "title": title,
                "description": description,
                "kind": edition.kind,
                "head": {
                    "story": edition.evidence.story.id,
                    "version": version(edition.evidence, edition.prose),
                    "alternates": [
                        {"language": language, "href": f"{edition.kind}.{language}.html"} for language in others
                    ],
                    "words": words,
                    "card": card(edition, title, description),
                    "structured": structured(edition, title, description),
                    "nav": [_link(edition, kind) for kind in _KINDS],
                    "languages": [_translation(edition, language) for language in others],
                    **({"again": again(edition)} if edition.kind == "methodology" else {}),
                    **({"theme": theme} if theme else {}),
                },
            }
        )
    )


def _named(said: Any) -> Any:
    """The same nested lists and dicts, in whose words nothing is hidden."""
    if isinstance(said, str):
        return said if said.isascii() and said.isprintable() else named(said)
    if isinstance(said, Mapping):
        return {key: _named(value) for key, value in said.items()}
    return [_named(value) for value in said] if isinstance(said, (list, tuple)) else said


def _link(edition: Edition, kind: str) -> dict[str, str | bool]:
    href = f"{kind}.{edition.language}.html"
    return {"href": href, "label": edition.text(f"page-{kind}"), "current": kind == edition.kind}


def _translation(edition: Edition, language: str) -> dict[str, str]:
    label = edition.text("language-own-name", language=language)
    return {
        "href": f"{edition.kind}.{language}.html",
        "label": label,
        "language": language,
        "direction": direction(language),
    }
