"""A newsroom's logo, as data inside its house file: small, and unable to do anything but be looked at."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from nisba.gathering.fields import Fields

LARGEST = 32 * 1024
"""Bytes that a logo may have: it is inside every page."""
_PNG = b"\x89PNG\r\n\x1a\n"
_NAMESPACE = "{http://www.w3.org/2000/svg}svg"
_ACTIVE = {"script", "foreignobject", "image", "iframe", "a", "animate", "set", "animatetransform", "animatemotion"}
_AWAY = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)


def read_logo(fields: Fields, key: str) -> str:
    """A logo as the address of a picture that lies inside the page; empty where none is given.

    Args:
        fields: the table that it stands in.
        key: its name there; the text of an SVG, or a PNG in base64.

    Raises:
        StoryError: it is neither, too large, or an SVG that holds more than a drawing.
    """
    given = fields.text(key, "").strip()
    if not given:
        return ""
    drawn = given.startswith("<")
    content = given.encode() if drawn else _decoded(fields, key, given)
    if len(content) > LARGEST:
        raise fields.problem(f"{key} has {len(content)} bytes", f"make it smaller than {LARGEST}: every page holds it")
    for problem, remedy in _faults(given) if drawn else ():
        raise fields.problem(f"{key} {problem}", remedy)
    kind = "svg+xml" if drawn else "png"
    return f"data:image/{kind};base64,{base64.b64encode(content).decode()}"


def _decoded(fields: Fields, key: str, given: str) -> bytes:
    try:
        content = base64.b64decode("".join(given.split()), validate=True)
    except binascii.Error:
        content = b""
    if not content.startswith(_PNG):
        raise fields.problem(f"{key} is no picture", "write the text of an SVG, or a PNG in base64")
    return content


def _faults(svg: str) -> Iterator[tuple[str, str]]:
    """What is wrong with an SVG: it must be whole, and hold nothing that acts or leads anywhere."""
    plain = "save it as a plain SVG: shapes, colours and gradients only"
    if "<!DOCTYPE" in svg or "<!ENTITY" in svg:  # before any parser sees it: entities may unfold without end
        yield "declares a document type", plain
        return
    try:
        root = ET.fromstring(svg)  # noqa: S314 - no entity can stand in it any more
    except ET.ParseError as error:
        yield f"is not whole ({error})", "export the SVG again"
        return
    if root.tag != _NAMESPACE:
        yield "is no SVG", 'begin it with <svg xmlns="http://www.w3.org/2000/svg" …>'
    for element in root.iter():
        name = str(element.tag).rpartition("}")[2].lower()
        if name in _ACTIVE:
            yield f"holds <{name}>", plain
        for attribute, value in element.attrib.items():
            bare = attribute.rpartition("}")[2].lower()
            if bare.startswith("on") or (bare == "href" and not value.startswith("#")) or _AWAY.search(value):
                yield f"holds {bare}={value[:40]!r}", plain
        if name == "style" and _AWAY.search(element.text or ""):
            yield "holds a style that leads elsewhere", plain
