# Formulas and rules, each with where it is defined.
section-rules = Formulas and rules, with their sources
rule-source = Defined in:
rule-ours = A rule of ours, described with the program.
rule-fractions-name = Sums
rule-fractions = Sums, differences, products and quotients are exact fractions of whole numbers; nothing is rounded on the way.
rule-rounding-name = Rounding
rule-rounding = Only what is printed is rounded, to the nearest, and a value halfway between to the even one. It is given more decimals where it would otherwise look like nothing, like the whole, or like a value that a claim is compared with.
rule-change-name = Percentage change
rule-change = The difference from the earlier value, divided by the earlier value.
rule-interval-name = Open and doubtful values
rule-interval = A value that is not exact is an interval, with an end left open where the source leaves it open. Every sum is worked out for the whole interval; where no bound follows, none is printed.
rule-calendar-name = Days, months and years
rule-calendar = Periods are counted off the calendar, first and last day included. A rate per month divides by the number of months, a rate per day by the number of days.
rule-multiverse-name = Every reading with every figure
rule-multiverse = Each statement is judged under every reading and with every comparable figure, and all results are shown. It depends on the fewest choices that settle the verdict.
rule-poisson-name = Interval of a ratio of rates
rule-poisson = Given their sum, one of two Poisson counts is binomial; its exact interval is turned into an interval of the ratio of the rates.
rule-whole-name = Parts and wholes
rule-whole = Counts of the same thing in the same period add up where their places make up the whole. A part is never larger than its whole. A multiple is checked where its base is in the report.
rule-repairs-name = Single slips
rule-repairs = Where a sum fails, each number in it is tried in turn: by how much it alone would have to change, and whether a common slip of the pen makes that change.

# What was not read and not checked.
section-unchecked = What was not read and not checked
unused = Numbers of the report that no item uses
unused-none = Every number of the report that is no date is an item of the story.
quantity-sentence = Sentence
undecided = Checks that stay open
undecided-none = No check stays open.
undecided-account = Account
undecided-check = Check
undecided-why = Why
undecided-because = { $reason ->
    [base] what it is a multiple of is not in the report
    [missing] a number that it needs is not in the report
    [about] a number in it is approximate, and no margin is given
   *[open] a number in it has an open end
}
unchecked-words = The program checks numbers. It does not check the report’s names, dates, attributions and quotations, nor whether what is counted happened.
unchecked-cited = Figures cited from elsewhere were entered from the pages named; the program does not compare them with those pages.
unchecked-accounts = The texts of these accounts are not kept here, so the program cannot read their figures again: { $outlets }.
unchecked-translation = The translations of the report’s paragraphs are ours; the program does not check them.
