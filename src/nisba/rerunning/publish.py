"""From an executed notebook to the page a reader opens: the only module that knows nbconvert.

``jupyter nbconvert --to nisba NOTEBOOK`` does the same as ``nisba run``: the exporter is registered with nbconvert.
The page is one file that asks for nothing: its style and script are ours, named in its policy by their hashes, and no
other can run.
"""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup
from nbconvert.exporters import TemplateExporter
from nbconvert.exporters.exporter import Exporter
from nbconvert.utils.exceptions import ConversionException
from traitlets import default
from traitlets.config import Config

import nisba
from nisba.errors import RunError
from nisba.explaining import theme
from nisba.rerunning.any_notebook import KIND, Left, any_page
from nisba.rerunning.page import Page, find_page
from nisba.rerunning.plain import in_markdown, markdown
from nisba.rerunning.runnable import notebook
from nisba.rerunning.sanitise import safe_links, sanitise

_TEMPLATES = Path(nisba.__file__).parent / "explaining" / "templates"
_LOOK = _TEMPLATES / "nisba"


class NisbaExporter(TemplateExporter):
    """The page that a notebook displays in parts, cleaned and whole."""

    export_from_notebook = "nisba page"
    output_mimetype = "text/html"
    default_preprocessors: list[str] = []  # noqa: RUF012 - the code cells are not part of the page

    @property
    def default_config(self) -> Config:
        """Nothing of nbconvert's own machinery is needed."""
        return Config()

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    @default("template_name")
    def _template_name_default(self) -> str:
        return "nisba"

    @default("extra_template_basedirs")
    def _extra_template_basedirs_default(self) -> list[str]:
        return [str(_TEMPLATES)]

    def _create_environment(self) -> Environment:
        """Nbconvert's environment, in which a value is text unless we say that it is markup."""
        environment: Environment = super()._create_environment()  # type: ignore[no-untyped-call]
        environment.autoescape = True
        return environment

    def from_notebook_node(  # type: ignore[override] # nbconvert's own base class says it wrongly, too
        self, nb: Any, resources: Any = None, **more: Any
    ) -> tuple[str, Any]:
        """The page as HTML; of a notebook that displays none, its text, code and results.

        Raises:
            ConversionException: the notebook displays an unusable page (nbconvert shows its sentence).
        """
        content, resources = Exporter.from_notebook_node(self, nb, resources, **more)
        name = resources.get("metadata", {}).get("name") or "notebook"
        try:
            page = find_page(f"{name}.ipynb", content)
        except RunError as error:
            raise ConversionException(str(error)) from error
        if page is None:
            page = any_page(name, content, Left(self.exclude_input, self.exclude_output))
        return self._whole(page), resources

    def _whole(self, page: Page) -> str:
        """The page in its template, with our style, our script, and the policy that admits only these."""
        css, script = _look("style.css") + theme.style(page.head.get("theme")), _look("script.js")
        about = {
            "kind": page.kind,
            "language": page.language,
            "direction": page.direction,
            "title": page.title,
            "description": page.description,
            "head": safe_links(page.head),
            "css": Markup(css),  # noqa: S704 - our own file, and colours and fonts as theme.style() admits them
            "logo": theme.logo(page.head.get("theme")),
            "script": Markup(script),  # noqa: S704 - our own file
        }
        blocks = [_data_block(said) for said in page.head.get("structured") or []]
        about["blocks"] = [Markup(block) for block in blocks]  # noqa: S704 - escaped by _data_block()
        clean = page.body if page.kind == KIND else sanitise(page.body)  # readable() cleaned that of any notebook
        body = Markup(clean)  # noqa: S704 - made safe by sanitise()
        html: str = self.template.render(page=about, body=body, csp=policy(css, script, *blocks))
        return html


def page_of(file: str, content: Any) -> dict[str, str]:
    """The page that an executed notebook displays, as the files of its forms by name, HTML first; none if it displays none.

    A methodology is also written as Markdown and as a notebook whose sums can be run.

    Raises:
        RunError: the page is unusable.
    """
    page = find_page(file, content)
    if page is None:
        return {}
    html, _ = NisbaExporter().from_notebook_node(content)  # type: ignore[no-untyped-call]
    if page.kind != "methodology":
        return {page.file: html}
    written, name = in_markdown(page), f"{page.kind}.{page.language}"
    return {page.file: html, f"{name}.md": markdown(written), f"{name}.ipynb": notebook(written)}


def policy(css: str, script: str, *blocks: str) -> str:
    """The content security policy of a page: this style, this script, pictures inside the file, and nothing else.

    See W3C, Content Security Policy Level 3, section 8.4 on hashes.
    """
    allowed = [f"'{_hash(text)}'" for text in (script, *blocks) if text]
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(css)}'" if css else "style-src 'none'",
            f"script-src {' '.join(allowed)}" if allowed else "script-src 'none'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _data_block(said: Any) -> str:
    """An object as JSON that cannot end its element: HTML's own signs are escaped as JSON allows (RFC 8259, section 7)."""
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _look(name: str) -> str:
    """One of the template's own files, without the white space around it; empty where there is none."""
    path = _LOOK / name
    return path.read_text(encoding="utf-8").strip() if path.exists() else ""
