"""Touching a page as readers might: what some markup does, it does only when it is pointed at, clicked or focused."""

from __future__ import annotations

LISTEN = "window.hits = []; window.fired = name => top.hits.push(name)"
"""Runs before a page: what a payload calls, and where it is noted."""

_TOUCH = """() => {
    for (const element of document.querySelectorAll('*'))
        for (const name of ['mouseover', 'pointerover', 'click', 'focus', 'toggle', 'animationstart', 'begin'])
            element.dispatchEvent(new Event(name, {bubbles: false, cancelable: true}));
    return [...document.querySelectorAll('[href],[src],[action],[formaction]')]
        .map(element => element.href?.baseVal ?? element.href ?? element.src ?? '')
        .filter(address => !/^(https|file):|^#/.test(address));
}"""


def touched(tab) -> list[str]:
    """Every element is pointed at, clicked and focused; the addresses on the page that lead where no page may."""
    return tab.evaluate(_TOUCH)
