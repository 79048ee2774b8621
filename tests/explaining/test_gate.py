"""The gate: what counts as bound on a finished page, and what does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.explaining.gate import coverage, coverage_of, duplicates, numerals_in

PIECES = [
    ('<p>In <a class="n rep" href="#n-a">153</a> cases</p>', "153", "tied"),
    ('<p><span class="given">5 April</span></p>', "5", "given"),
    ('<li class="note rep"><p>Note 3: <a class="n" href="#r">7</a></p></li>', "3", "note"),
    ('<table class="wide-t"><tr><td>44</td></tr></table>', "44", "data"),
    ("<details><table><tr><td>44</td></tr></table></details>", "44", "data"),
    ('<aside class="words"><blockquote>9 people</blockquote></aside>', "9", "source"),
    ("<pre><code>nisba run a2</code></pre>", "2", "given"),
    ('<time datetime="2024-04-05">5 April</time>', "5", "given"),
    ("<p>about 12 people</p>", "12", ""),
    ("<h2>12</h2>", "12", ""),
    ("<td>٤٤</td>", "٤٤", ""),
    ("<p>&#49;&#50; people</p>", "12", ""),
    ('<table class="chk"><tr><td>13 + 30</td></tr></table>', "13", ""),
    ('<p class="notes">8</p>', "8", ""),
    ('<p>before<br>6</p><a class="n">1</a>', "6", ""),
]


@pytest.mark.parametrize(("html", "numeral", "bound"), PIECES)
def test_a_numeral_is_bound_by_what_it_stands_in(html, numeral, bound):
    """A tied number, a note, a data table, the source's own words, or a declared exemption; all else is loose."""
    found = numerals_in(html, "en")
    assert (found[0].text, found[0].bound) == (numeral, bound)


def test_coverage_counts_what_readers_meet():
    """Notes and data tables are not counted: they are what the text is bound to."""
    found = coverage("".join(html for html, _, _ in PIECES), "en")
    assert (found.tied, found.given, len(found.unbound)) == (2, 4, 8)
    assert found.total == 14


@given(st.integers(0, 10**6), st.sampled_from(["p", "h3", "li", "dd", "figcaption", "td"]))
def test_a_loose_number_is_found_wherever_it_stands(value, tag):
    """There is no element in which a typed number passes by itself."""
    html = f'<a class="n">1</a><ul><li class="note">2</li></ul><{tag}>so {value}</{tag}>'
    assert [numeral.text for numeral in coverage(html, "en").unbound] == [str(value)]


def test_ids_that_stand_twice_and_links_to_nowhere_are_found():
    """Every number's link leads to exactly one note."""
    html = '<p id="a"></p><p id="a"></p><a href="#b"></a><a href="#closed"></a><p aria-labelledby="c"></p>'
    assert duplicates(html) == ("a", "#b", "#c")


WORDS = [
    ("en", "<p>Nurses in three wards went home.</p>", "three", ""),
    ("en", '<p>Nurses in <a class="n">three</a> wards went home.</p>', "three", "tied"),
    ("en", "<p>Rain fell <b>tw</b>ice as often.</p>", "twice", ""),
    ("en", '<p><a class="n">4.2</a> million voters</p>', "million", ""),
    ("en", '<p>Some <span class="given">twenty-odd</span> mayors</p>', "twenty", "given"),
    ("ar", "<p>أغلقت خمس مدارس أبوابها.</p>", "خمس", ""),
    ("ar", '<p>أغلقت <a class="n">خمس مدارس</a> أبوابها.</p>', "خمس", "tied"),
    ("ar", "<p>خسر الفريق <a class='n'>3</a> مباريات من عشر.</p>", "عشر", ""),
]


@pytest.mark.parametrize(("language", "html", "words", "bound"), WORDS)
def test_a_number_word_is_bound_by_what_it_stands_in(language, html, words, bound):
    """In words as in digits, over the edges of elements too."""
    found = [one for one in numerals_in(html, language) if not one.text.isdigit() and one.text[0].isalpha()]
    assert [(one.text, one.bound) for one in found] == [(words, bound)]


@pytest.mark.parametrize(
    ("language", "html"),
    [
        ("en", "<p>The clubs blamed one another in the second half, and no one won.</p>"),
        ("en", "<p>The third quarter ends in September 2025.</p>".replace("2025", "")),
        ("en", "<p>A few patients, most of them old.</p>"),
        ("ar", "<p>ورد ذلك في نص البيان الثاني.</p>"),
        ("ar", "<p>اجتمع الوزيران في الربع الأول.</p>"),
    ],
)
def test_what_counts_nothing_may_stand(language, html):
    """Idioms, ordinals, periods, vague words and duals."""
    assert numerals_in(html, language) == ()


def test_number_words_of_notes_and_data_tables_are_not_asked_for():
    """They are what the text is bound to."""
    html = '<ol><li class="note"><blockquote>three wards</blockquote></li></ol><details><p>two</p></details>'
    assert coverage(html, "en").total == 0


def test_a_published_page_is_counted_by_its_main_part():
    """What the run prints is what the page shows, not its style."""
    page = '<html class="x" lang="en"><style>p{margin:3em}</style><main id="m"><p>In <a class="n">3</a> of 9</p></main>'
    found = coverage_of(page)
    assert (found.tied, found.given, [one.text for one in found.unbound]) == (1, 0, ["9"])
