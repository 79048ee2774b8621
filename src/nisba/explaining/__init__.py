"""Explaining: from findings to pages. Every number that a reader meets leads back to its words or its sum."""

from nisba.explaining.evidence import Evidence, Output, drawings_of, outputs_of
from nisba.explaining.explainer import explainer
from nisba.explaining.methodology import methodology
from nisba.explaining.page import Page, Part

__all__ = ["Evidence", "Output", "Page", "Part", "drawings_of", "explainer", "methodology", "outputs_of"]
