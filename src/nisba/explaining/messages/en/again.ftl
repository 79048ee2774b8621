## The methodology's other forms
again-title = Do the sums again
again-how = Each cell works one number out from its operands in plain Python, without the program that made this page, and stops if it gets another value. Read the operands’ sources first.
again-hand = These need more than the four operations and days, or have no single value. They are left to be done by hand.
file-methodology-text = How the numbers were made, as plain text (Markdown)
file-methodology-notebook = The same as a notebook, with every sum to run again
