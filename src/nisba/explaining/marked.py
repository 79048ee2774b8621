"""A report on one page with every number marked, and what was checked beside the paragraph it stands in.

One file that asks the network for nothing: the pages' own style is inside it, and its policy forbids all else. Text is escaped
where markup is made (:mod:`nisba.explaining.markup`), so a report cannot bring any of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from markupsafe import Markup

from nisba.checking.inferred import Relation
from nisba.checking.verdicts import Verdict
from nisba.explaining.markup import direction, join, tag
from nisba.reading import Quantity, Report, Span, Unread

_CSP = "default-src 'none'; style-src 'unsafe-inline'"
_STYLES = {Verdict.HOLDS: "ok", Verdict.FAILS: "no", Verdict.UNDECIDED: ""}
_WORDS = {Verdict.HOLDS: "holds", Verdict.FAILS: "fails", Verdict.UNDECIDED: "undecided"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A report, its numbers, what was checked, and in what it parts from the first report given."""

    report: Report
    quantities: tuple[Quantity | Unread, ...]
    relations: tuple[Relation, ...]
    remarks: tuple[str, ...] = ()


def marked(checked: Sequence[Checked]) -> str:
    """The page, in English around the reports' own words, each in its own direction."""
    folder = files("nisba.explaining") / "templates" / "nisba"
    style = "".join((folder / name).read_text(encoding="utf-8") for name in ("style.css", "marked.css"))
    title = ", ".join(one.report.name for one in checked)
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{_CSP}">'
    )
    head_of = tag("head", Markup(head), tag("title", f"Checked: {title}"), tag("style", Markup(style)))  # noqa: S704 - ours
    body = tag("body", tag("main", [_report(number, one) for number, one in enumerate(checked)], class_="checked"))
    return f"<!doctype html>\n{tag('html', head_of, body, lang='en', dir='ltr')}\n"


def _report(number: int, one: Checked) -> Markup:
    counted = {verdict: sum(relation.verdict is verdict for relation in one.relations) for verdict in Verdict}
    told = ", ".join(f"{count} {_WORDS[verdict]}" for verdict, count in counted.items() if count) or "nothing to check"
    remarks = tag("ul", [tag("li", remark) for remark in one.remarks]) if one.remarks else None
    heading = tag("h2", tag("bdi", one.report.name), id=f"r{number}")
    paragraphs = [_paragraph(number, one, span) for span in _paragraphs(one.report.text)]
    return tag("article", heading, tag("p", told, class_="told"), remarks, paragraphs, aria_labelledby=f"r{number}")


def _paragraphs(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield Span(at, at + len(line))
        at += len(line)


def _paragraph(number: int, one: Checked, span: Span) -> Markup:
    here = [relation for relation in one.relations if span.start <= _first(relation).start < span.end]
    language = one.report.language
    words = tag("p", _words(number, one, span), lang=language, dir=direction(language), class_="said")
    verdicts = [_verdict(number, one.report, relation) for relation in here]
    return tag("div", words, tag("ul", verdicts, class_="beside") if verdicts else None, class_="row")


def _words(number: int, one: Checked, span: Span) -> Markup:
    pieces: list[str | Markup] = []
    at = span.start
    for quantity in sorted(one.quantities, key=lambda found: found.span):
        start, end = quantity.span.start, quantity.span.end
        if at <= start and end <= span.end:
            pieces += [one.report.text[at:start], _mark(number, one, quantity)]
            at = end
    return join(pieces, one.report.text[at : span.end])


def _mark(number: int, one: Checked, quantity: Quantity | Unread) -> Markup:
    verdicts = {relation.verdict for relation in one.relations if quantity.span in _spans(relation)}
    worst = next(
        (verdict for verdict in (Verdict.FAILS, Verdict.HOLDS, Verdict.UNDECIDED) if verdict in verdicts), None
    )
    style = f"q {_STYLES[worst] or 'open'}" if worst else "q"
    return tag("mark", quantity.surface, class_=style, id=f"q{number}-{quantity.span.start}")


def _verdict(number: int, report: Report, relation: Relation) -> Markup:
    links = [
        tag("a", tag("bdi", report.words(span), lang=report.language), href=f"#q{number}-{span.start}")
        for span in sorted(_spans(relation))
    ]
    word = tag("span", _WORDS[relation.verdict], class_=f"v {_STYLES[relation.verdict]}".strip())
    return tag("li", word, " ", relation.why, " ", tag("span", join(*links, by=", "), class_="at"))


def _spans(relation: Relation) -> frozenset[Span]:
    return frozenset(m.number.quote.span for m in relation.mentions if m.number.quote)


def _first(relation: Relation) -> Span:
    return min(_spans(relation))
