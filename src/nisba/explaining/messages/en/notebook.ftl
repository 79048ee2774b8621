# A page made of a notebook that displays no page of its own.
notebook-foot = Made of a notebook with nisba. Its numbers were not checked.
notebook-code = Code of cell { $number }
notebook-error = Cell { $number } stopped with an error
notebook-picture = Picture of cell { $number }
notebook-picture-elsewhere = Picture, not inside this file: { $alt }
notebook-table = Table
notebook-widget = In the notebook this responds to its reader; here it is shown as it was.
notebook-left-out = A result is left out that only a program can show ({ $kinds }).
