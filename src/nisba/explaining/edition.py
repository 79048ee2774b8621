"""An edition: one page of a story in one language while it is written. It knows the words, the numbers and the evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from babel import Locale
from markupsafe import Markup, escape

from nisba.checking.numbers import Number, Status
from nisba.errors import FormulaError, StoryError
from nisba.explaining.agreement import disagreement
from nisba.explaining.evidence import Evidence
from nisba.explaining.gate import Coverage
from nisba.explaining.labels import label_of
from nisba.explaining.ledger import Ledger
from nisba.explaining.markup import grid, join, named, tag, visible
from nisba.explaining.messages import Messages
from nisba.explaining.number_words import says_a_number
from nisba.explaining.prose import BRACES, Binding, read_binding
from nisba.explaining.tallies import Tally, tallies
from nisba.explaining.wording import Wording, rounded, wording_of
from nisba.gathering import Words
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
        tallies: counts over the accounts and places, by name.
    """

    evidence: Evidence
    language: str
    kind: str
    messages: Messages
    wording: Wording
    ledger: Ledger
    draw: bool = True
    companion: Coverage | None = None
    tallies: Mapping[str, Tally] = field(default_factory=dict)

    @property
    def prose(self) -> str:
        """The file that the page is written in."""
        return f"{self.kind}.{self.language}.md"

    def text(self, id: str, **values: str | int) -> str:
        """A message of the page as plain text."""
        return self.wording.localised(self.messages(id, **values))

    def say(self, id: str, **values: str | int) -> Markup:
        """A message of the page; values that are markup stay markup, all else is escaped."""
        shown = {name: value for name, value in values.items() if isinstance(value, str) and named(value) != value}
        values = {**values, **{name: visible(value) for name, value in shown.items() if not isinstance(value, Markup)}}
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
            return self.wording.localised(words[self.language])
        given = next(iter(words.values()), "")
        raise StoryError(
            self.evidence.story.folder / "story.toml",
            f"{what} {given!r} is not given in {self.language}" if given else f"{what} is missing",
            f"add its .{self.language}",
        )

    def name(self, words: Words, what: str = "label") -> Markup:
        """A name that a person supplied, such as a reading's: its numerals are part of the name."""
        return self.given(self.plain(words, what))

    def plain(self, words: Words, what: str = "label") -> str:
        """A name that a person supplied, with the numbers that it binds spoken.

        Raises:
            StoryError: it is not given in the page's language.
        """
        return BRACES.sub(self._spoken, self.words(words, what))

    def _spoken(self, found: re.Match[str]) -> str:
        return self.spoken(read_binding(found["inside"], found["shown"] or ""))

    def title(self, words: Words, what: str = "title") -> Markup:
        """A sentence that a person supplied, inside a link: its numbers are spoken, not tied."""
        return self.given(self.plain(words, what))

    def sentence(self, words: Words, what: str = "words") -> Markup:
        """A sentence that a person supplied, such as a chart's title: its numbers are tied.

        Raises:
            StoryError: it is not given in the page's language.
        """
        written = self.words(words, what)
        pieces: list[Markup] = []
        at = 0
        for found in BRACES.finditer(written):
            pieces += [
                self.given(written[at : found.start()]),
                self.bound(read_binding(found["inside"], found["shown"] or "")),
            ]
            at = found.end()
        return join(pieces, self.given(written[at:]))

    def given(self, written: str) -> Markup:
        """Words whose numerals are declared to stand as they are."""
        if not says_a_number(written, self.language):
            return visible(written)
        return tag("span", written, class_="given")

    def label(self, number: Number) -> str:
        """What a number is: in the story's words, else in the page's."""
        return label_of(self, number)

    def tongue(self, language: str) -> str:
        """The name of a language."""
        known = Locale.parse(self.wording.locale).languages.get(language, language)
        return self.text("tongue", language=language, known=known)

    def measure(self, what: str) -> str:
        """The word for what is counted, as the story has it, else its id."""
        words = self.evidence.story.measures.get(what)
        return self.plain(words, f"measures.{what}") if words else what

    def places(self, ids: tuple[str, ...] | frozenset[str]) -> str:
        """Names of places, joined as the language joins them."""
        known = self.evidence.story.places
        order = [id for id in known if id in ids] + sorted(id for id in ids if id not in known)
        names = [self.plain(known[id], f"places.{id}") if id in known else id for id in order]
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
        said = "" if any(map(str.isdigit, written)) else " said"
        return tag(
            "a",
            written,
            class_=f"n {CLASSES[found.status]}{long}{said}",
            id=place.anchor,
            href=f"#n-{found.id}",
            data_n=self.wording.localised(str(place.index)),
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
        return self.text("multiple", value=written) if number.scope.multiple_of else written

    def bound(self, binding: Binding) -> Markup:
        """What braces bind, as markup."""
        if binding.given:
            return tag("span", self.wording.localised(binding.given), class_="given")
        return self.tie(number := self._found(binding), shown=self._shown(binding, number))

    def spoken(self, binding: Binding) -> str:
        """What braces bind, as plain text."""
        return self.wording.localised(binding.given) or self._shown(binding, self._found(binding))

    def _shown(self, binding: Binding, number: Number) -> str:
        """How a bound number is printed: in the writer's words where they agree with it, spelled out, or as it is shown."""
        if binding.shown:
            if problem := disagreement(binding.shown, number, self.language, self.evidence.thresholds):
                raise FormulaError(number.id, problem, f"write {{{number.id}}}, or words that say it")
            return binding.shown
        if binding.spell or binding.forms:
            return self._counted(binding, number)
        return self.written(number, show=binding.show, decimals=binding.decimals)

    def _counted(self, binding: Binding, number: Number) -> str:
        """A whole number in words, with the form of its noun that the language's plural rules ask for."""
        value = number.value.value
        if value is None or value.denominator != 1 or number.value.approx:
            problem = f"is {number.value}, not an exact whole number"
            raise FormulaError(number.id, problem, "leave out words and the forms of its noun")
        count = int(value)
        gender = binding.spell.partition("-")[2] or "m"
        figure = self.wording.spelled(count, gender) if binding.spell else self.written(number)
        forms = dict(binding.forms)
        if not forms:
            return figure
        return forms.get(self.wording.category(count), forms["other"]).replace("#", figure)

    def worth(self, binding: Binding) -> tuple[str, Interval] | None:
        """The id and value of the number that braces bind; None for what is given."""
        if binding.given:
            return None
        number = self._found(binding)
        return number.id, number.value

    def address(self, href: str) -> str:
        """``explainer`` and ``methodology`` are pages of this language; other addresses stand."""
        return f"{href}.{self.language}.html" if href in {"explainer", "methodology"} else href

    def _found(self, binding: Binding) -> Number:
        return self.ledger.number(binding.name) if binding.name else self.ledger.computed(binding.formula)

    def verdict(self, style: str, *words: str | Markup) -> Markup:
        """A verdict: shape, word and colour. Styles: ``ok``, ``no``, ``dep``, or nothing where it cannot be said."""
        return tag("span", tag("span", *words), class_=f"v {style}".strip())

    def pill(self, status: Status) -> Markup:
        """The name of a status with its mark."""
        return tag("span", self.text(f"status-{status}"), class_=f"pill {CLASSES[status]}")

    def table(
        self, caption: str | Markup, head: tuple[str | Markup, ...], rows: Iterable[Iterable[Markup]], label: str = ""
    ) -> Markup:
        """A wide table in a labelled region that scrolls sideways; the cells of ``rows`` are made by the caller."""
        region = self.text("region", name=label or re.sub(r"<[^>]*>", "", str(caption)))
        table = grid(caption, head, [tuple(row) for row in rows])
        return tag("div", table, class_="scroll out", role="region", aria_label=region, tabindex=0)


def _coarser(value: Interval, decimals: int) -> Interval:
    """An interval with ends of fewer decimals."""
    ends = [None if end is None else rounded(end, decimals)[0] for end in (value.lo, value.hi)]
    return Interval(ends[0], ends[1], value.approx)


def edition(
    evidence: Evidence, language: str, kind: str, *, draw: bool = True, companion: Coverage | None = None
) -> Edition:
    """Open a page; the arguments are those of :class:`Edition`."""
    wording = wording_of(evidence.story, language)
    counted = tallies(evidence)
    ledger = Ledger({**{name: tally.number for name, tally in counted.items()}, **evidence.numbers})
    return Edition(evidence, language, kind, Messages(language), wording, ledger, draw, companion, counted)
