"""Prose: Markdown in which numbers are names, never digits. The syntax: ``docs/writing_prose.md``."""

from nisba.explaining.prose.bindings import BRACES, Binding, numerals, read_binding
from nisba.explaining.prose.source import Block, Directive, Prose, Section, Text, read_prose
from nisba.explaining.prose.writer import Binder, Writer

__all__ = [
    "BRACES",
    "Binder",
    "Binding",
    "Block",
    "Directive",
    "Prose",
    "Section",
    "Text",
    "Writer",
    "numerals",
    "read_binding",
    "read_prose",
]
