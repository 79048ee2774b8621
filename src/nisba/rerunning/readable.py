"""Strangers' HTML as part of a page: cleaned, with one title, tables that scroll and say what heads them, pictures with words."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag

from nisba.explaining.markup import named
from nisba.explaining.messages import Messages
from nisba.rerunning.sanitise import sanitise

_OWN = ("id", "class", "role", "tabindex", "hidden", "style")
"""Attributes by which a stranger's element could pass for one of the page's own."""


def cleaned(text: str) -> str:
    """A stranger's HTML without anything that runs, whole in itself, and without what could pass for the page's own."""
    found = BeautifulSoup(sanitise(text, pictures=True), "html.parser")
    for element in found.find_all(name=True):
        element.attrs = {key: value for key, value in element.attrs.items() if _harmless(key)}
    return str(found)


def readable(body: str, title: str, otherwise: str, words: Messages) -> tuple[str, str, str]:
    """A body that is safe and reads well, its title and its first words.

    Args:
        body: HTML whose strangers' parts are :func:`cleaned`.
        title: its title; empty: its first heading.
        otherwise: its title where it has no heading either.
        words: the page's language.
    """
    page = BeautifulSoup(body, "html.parser")
    _pictures(page, words)
    _tables(page, words)
    found = _headings(page, title, otherwise)
    first = page.find("p")
    said = " ".join(first.get_text(" ").split()) if first else ""
    return sanitise(str(page), pictures=True), named(found), named(said) or named(found)


def _harmless(key: str) -> bool:
    return key not in _OWN and not key.startswith(("data-", "aria-"))


def _pictures(page: BeautifulSoup, words: Messages) -> None:
    """A picture that is not inside the file is no picture here: a link to it, or its words."""
    for picture in page.find_all("img"):
        address, alt = str(picture.get("src") or ""), str(picture.get("alt") or "")
        if address.startswith("data:"):
            picture["alt"] = alt
            continue
        told = words("notebook-picture-elsewhere", alt=alt or address.rpartition("/")[2] or "?")
        new = page.new_tag("a", href=address) if address.startswith("https://") else page.new_tag("span")
        new.string = told
        picture.replace_with(new)


def _tables(page: BeautifulSoup, words: Messages) -> None:
    for table in page.find_all("table"):
        if table.find_parent("table"):
            continue
        table["class"] = "wide-t"
        for cell in table.find_all("th"):
            if not cell.get_text(strip=True):
                cell.name = "td"
            elif not cell.has_attr("scope"):
                cell["scope"] = "col" if cell.find_parent("thead") else "row"
        name = words("region", name=words("notebook-table"))
        region = page.new_tag(
            "div", attrs={"class": "scroll out", "role": "region", "tabindex": "0", "aria-label": name}
        )
        table.wrap(region)


def _headings(page: BeautifulSoup, title: str, otherwise: str) -> str:
    """One title; every heading with the address by which notebooks link to it, and none that skips a level."""
    tops = page.find_all("h1")
    own = " ".join(tops[0].get_text().split()) if tops else ""
    for top in tops[1:]:
        top.name = "h2"
    if not own:
        own = title or otherwise
        head = page.new_tag("h1")
        head.string = own
        page.insert(0, head)
    taken: set[str] = {"main", "closed"}
    level = 1
    for heading in page.find_all(re.compile(r"^h[1-6]$")):
        level = min(int(heading.name[1]), level + 1) if heading.name != "h1" else 1
        heading.name = f"h{level}"
        _address(heading, taken)
    return title or own


def _address(heading: Tag, taken: set[str]) -> None:
    address = re.sub(r"[^\w.:-]+", "-", heading.get_text().strip())
    if address and address not in taken:
        heading["id"] = address
        taken.add(address)
