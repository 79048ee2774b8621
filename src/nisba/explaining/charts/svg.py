"""SVG made small and fit for a page: read as XML, written anew.

What matplotlib writes has style attributes (which a strict content security policy forbids), comments with the text of
labels, metadata, ids that two drawings on one page would share, and outlines to six decimals. What leaves here has
presentation attributes, the page's colours as ``var(--token,#light)``, ids with a prefix, outlines in whole steps of a
grid that are stored once, and coordinates to a tenth of a pixel.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count, groupby
from xml.etree import ElementTree as ET

from nisba.explaining.charts.outlines import outline
from nisba.explaining.charts.tokens import TOKENS

Colours = Mapping[str, tuple[str, str]]
"""Light and dark value of each token."""
_SVG = "{http://www.w3.org/2000/svg}"
_HREF = "{http://www.w3.org/1999/xlink}href"
_KINDS = ("plain", "hatch", "fade-right", "fade-left")
_CODE = re.compile(r"#01(?P<kind>[0-9a-f]{2})(?P<token>[0-9a-f]{2})")
_CALL = re.compile(r"(?P<name>\w+)\((?P<numbers>[^)]*)\)")
_KEPT = ("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity")
_DEFAULTS = {"stroke-linejoin": "miter", "stroke-width": "1", "opacity": "1"}
_EM = 500  # steps of the grid that letters are drawn on; at 20 pixels one is a 25th of a pixel
_GLYPH = _EM / 6400  # matplotlib's outlines are in 64ths of a hundredth of the em


@dataclass(frozen=True, slots=True)
class Code:
    """A colour that says which token is meant, and as what: ``plain``, ``hatch``, ``fade-right`` or ``fade-left``."""

    kind: str
    token: str

    def written(self) -> str:
        """The code as a colour for matplotlib."""
        return f"#01{_KINDS.index(self.kind):02x}{list(TOKENS).index(self.token):02x}"

    @classmethod
    def read(cls, colour: str) -> Code | None:
        """The code that a colour is, or None where it is no code."""
        found = _CODE.fullmatch(colour)
        return cls(_KINDS[int(found["kind"], 16)], list(TOKENS)[int(found["token"], 16)]) if found else None


def colour(token: str, colours: Colours) -> str:
    """A token as a colour of the page, with its light value where there is no page."""
    return f"var(--{token},{colours[token][0]})"


def compact(drawn: str, prefix: str, title: str, description: str, colours: Colours = TOKENS) -> str:
    """Write matplotlib's SVG anew.

    Args:
        drawn: the SVG, drawn in coded colours.
        prefix: what its ids begin with.
        title: name of the drawing.
        description: the drawing in words.
        colours: light and dark value of each token.
    """
    source = ET.fromstring(drawn)  # noqa: S314 -- our own drawing, made a moment ago
    return _Compactor(source, prefix, colours).written(title, description)


class _Compactor:
    """One drawing while it is written anew."""

    def __init__(self, source: ET.Element, prefix: str, colours: Colours) -> None:
        self.source, self.prefix, self.colours = source, prefix, colours
        self._numbers = count()
        self._ids: dict[str, str] = {}
        self._outlines: dict[str, str] = {}
        self.definitions = ET.Element("defs")
        for path in source.iter(f"{_SVG}path"):
            if path.get("id"):
                self._outlines[path.attrib["id"]] = path.get("d", "")

    def written(self, title: str, description: str) -> str:
        left, top, width, height = (float(part) for part in self.source.attrib["viewBox"].split())
        root = ET.Element("svg", xmlns="http://www.w3.org/2000/svg", viewBox=f"{left:g} {top:g} {width:g} {height:g}")
        ET.SubElement(root, "title").text = title
        ET.SubElement(root, "desc").text = description
        root.append(self.definitions)
        root.extend(self.joined(self.source))
        if not len(self.definitions):
            root.remove(self.definitions)
        return ET.tostring(root, encoding="unicode")

    def joined(self, parent: ET.Element) -> Iterator[ET.Element]:
        """What is drawn inside an element; dots of one style that follow one another share a group."""
        for (dots, style), run in groupby(self.children(parent), key=lambda found: (found.tag == "use", _style(found))):
            members = list(run)
            if not dots or len(members) == 1:
                yield from members
                continue
            group = ET.Element("g", dict(style))
            group.extend(ET.Element("use", {key: dot.attrib[key] for key in ("href", "x", "y")}) for dot in members)
            yield group

    def children(self, parent: ET.Element) -> Iterator[ET.Element]:
        """What is drawn inside an element; groups without a meaning of their own are dissolved."""
        for element in parent:
            match element.tag.removeprefix(_SVG):
                case "g" if "transform" in element.attrib:
                    yield from self.text(element)
                case "g":
                    yield from self.children(element)
                case "path":
                    yield from self.path(element)
                case "use":
                    yield from self.marker(element)

    def path(self, element: ET.Element) -> Iterator[ET.Element]:
        style = self.style(element)
        if style.get("fill") != "none" or "stroke" in style:
            yield ET.Element("path", {"d": outline(element.get("d", ""), decimals=1), **style})

    def marker(self, element: ET.Element) -> Iterator[ET.Element]:
        """A dot, which matplotlib draws by reference."""
        id = element.attrib[_HREF].removeprefix("#")
        if id not in self._ids:
            self._ids[id] = self.new_id()
            path = {"id": self._ids[id], "d": outline(self._outlines[id], decimals=2)}
            ET.SubElement(self.definitions, "path", path)
        at = {key: _short(float(element.get(key, "0")), 1) for key in "xy"}
        yield ET.Element("use", {"href": f"#{self._ids[id]}", **at, **self.style(element)})

    def text(self, element: ET.Element) -> Iterator[ET.Element]:
        """A line of text: outlines by reference, on a scale of one font unit."""
        uses = [use for use in element.iter(f"{_SVG}use") if self._outlines.get(use.attrib[_HREF].removeprefix("#"))]
        if not uses:
            return
        placed = _calls(element.attrib["transform"])
        (x, y), scale = placed["translate"], placed["scale"][0] * 100 / _EM
        group = ET.Element(
            "g", {"transform": f"translate({_short(x, 1)} {_short(y, 1)})scale({_short(scale, 5)}-{_short(scale, 5)})"}
        )
        group.attrib.update(self.style(element))
        for use in uses:
            shift = _calls(use.get("transform", "")).get("translate", [0.0, 0.0])
            steps = {key: round(value * _EM / 100) for key, value in zip("xy", [*shift, 0.0], strict=False)}
            at = {key: str(value) for key, value in steps.items() if value}
            ET.SubElement(group, "use", {"href": f"#{self.glyph(use.attrib[_HREF].removeprefix('#'))}", **at})
        yield group

    def glyph(self, id: str) -> str:
        if id not in self._ids:
            self._ids[id] = self.new_id()
            path = outline(self._outlines[id], scale=_GLYPH, decimals=0)
            ET.SubElement(self.definitions, "path", {"id": self._ids[id], "d": path})
        return self._ids[id]

    def new_id(self) -> str:
        return f"{self.prefix}{next(self._numbers)}"

    def style(self, element: ET.Element) -> dict[str, str]:
        """Presentation attributes from a style attribute; what is the default anyway is left out."""
        pairs = (pair.split(":", 1) for pair in element.get("style", "").split(";") if ":" in pair)
        found = {key.strip(): value.strip() for key, value in pairs}
        kept = {key: self.paint(found[key]) for key in _KEPT if key in found and found[key] != _DEFAULTS.get(key)}
        if "stroke-dasharray" in kept:
            kept["stroke-dasharray"] = " ".join(_short(float(part), 1) for part in kept["stroke-dasharray"].split(","))
        if "stroke" not in kept:
            kept = {key: value for key, value in kept.items() if not key.startswith("stroke-")}
        return kept

    def paint(self, value: str) -> str:
        code = Code.read(value)
        if code is None:
            return value
        return colour(code.token, self.colours) if code.kind == "plain" else f"url(#{self.server(code)})"

    def server(self, code: Code) -> str:
        """The id of a hatching or a fading, defined when it is first used."""
        key = code.written()
        if key not in self._ids:
            self._ids[key] = self.new_id()
            paint = colour(code.token, self.colours)
            fade = code.kind != "hatch"
            self.definitions.append(_fade(code, self._ids[key], paint) if fade else _hatch(self._ids[key], paint))
        return self._ids[key]


def _style(element: ET.Element) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in element.attrib.items() if key in _KEPT)


def _hatch(id: str, paint: str) -> ET.Element:
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
    pattern = ET.Element("pattern", {"id": id, **size})
    ET.SubElement(pattern, "path", {"d": "M3 0V6", "stroke": paint, "stroke-width": "1.6"})
    return pattern


def _fade(code: Code, id: str, paint: str) -> ET.Element:
    ends = {"x1": "1", "x2": "0"} if code.kind == "fade-left" else {}
    gradient = ET.Element("linearGradient", {"id": id, **ends})
    ET.SubElement(gradient, "stop", {"stop-color": paint, "stop-opacity": ".6"})
    ET.SubElement(gradient, "stop", {"offset": "1", "stop-color": paint, "stop-opacity": "0"})
    return gradient


def _calls(transform: str) -> dict[str, list[float]]:
    """``translate(3 4) scale(2)`` as numbers by name."""
    found = _CALL.finditer(transform)
    return {call["name"]: [float(part) for part in call["numbers"].replace(",", " ").split()] for call in found}


def _short(value: float, decimals: int) -> str:
    text = f"{value:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text
