"""What machines read of a page: schema.org objects (JSON-LD) and a card for shared links, all from the ledger.

Nothing is typed here and nothing made up: a property whose value the story does not give (an address, a day of
publication, an author) is left out. Vocabulary: schema.org, *NewsArticle*, *Dataset*, *ClaimReview*; The Open Graph
protocol, ogp.me.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from nisba.checking.readings import over_baselines
from nisba.checking.verdicts import Robustness
from nisba.explaining.edition import Edition
from nisba.explaining.signing import version
from nisba.explaining.social import HEIGHT, WIDTH, file_of, says
from nisba.gathering import Statement

_CONTEXT = "https://schema.org"
_RATING = {Robustness.FALSE: 1, Robustness.DEPENDS: 3, Robustness.ROBUST: 5}
"""How a claim fares, between 1 (false on the figures available) and 5 (holds in every reading that can be computed)."""


def structured(edition: Edition, title: str, description: str) -> list[dict[str, Any]]:
    """The objects of a page: the article; on an explainer its data and the claims that it judges too."""
    found = [_article(edition, title, description)]
    if edition.kind == "explainer":
        found += [_dataset(edition, title, description)] if edition.evidence.outputs else []
        found += [review for statement in edition.evidence.story.statements if (review := _review(edition, statement))]
    return [{"@context": _CONTEXT, **_given(one)} for one in found]


def card(edition: Edition, title: str, description: str) -> dict[str, str]:
    """Open Graph properties of a page, and those of Twitter that differ, in the order that they are written in."""
    shown: dict[str, str] = {
        "og:type": "article",
        "og:title": title,
        "og:description": description,
        "og:locale": edition.wording.locale,
        "og:url": _address(edition, _file(edition)),
        "og:image": _address(edition, file_of(edition.language), relative=True),
        "og:image:type": "image/png",
        "og:image:width": str(WIDTH),
        "og:image:height": str(HEIGHT),
        "og:image:alt": says(edition, title),
        "twitter:card": "summary_large_image",
    }
    return {name: value for name, value in shown.items() if value}


def _article(edition: Edition, title: str, description: str) -> dict[str, Any]:
    story = edition.evidence.story
    return {
        "@type": "NewsArticle" if edition.kind == "explainer" else "TechArticle",
        "headline": title,
        "description": description,
        "inLanguage": edition.language,
        "url": _address(edition, _file(edition)),
        "image": _address(edition, file_of(edition.language), relative=True),
        "datePublished": story.published.isoformat() if story.published else "",
        "version": version(edition.evidence, edition.prose),
        "isBasedOn": _based_on(edition),
        "citation": [_work(edition.words(one.source, "source"), one.address) for one in story.cited],
        "about": [{"@type": "Place", "name": edition.plain(words, "places")} for words in story.places.values()],
    }


def _based_on(edition: Edition) -> Any:
    """The report, or where there is none the releases of the series, each source once."""
    story = edition.evidence.story
    if story.lead.held:
        return _work(edition.words(story.lead.outlet, "lead.outlet"), story.lead.address, story.lead.language)
    sources = dict.fromkeys((edition.words(one.source, "source"), one.address) for one in story.releases)
    return [_work(name, address) for name, address in sources]


def _dataset(edition: Edition, title: str, description: str) -> dict[str, Any]:
    tables = [one.path for one in edition.evidence.outputs if one.path.endswith(".csv")]
    return {
        "@type": "Dataset",
        "name": edition.text("dataset-name", title=title),
        "description": f"{edition.text('dataset-says')} {description}",
        "inLanguage": edition.language,
        "url": _address(edition, _file(edition)),
        "version": version(edition.evidence, edition.prose),
        "distribution": [
            {
                "@type": "DataDownload",
                "contentUrl": _address(edition, path, relative=True),
                "encodingFormat": "text/csv",
                "name": path.rpartition("/")[2],
            }
            for path in tables
        ],
    }


def _review(edition: Edition, statement: Statement) -> dict[str, Any] | None:
    """A claim judged: a statement that is a kind of claim which accounts make; others are questions of ours."""
    story = edition.evidence.story
    making = [account for account in story.accounts if account.claim == statement.id]
    found = over_baselines(edition.evidence.findings, statement.id) if making else Robustness.UNKNOWN
    if found not in _RATING:
        return None
    lead = next((account for account in making if account.id == story.lead.id), making[0])
    appears = [_work(edition.words(one.outlet, "outlet"), one.address, one.language) for one in making]
    return {
        "@type": "ClaimReview",
        "claimReviewed": edition.plain(statement.label),
        "inLanguage": edition.language,
        "url": _address(edition, _file(edition)),
        "datePublished": story.published.isoformat() if story.published else "",
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATING[found],
            "worstRating": min(_RATING.values()),
            "bestRating": max(_RATING.values()),
            "alternateName": edition.text("robustness", found=found.name.lower()),
        },
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": edition.words(lead.outlet, "outlet")},
            "appearance": appears,
        },
    }


def _work(name: str, address: str, language: str = "") -> dict[str, Any]:
    url = address if address.startswith("https://") else ""
    return _given({"@type": "CreativeWork", "name": name, "url": url, "inLanguage": language})


def _file(edition: Edition) -> str:
    return f"{edition.kind}.{edition.language}.html"


def _address(edition: Edition, path: str, *, relative: bool = False) -> str:
    """The address of a file of the story: under the one that the story gives, else relative to the page, or none."""
    base = edition.evidence.story.address.rstrip("/")
    return f"{base}/{path}" if base else path if relative else ""


def _given(said: Mapping[str, Any]) -> dict[str, Any]:
    """Only the properties that have a value."""
    return {name: value for name, value in said.items() if value not in ("", None, [], {})}
