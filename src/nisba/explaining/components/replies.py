"""The right of reply: whom a story names, whether they were asked, and what they answered."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from nisba.explaining.components.boxes import box
from nisba.explaining.edition import Edition
from nisba.explaining.markup import foreign, tag
from nisba.explaining.prose import Directive, Writer
from nisba.gathering import Reply


def replies(edition: Edition, _writer: Writer, _directive: Directive) -> Markup:
    """``::: replies``: who was asked and what came of it; or that nobody has been asked."""
    found = edition.evidence.story.replies
    content = tag("ul", [tag("li", _reply(edition, entry)) for entry in found]) if found else None
    nobody = None if found else tag("p", edition.text("replies-none"))
    return box("replies", edition.text("replies"), content, nobody)


def _reply(edition: Edition, entry: Reply) -> list[Markup]:
    who = tag("b", edition.sentence(entry.who, "replies.who"))
    if entry.asked_on is None:
        return [edition.say("reply-not-asked", who=who)]
    how = edition.sentence(entry.how, "replies.how") if entry.how else Markup()
    told = [edition.say("reply-asked", who=who, date=_day(edition, entry.asked_on), how=how, way=str(bool(entry.how)))]
    if entry.about:
        told += [Markup(" "), edition.say("reply-about", about=edition.sentence(entry.about, "replies.about"))]
    return [*told, Markup(" "), *_answer(edition, entry)]


def _answer(edition: Edition, entry: Reply) -> list[Markup]:
    if entry.answered_on is None:
        if entry.waited_until is None:
            return [edition.say("reply-silent")]
        return [edition.say("reply-silent-until", date=_day(edition, entry.waited_until))]
    own = entry.language in entry.answer and entry.language != edition.language and edition.language not in entry.answer
    language = entry.language if own else edition.language
    words = entry.answer[language] if own else edition.words(entry.answer, "replies.answer")
    quoted = tag("blockquote", words, class_="words", **foreign(language, edition.language))
    ours = edition.language != entry.language and not own
    said = edition.say("reply-came", date=_day(edition, entry.answered_on))
    mark = tag("span", edition.text("reply-translated", tongue=edition.tongue(entry.language)), class_="ours")
    return [said, quoted, *([mark] if ours else [])]


def _day(edition: Edition, day: date) -> Markup:
    return tag("time", edition.wording.date(day), datetime=day.isoformat())
