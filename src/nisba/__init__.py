"""nisba (نسبة: ratio, and attribution to a source): every number of a report, tied to its words and its sums.

The package is five rooms that data walks through in order, each importing only the ones before it:

    gathering   what people supply             → Story
    reading     words                          → Quantity
    checking    quantities                     → Check, Ratio, Finding
    explaining  findings                       → charts, pages
    rerunning   a story, again                 → outputs
    reviewing   outputs                        → verified, compared, signed

Importing ``nisba`` reads no file and loads no heavy library.
"""

__version__ = "0.1.0"
