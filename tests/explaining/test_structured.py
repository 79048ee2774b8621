"""What machines and shared links show: valid, complete, from the ledger, and nothing that the story does not give."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from explaining.pages import LANGUAGES, STORIES, every_page, soup, whole
from nisba.explaining import Output, explainer
from nisba.explaining.gate import numerals_in
from nisba.explaining.prose import numerals
from nisba.explaining.social import save_social
from nisba.rerunning.publish import policy

# What schema.org's definitions and the guidelines of search engines ask of each type.
REQUIRED = {
    "NewsArticle": {"headline", "description", "inLanguage", "image", "isBasedOn"},
    "TechArticle": {"headline", "description", "inLanguage", "image", "isBasedOn"},
    "Dataset": {"name", "description", "inLanguage", "distribution"},
    "ClaimReview": {"claimReviewed", "reviewRating", "itemReviewed"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName"},
    "Claim": {"author", "appearance"},
    "DataDownload": {"contentUrl", "encodingFormat"},
    "CreativeWork": {"name"},
    "Organization": {"name"},
    "Place": {"name"},
}


def blocks(html):
    return [json.loads(item.string) for item in soup(html).select('script[type="application/ld+json"]')]


def things(said):
    """Every typed object, however deep."""
    for one in said if isinstance(said, list) else said.values():
        if isinstance(one, (dict, list)):
            yield from things(one)
    if isinstance(said, dict) and "@type" in said:
        yield said


@every_page
def test_every_object_has_what_its_type_requires(published, key):
    """No object of an unknown type, none without its required properties, none with an empty one."""
    found = blocks(published[key])
    assert found[0]["@type"] == {"explainer": "NewsArticle", "methodology": "TechArticle"}[key[1]]
    assert all(block["@context"] == "https://schema.org" for block in found)
    for thing in things(found):
        assert REQUIRED[thing["@type"]] <= thing.keys(), thing
        assert all(value not in ("", None, [], {}) for value in thing.values())


@every_page
def test_no_address_is_made_up(published, key):
    """A story without an address has none in its data; what is cited keeps its own."""
    for thing in things(blocks(published[key])):
        if thing["@type"] in {"NewsArticle", "TechArticle", "Dataset", "ClaimReview"}:
            assert "url" not in thing
        for value in thing.values():
            assert not isinstance(value, str) or not value.startswith("http://")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_claim_that_an_account_makes_is_reviewed(published, language):
    """Judged as the page judges it, with who makes it; our own questions are no one's claims."""
    found = [one for one in blocks(published["centcom-2024h1", "explainer", language]) if one["@type"] == "ClaimReview"]
    (review,) = found
    assert review["reviewRating"]["ratingValue"] == 1
    names = {one["name"] for one in review["itemReviewed"]["appearance"]}
    assert {"en": "Baladi News", "ar": "بلدي نيوز"}[language] in names
    assert len(names) == 3


@every_page
def test_a_shared_link_has_a_picture_with_its_words(published, key):
    """Open Graph and Twitter: the title, the description, a picture of the usual size and its alternative text."""
    meta = {
        item.get("property") or item.get("name"): item["content"]
        for item in soup(published[key]).select("meta[content]")
    }
    page = soup(published[key])
    assert meta["og:title"] == page.title.get_text()
    assert meta["og:description"] == meta["description"]
    assert meta["twitter:card"] == "summary_large_image"
    assert (meta["og:image:width"], meta["og:image:height"]) == ("1200", "630")
    assert meta["og:image"] == f"charts/social.{key[2]}.png"
    assert "og:url" not in meta
    for number in page.select(".hero .res"):
        assert number.get_text() in meta["og:image:alt"]


@every_page
def test_the_policy_names_every_block(published, key):
    """A block that is not the page's own would not be let in, where a browser asks."""
    html = published[key]
    page = soup(html)
    texts = [item.string for item in page.select("script")]
    csp = page.select_one("meta[http-equiv]")["content"]
    script, *data = texts[-1:], *texts[:-1]
    named = policy("", script[0], *data)
    assert re.search(r"script-src [^;]*", named)[0] in csp


def test_a_block_cannot_end_its_element(towns):
    """Whatever a title holds, the element ends where we end it."""
    evidence = towns()
    evil = replace(evidence.story, lead=replace(evidence.story.lead, outlet={"en": "</script><script>alert(1)//"}))
    html = whole(explainer(replace(evidence, story=evil), "en"))
    assert "</script><script>alert" not in html
    assert blocks(html)[0]["isBasedOn"]["name"] == "</script><script>alert(1)//"


def test_an_address_that_the_story_gives_is_used(towns):
    """Then the page, its picture and its tables are named in full."""
    evidence = towns()
    known = replace(evidence.story, address="https://example.org/rescues/")
    given = replace(evidence, story=known, outputs=(Output("tables/numbers.csv", "numbers"),))
    html = whole(explainer(given, "en"))
    assert 'property="og:url" content="https://example.org/rescues/explainer.en.html"' in html
    data = next(one for one in blocks(html) if one["@type"] == "Dataset")
    assert data["distribution"][0]["contentUrl"] == "https://example.org/rescues/tables/numbers.csv"


@pytest.mark.parametrize("story", STORIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_picture_is_drawn_alike_each_time(evidences, tmp_path, story, language):
    """1200 by 630 dots, the same bytes twice."""
    path = save_social(evidences[story], language, tmp_path)
    first = path.read_bytes()
    assert first[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(first[16:20]), int.from_bytes(first[20:24])) == (1200, 630)
    assert save_social(evidences[story], language, tmp_path).read_bytes() == first


@every_page
def test_numbers_for_machines_are_numbers_of_the_page(published, key):
    """What a shared link says holds no numeral that the page does not show."""
    html = published[key]
    page = soup(html)
    shown = {one.text for one in numerals_in(str(page.main), key[2])} | set(numerals(page.title.get_text()))
    for name in ("og:description", "og:image:alt"):
        assert set(numerals(page.select_one(f'meta[property="{name}"]')["content"])) <= shown
