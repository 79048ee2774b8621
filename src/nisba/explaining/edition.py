"""An edition: one page of a story in one language while it is written. It knows the words, the numbers and the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from babel import Locale
from markupsafe import Markup, escape

from nisba.checking.numbers import Number, Status
from nisba.errors import StoryError
from nisba.explaining.dates import undated
from nisba.explaining.evidence import Evidence
from nisba.explaining.gate import Coverage
from nisba.explaining.ledger import Ledger
from nisba.explaining.markup import join, tag
from nisba.explaining.messages import Messages
from nisba.explaining.prose import BRACES, Binding, read_binding
from nisba.explaining.wording import Wording, rounded
from nisba.gathering import Reading, Words
from nisba.intervals import Interval

CLASSES = {Status.REPORTED: "rep", Status.CITED: "cit", Status.COMPUTED: "com", Status.CALENDAR: "com"}
"""The style of each status; the same in prose, notes, keys and charts."""
_LONG = 14  # characters from which a tied number may break over lines


@dataclass(frozen=True, slots=True)
class Edition:
    """One page in one language.

    Args:
        evidence: all that is known.
        language: BCP 47 language of the page.
        kind: ``explainer`` or ``methodology``.
        messages: the page's own words.
        wording: how numbers and dates are written; the only place that rounds.
        ledger: the numbers shown so far.
        draw: charts are drawn.
        companion: on a methodology, the coverage of its explainer.
    """

    evidence: Evidence
    language: str
    kind: str
    messages: Messages
    wording: Wording
    ledger: Ledger
    draw: bool = True
    companion: Coverage | None = None

    # ---- Words ----

    def text(self, id: str, **values: str | int) -> str:
        """A message of the page as plain text."""
        return self.messages(id, **values)

    def say(self, id: str, **values: str | int) -> Markup:
        """A message of the page; values that are markup stay markup, all else is escaped."""
        slots = {f"\ue000{name}\ue001": value for name, value in values.items() if isinstance(value, Markup)}
        plain = {name: f"\ue000{name}\ue001" if isinstance(value, Markup) else value for name, value in values.items()}
        said = escape(self.text(id, **plain))
        for slot, value in slots.items():
            said = said.replace(slot, value)
        return said

    def words(self, words: Words, what: str = "words") -> str:
        """Words that a person supplied, in the page's language.

        Raises:
            StoryError: they are not given in that language.
        """
        if self.language in words:
            return words[self.language]
        given = next(iter(words.values()), "")
        raise StoryError(
            self.evidence.story.folder / "story.toml",
            f"{what} {given!r} is not given in {self.language}" if given else f"{what} is missing",
            f"add its .{self.language}",
        )

    def name(self, words: Words, what: str = "label") -> Markup:
        """A name that a person supplied, such as a reading's: its numerals are part of the name."""
        return self.given(self.words(words, what))

    def title(self, words: Words, what: str = "title") -> Markup:
        """A sentence that a person supplied, inside a link: its numbers are spoken, not tied."""

        def spoken(found: re.Match[str]) -> str:
            return self.spoken(read_binding(found["inside"], found["shown"] or ""))

        return self.given(BRACES.sub(spoken, self.words(words, what)))

    def sentence(self, words: Words, what: str = "words") -> Markup:
        """A sentence that a person supplied, such as a chart's title: numbers are bound, dates may stand.

        Raises:
            StoryError: it has a numeral that is neither bound nor part of a date.
        """
        written = self.words(words, what)
        pieces, at = [], 0
        for found in BRACES.finditer(written):
            pieces += [
                self._dated(written[at : found.start()]),
                self.bound(read_binding(found["inside"], found["shown"] or "")),
            ]
            at = found.end()
        return join(pieces, self._dated(written[at:]))

    def _dated(self, written: str) -> Markup:
        for numeral in undated(written, self.language):
            raise StoryError(
                self.evidence.story.folder / "story.toml",
                f"{written!r} has the numeral {numeral}, which is tied to no source",
                f"write {{name}} for a number, or {{={numeral}}}",
            )
        return self.given(written)

    def given(self, written: str) -> Markup:
        """Words whose numerals are declared to stand as they are."""
        if not any(character.isdigit() for character in written):
            return escape(written)
        return tag("span", written, class_="given")

    # ---- Numbers ----

    def label(self, number: Number) -> str:
        """What a number is: in the story's words, else in the page's."""
        known = self.evidence.label(number)
        if known:
            return self.words(known, f"label of {number.id}")
        reading = self.evidence.reading(number)
        if reading:
            return self._read(reading, number)
        release = self.evidence.release(number)
        if release:
            return self.text(
                "label-release",
                measure=self.measure(number.scope.what),
                places=self.places(tuple(release.where)),
                period=self.wording.period(release.when),
            )
        if number.status is Status.CALENDAR and number.scope.when:
            return self.text("label-calendar", period=self.wording.period(number.scope.when))
        if number.quote:
            report = self.evidence.reports[number.quote.account]
            return self.text("label-quoted", words=report.words(number.quote.span))
        return self.text("label-inline")

    def _read(self, reading: Reading, number: Number) -> str:
        name = self.words(reading.label, f"readings.{reading.id}")
        baseline = number.id.removeprefix(f"{reading.id}-with-")
        source = next((cited.source for cited in self.evidence.story.cited if cited.id == baseline), None)
        return self.text("label-reading", reading=name, source=self.words(source, "source")) if source else name

    def tongue(self, language: str) -> str:
        """The name of a language."""
        return str(Locale.parse(self.wording.locale).languages.get(language, language))

    def measure(self, what: str) -> str:
        """The word for what is counted, as the story has it, else its id."""
        words = self.evidence.story.measures.get(what)
        return self.words(words, f"measures.{what}") if words else what

    def places(self, ids: tuple[str, ...] | frozenset[str]) -> str:
        """Names of places, joined as the language joins them."""
        known = self.evidence.story.places
        order = [id for id in known if id in ids] + sorted(id for id in ids if id not in known)
        names = [self.words(known[id], f"places.{id}") if id in known else id for id in order]
        return self.listed(names)

    def listed(self, names: list[str]) -> str:
        """Names in a row, as the language joins them."""
        return self.wording.listed(names)

    def tie(self, number: str | Number, *, shown: str = "", show: str = "", decimals: int | None = None) -> Markup:
        """A number as a link to its note: the only way in which a number comes onto a page.

        Raises:
            FormulaError: no number has that name.
        """
        found = self.ledger.number(number if isinstance(number, str) else number.id)
        place = self.ledger.show(found.id)
        written = shown or self.written(found, show=show, decimals=decimals)
        long = " long" if len(written) > _LONG else ""
        return tag(
            "a",
            written,
            class_=f"n {CLASSES[found.status]}{long}",
            id=place.anchor,
            href=f"#n-{found.id}",
            data_n=place.index,
        )

    def written(self, number: Number, *, show: str = "", decimals: int | None = None) -> str:
        """A number in the page's wording, with its hedge; rounding never crosses a threshold of the story's statements.

        Args:
            number: the number.
            show: another way to show it than its own.
            decimals: 0 for a whole number.
        """
        number = replace(number, show=show) if show else number
        if decimals is not None:
            number = replace(number, value=_coarser(number.value, decimals + 2 * (number.show == "percent")))
        written = self.wording.number(number, against=self.evidence.thresholds if number.show == "ratio" else ())
        return self.text("multiple", value=written) if number.scope.what.startswith("multiple of ") else written

    # ---- What braces in prose bind ----

    def bound(self, binding: Binding) -> Markup:
        """What braces bind, as markup."""
        if binding.given:
            return tag("span", binding.given, class_="given")
        return self.tie(self._found(binding), shown=binding.shown, show=binding.show, decimals=binding.decimals)

    def spoken(self, binding: Binding) -> str:
        """What braces bind, as plain text."""
        if binding.given or binding.shown:
            return binding.given or binding.shown
        return self.written(self._found(binding), show=binding.show, decimals=binding.decimals)

    def address(self, href: str) -> str:
        """``explainer`` and ``methodology`` are pages of this language; other addresses stand."""
        return f"{href}.{self.language}.html" if href in {"explainer", "methodology"} else href

    def _found(self, binding: Binding) -> Number:
        return self.ledger.number(binding.name) if binding.name else self.ledger.computed(binding.formula)

    # ---- Small pieces that several components share ----

    def verdict(self, style: str, *words: str | Markup) -> Markup:
        """A verdict: shape, word and colour. Styles: ``ok``, ``no``, ``dep``, or nothing where it cannot be said."""
        return tag("span", *words, class_=f"v {style}".strip())

    def pill(self, status: Status) -> Markup:
        """The name of a status with its mark."""
        return tag("span", self.text(f"status-{status}"), class_=f"pill {CLASSES[status]}")

    def table(
        self, caption: str | Markup, head: tuple[str | Markup, ...], rows: Iterable[Iterable[Markup]], label: str = ""
    ) -> Markup:
        """A wide table in a labelled region that scrolls sideways; the cells of ``rows`` are made by the caller."""
        body = tag("tbody", [tag("tr", row) for row in rows])
        heads = tag("thead", tag("tr", [tag("th", item, scope="col") for item in head]))
        region = self.text("region", name=label or re.sub(r"<[^>]*>", "", str(caption)))
        table = tag("table", tag("caption", caption), heads, body, class_="wide-t")
        return tag("div", table, class_="scroll out", role="region", aria_label=region, tabindex=0)


def _coarser(value: Interval, decimals: int) -> Interval:
    """An interval with ends of fewer decimals."""
    ends = [None if end is None else rounded(end, decimals)[0] for end in (value.lo, value.hi)]
    return Interval(ends[0], ends[1], value.approx)


def edition(
    evidence: Evidence, language: str, kind: str, *, draw: bool = True, companion: Coverage | None = None
) -> Edition:
    """Open a page; the arguments are those of :class:`Edition`."""
    ledger = Ledger(evidence.numbers)
    return Edition(evidence, language, kind, Messages(language), Wording(language), ledger, draw, companion)
