"""Charts: a picture that a person asked for, as data, as a drawing in two widths, in words, and as a table.

    chart = chart_of(picture, numbers, wording, evidence)
    draw(chart, "wide")     # SVG in the page's colours; "narrow" for phones
    png(chart)              # with title and caption, for cards and desks
    alt_text(chart)         # the finding and its numbers in words
    data_table(chart)       # the numbers drawn

A kind of chart is a module with four functions: ``plan`` makes the data, ``paint`` draws them, ``tell`` says them in
words, ``table`` lists them. A new kind is one such module, its name in ``KINDS`` and its words in the messages.
"""

from nisba.explaining.charts.drawing import KINDS, alt_text, chart_of, data_table, draw, png, sheet_of
from nisba.explaining.charts.model import Chart, Drawn, Row

__all__ = ["KINDS", "Chart", "Drawn", "Row", "alt_text", "chart_of", "data_table", "draw", "png", "sheet_of"]
