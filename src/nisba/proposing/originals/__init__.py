"""Originals: files as they arrive on a desk, and the text in them; nothing is fetched, and the bytes are never altered."""

from nisba.proposing.originals.extracted import Extracted, Hint
from nisba.proposing.originals.formats import FORMATS, extract

__all__ = ["FORMATS", "Extracted", "Hint", "extract"]
