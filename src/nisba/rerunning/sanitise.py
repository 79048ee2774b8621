"""Only what a page needs, by name: elements, attributes, and where links may lead.

A notebook's output is words of strangers (a report, a person's prose) in markup made by code; whatever slips into it,
nothing but what is listed here comes out. Parsing and serialising are nh3's (ammonia, html5ever), which read HTML and
the SVG in it as a browser does. The page's own policy (CSP) stands behind this as the second wall.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import nh3

_STRUCTURE = "main header footer nav section article aside div h1 h2 h3 h4 h5 h6 hr details summary figure figcaption"
_TEXT = "p span b i em strong small sub sup mark q cite blockquote pre code kbd abbr dfn time data bdi bdo br wbr a"
_LISTS = "ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td"
_SVG = (
    "svg g defs use symbol title desc path rect circle ellipse line polyline polygon text tspan "
    "clipPath mask marker pattern linearGradient radialGradient stop"
)
_TAGS = {*_STRUCTURE.split(), *_TEXT.split(), *_LISTS.split(), *_SVG.split()}

_EVERYWHERE = "id class role lang dir tabindex hidden translate"
_BY_TAG = {
    "a": "href hreflang download",
    "ol": "start reversed type",
    "li": "value",
    "th": "scope colspan rowspan abbr headers",
    "td": "colspan rowspan headers",
    "col": "span",
    "colgroup": "span",
    "time": "datetime",
    "data": "value",
    "details": "open",
    "bdo": "dir",
    "use": "href xlink:href",
}
_SVG_ATTRIBUTES = (
    "viewBox width height preserveAspectRatio xmlns focusable x y x1 y1 x2 y2 cx cy r rx ry dx dy d points transform "
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap "
    "stroke-linejoin stroke-miterlimit opacity color display visibility vector-effect shape-rendering paint-order "
    "clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits marker-start marker-mid marker-end markerWidth "
    "markerHeight markerUnits refX refY orient patternUnits patternContentUnits patternTransform gradientUnits "
    "gradientTransform spreadMethod fx fy offset stop-color stop-opacity text-anchor dominant-baseline direction "
    "unicode-bidi font-family font-size font-weight font-style textLength lengthAdjust"
)
_SHAPES = set(_SVG.split())

# Within the page, to a web page over https, or to a file that is published beside it.
_LINK = re.compile(r"#[^\s\"'<>]*|https://[^\s\"'<>\\]+|[\w-][\w.-]*(/[\w-][\w.-]*)*(#[^\s\"'<>]*)?")
_OWN = re.compile(r"#[\w.:-]+")
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]+|https://[^\s\"'<>\\]+")
_PAINT = re.compile(r"url\(#[\w.:-]+\)")


def sanitise(markup: str, *, pictures: bool = False) -> str:
    """The markup with only the listed elements and attributes; scripts and styles go with their content.

    Args:
        markup: HTML.
        pictures: keep pictures, those inside the file as they are; who calls sees to it that no other is fetched.
    """
    return nh3.clean(
        markup,
        tags=_TAGS | {"img"} if pictures else _TAGS,
        clean_content_tags={"script", "style"},
        attributes=_attributes() | ({"img": {"src", "alt", "width", "height"}} if pictures else {}),
        attribute_filter=_keep,
        generic_attribute_prefixes={"aria-", "data-"},
        url_schemes={"https", "data"} if pictures else {"https"},
        link_rel=None,
    )


def safe_links(said: Any) -> Any:
    """The same nested lists and dicts, in which every ``href`` leads where a page's links may lead, or nowhere."""
    if isinstance(said, Mapping):
        return {name: _safe_link(value) if name == "href" else safe_links(value) for name, value in said.items()}
    if isinstance(said, list):
        return [safe_links(value) for value in said]
    return said


def _safe_link(value: Any) -> str:
    return value if isinstance(value, str) and _LINK.fullmatch(value) else "#"


def _attributes() -> dict[str, set[str]]:
    allowed = {tag: {*_SVG_ATTRIBUTES.split()} for tag in _SHAPES}
    for tag, names in _BY_TAG.items():
        allowed.setdefault(tag, set()).update(names.split())
    return {**allowed, "*": {*_EVERYWHERE.split()}}


def _keep(tag: str, attribute: str, value: str) -> str | None:
    """The value of an attribute, or None where it would lead out of the page in another way than a plain link."""
    if attribute == "src":
        return value if tag == "img" and _PICTURE.fullmatch(value) else None
    if attribute in ("href", "xlink:href"):
        pattern = _LINK if tag == "a" else _OWN
        return value if pattern.fullmatch(value) else None
    if "url(" in value.lower() and tag in _SHAPES and not _PAINT.fullmatch(value.strip()):
        return None
    return value
