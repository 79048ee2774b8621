"""Drill: faults sown into a copy of a story, and which of them are caught: a mutation score for journalism.

A drill is a story, again, with a fault in it, which is why it stands in this room: it walks through all the others, from the
words to the gate of the pages. It runs their stages in this process, without notebooks, and changes nothing but its own copy.
Mutation testing is R. A. DeMillo, R. J. Lipton and F. G. Sayward, "Hints on test data selection", *Computer* 11(4), 1978.
"""

from nisba.rerunning.drill.score import Outcome, Score, drill_file, drill_story

__all__ = ["Outcome", "Score", "drill_file", "drill_story"]
