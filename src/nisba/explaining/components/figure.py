"""A figure: its finding as title, the chart in two widths, a caption with the sources, and the numbers as a table."""

from __future__ import annotations

from markupsafe import Markup

from nisba.checking.formulas import holds
from nisba.checking.verdicts import Verdict
from nisba.errors import StoryError
from nisba.explaining.edition import Edition
from nisba.explaining.markup import named, tag
from nisba.explaining.prose import Directive, Writer
from nisba.gathering import Picture, Words


def figure(edition: Edition, _writer: Writer, directive: Directive) -> Markup:
    """``::: chart ID``: a chart of the story."""
    picture = edition.evidence.picture(directive.argument)
    title, caption = f"f-{picture.id}-title", f"f-{picture.id}-caption"
    drawn, table = _drawn(edition, picture)
    top = tag(
        "div",
        tag("p", edition.sentence(finding(edition, picture), "title"), class_="fig-t", id=title),
        tag("p", edition.sentence(picture.subtitle, "subtitle"), class_="fig-s") if picture.subtitle else None,
        drawn,
        class_="fig-b",
    )
    under = tag("figcaption", edition.sentence(picture.caption, "caption") if picture.caption else None, id=caption)
    return tag("figure", top, under, table, aria_labelledby=title, aria_describedby=caption)


def finding(edition: Edition, picture: Picture) -> Words:
    """The first title whose condition holds on the numbers.

    Raises:
        StoryError: none does.
    """
    for choice in picture.title:
        if not choice.when or holds(choice.when, edition.ledger.numbers) is Verdict.HOLDS:
            return choice.words
    raise StoryError(
        edition.evidence.story.folder / "story.toml",
        f"[charts.{picture.id}] has no title that holds",
        "add one without when",
    )


def _drawn(edition: Edition, picture: Picture) -> tuple[Markup, Markup]:
    """The chart in both widths, and its data table; empty where the page is written without charts."""
    if not edition.draw:
        return Markup(), Markup()
    from nisba.explaining.charts import alt_text, chart_of, data_table, draw  # noqa: PLC0415 - drawing is slow to load

    chart = chart_of(picture, edition.ledger.numbers, edition.wording, edition.evidence)
    says = alt_text(chart)
    svgs = {width: _before(edition, picture, width, chart.title, says) for width in ("wide", "narrow")}
    wide, narrow = (tag("div", Markup(svg or draw(chart, width)), class_=width) for width, svg in svgs.items())  # type: ignore[arg-type] # noqa: S704
    image = tag("div", wide, narrow, class_="chart", role="img", aria_label=says)
    head, rows = data_table(chart)
    table = tag(
        "table",
        tag("caption", edition.sentence(finding(edition, picture)), class_="vh"),
        tag("thead", tag("tr", [tag("th", name, scope="col") for name in head])),
        tag(
            "tbody", [tag("tr", tag("th", row[0], scope="row"), [tag("td", cell) for cell in row[1:]]) for row in rows]
        ),
    )
    scroll = tag(
        "div",
        table,
        class_="scroll",
        role="region",
        aria_label=edition.text("region", name=edition.text("data")),
        tabindex=0,
    )
    return image, tag("details", tag("summary", edition.text("data-show")), scroll)


def _before(edition: Edition, picture: Picture, width: str, title: str, says: str) -> str:
    """The chart as it was drawn before; empty where it was not, or where that drawing says other numbers."""
    drawn = edition.evidence.drawings.get(f"{picture.id}.{edition.language}.{width}", "")
    return drawn if f"<title>{_text(title)}</title><desc>{_text(says)}</desc>" in drawn else ""


def _text(text: str) -> str:
    """Text as XML has it between tags."""
    return named(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
