# What the pages say around the story's own words. Nothing here is about one story.

## Page
page-skip = Skip to the article
page-front = , front page
page-nav = Main
page-explainer = Explainer
page-methodology = Methodology
page-data = Data
page-foot = Built with nisba. The word means ratio, and also the attribution of a saying to its source.
language-own-name = { $language ->
    [ar] العربية
   *[en] English
}
meta = Every sum is worked out again whenever the page is built. { $review }.
meta-review = Who has reviewed it
contents = On this page
region = { $name }, table, scrolls sideways
short-between = {", "}

## Numbers and their status
status-reported = Reported
status-cited = Cited from elsewhere
status-computed = Computed
status-calendar = Counted off the calendar
key = How to read the numbers
key-reported = Reported
key-computed = Computed =
key-cited = Cited from elsewhere ↗
key-help = Open any underlined number to see the words, the source or the sum behind it.
label-release = { $measure }: { $places }, { $period }
label-reading = { $reading }, with { $source }
multiple = { $value }×
label-calendar = { $unit ->
    [months] Months in { $period }
   *[days] Days in { $period }
}
label-quoted = In the report’s words: { $words }
label-inline = Worked out here from other numbers

## Notes
notes = Every number, and where it comes from
note-number = Note { $number }
note-close = Close this source
paragraph = { $outlet }, paragraph { $number }
paragraphs = { $count ->
    [one] { $outlet }, paragraph { $numbers }
   *[other] { $outlet }, paragraphs { $numbers }
}
translation = Our translation:
hedge-about = The source says “about” or the like, and gives no margin.
hedge-floor = The source says “more than” or the like: a floor with no ceiling.
hedge-ceiling = The source says “less than” or the like: a ceiling with no floor.
hedge-unbounded = The source sets no bound.
open-about = An approximate value; no margin is given.
open-floor = A floor with no ceiling.
open-ceiling = A ceiling with no floor.
open-unbounded = No bound follows from what is known, so none is given.
doubtful = In doubt: a sum in the report fails on it, and other accounts print another figure. The quotation stands as published.
in-our-words = In our words:
exact = Before rounding: { $fraction }
range-from-doubt = A range, because one of the numbers it is made of is in doubt.
calendar = Counted off the calendar: { $period }
chain = Chain of attribution
this-page = this page
backs = In the text:
place = Place { $number } in the text

## Opening and margin
hero = The comparisons
divided-by = {" "}divided by{" "}
equals = {" "}equals{" "}
claim-verdict = { $verdict ->
    [holds] { $claim }: yes
    [fails] { $claim }: no
   *[undecided] { $claim }: cannot be said
}
words = In the report’s words

## Boxes
facts = In brief
how = How we know
files = Download the data
files-none = The files appear here when the page is published with its tables.
file = { $kind ->
    [numbers] Every number, with its sentence
    [reported] The report’s own numbers
    [quantities] Every quantity of the report, as read
    [unread] What could not be read
    [checks] The checks
    [accounts] The accounts, side by side
    [slips] Slips that several accounts share
    [mismatches] Where the story’s own files differ
    [findings] The findings under every reading
    [rates] The series of releases, per month
    [parameters] The parameters of the run
    [dictionary] What each column of each table holds
    [workbook] All tables together, as a workbook
    [package] What the tables hold, for programs (Data Package)
    [ledger] Every number, as the notebooks hand it on
   *[other] { $kind }
}
files-group = { $group ->
    [tables] Each table
    [charts] Charts as pictures
   *[working] The working, to read or to run
}
file-notebook = Executed notebook: { $name }
corrections = Corrections
corrections-none = None so far. A correction will say what was wrong, what the page says now and the date, and the earlier version will stay available.
review = Review
review-none = Not yet reviewed
review-how = This version: { $hash }. When a reviewer signs off, this box gives their name, the date and the hash of the exact version they read.
reviewed = Reviewed by { $name }, { $date }
review-version = They read exactly this version: { $hash }.

## Checks
checks = Arithmetic checks on the report’s own numbers
checks-none = The report has no numbers that could be checked against each other.
check-what = Check
check-sum = Sum
check-result = Result
check-part = { $part }, as part of “{ $whole }”
check-missing = { $kind ->
    [multiple] The base is not in the report
   *[other] A number it needs is not in the report
}
check-said = { $verdict ->
    [holds] { $kind ->
        [sum] Adds up
       *[other] Consistent
    }
    [fails] { $kind ->
        [sum] Does not add up
       *[other] Contradicts itself
    }
   *[undecided] { $kind ->
        [multiple] Cannot be checked from the report alone
       *[other] Cannot be checked
    }
}
repairs = Single numbers whose change would mend a failed check
repairs-none = No check failed, so nothing needs mending.
repair-check = Check
repair-number = If this were wrong
repair-was = It says
repair-becomes = It would say
repair-slip = Kind of slip
repair-accounts = Who prints that
slip = { $kind ->
    [neighbour] taken from a neighbouring number
    [digit] one digit
    [transposed] two digits exchanged
    [dropped] a digit dropped
    [doubled] a digit doubled
   *[other] no common slip
}
printed-by = { $count ->
    [0] no other account
    [one] { $shown } account: { $outlets }
   *[other] { $shown } accounts: { $outlets }
}
others = The same checks on the figures of the other accounts
others-show = Show every check of every account
others-hold = None of these checks fails on the figures of another account.
others-failed = Checks that fail on the figures of another account
others-none = No other account gives enough figures to be checked.
other-account = Account
other-what = Check
other-says = It says
other-computed = The part, or the parts’ sum
other-result = Result

## Readings
readings = The finding under each way of reading the claim
readings-none = The story judges no statement.
robustness = { $found ->
    [robust] Robust: holds in every reading that can be computed, with every comparable figure
    [depends] Depends on the reading
    [false] False on the figures available
   *[unknown] No reading could be computed
}
divided = { $found ->
    [robust] Depends on the figure compared with: holds with the one used here, not with every other
    [false] Depends on the figure compared with: fails with the one used here, not with every other
   *[depends] Depends on the reading and on the figure it is compared with
}
verdict = { $verdict ->
    [holds] holds
    [fails] fails
   *[undecided] undecided
}
not-known = not known
refused = { $reason ->
    [no-figure] no figure
    [other-place] does not cover the same places
    [other-thing] counts another thing
    [other-period] covers another period
   *[open-ended] has no bound
}
baselines = Every statement with every figure it could be compared with
baselines-show = Show every other figure for the comparison
baseline = Compared with
baseline-own = The report’s own figure
statement = Statement
summary = In sum
summary-of = { $found ->
    [robust] holds in all computed
    [depends] depends
    [false] fails in all computed
   *[unknown] not computable
}

## Accounts
accounts = Accounts of the same statement
accounts-none = No other account was compared.
account = Account
claim = Its claim
reference = , which the others are compared with
tally-value = { $count ->
    [one] { $value } in { $shown } account
   *[other] { $value } in { $shown } accounts
}
tally-fact = { $fact }: { $counts }
tally-between = {"; "}
tally = Of { $shown } accounts compared, they differ on: { $told }.
tally-agree = All { $shown } accounts compared agree on these figures.

## Figures
data = data
data-show = Show the data

## Methodology
section-about = About this page
section-claim = The claim
section-sources = Sources
section-words = From words to numbers
section-decisions = What editors decided
section-checks = Checks
section-ratios = Ratios and rounding
section-readings = Every reading with every figure
section-uncertainty = Chance
section-series = The series of releases
section-limits = Limits
section-rerun = Redo it
section-ledger = The ledger
section-record = Replies, review and corrections
source-lead = Read number by number
source-language = Language
source-held = Held as
source-address = Address
source-no-address = none in the copy we hold
source-date = Date
source-releases = Releases of the series
cited = Figures cited from elsewhere
cited-none = Nothing is cited from elsewhere.
cited-figure = Figure
cited-value = Value
cited-places = Places
cited-source = Source
cited-caveat = To bear in mind
outlets = How each account words the comparison (our rendering where not English)
outlet-name = Account
outlet-language = Language
outlet-wording = Its wording of the claim
outlet-date = Dates the announcement
outlet-note = Note
caveats-none = The story states no caveats.
quantities = Every number of the report, as read
quantity-words = Words
quantity-paragraph = ¶
quantity-least = Least
quantity-most = Most
quantity-hedge = Hedge
quantity-what = What
quantity-where = Where
quantity-when = When
quantity-fact = In the text
quantity-reason = Why it was not read
open-end = open
kind = { $kind ->
    [cardinal] count
    [ordinal] ordinal
    [percent] per cent
    [multiple] multiple
    [date] date
    [period] period
    [duration] duration
    [money] money
    [measure] measure
   *[vague] vague
}
unread = Numerals that were not read, with the reason
unread-none = Every numeral and number word of the report was read; none was left out.
no-report = There is no report here: every figure is cited from elsewhere.
decisions-none = No number was settled by quoting a report.
decisions = Which number is which item, settled by quoting the report
decision-fact = Item
decision-quote = Words quoted
decision-where = Places
decision-when = Period
as-read = as the text has it
ratios = Every number that was computed
ratios-none = Nothing was computed.
ratio-what = What
ratio-formula = Sum
ratio-exact = Exact value
ratio-shown = Shown
ratio-note = Note
estimates-none = No statistical model was used.
estimates-formula = The exact conditional interval of the ratio of two Poisson rates (Przyborowski and Wilenski, Biometrika, 1940): given their sum, one count is binomial, and its Clopper–Pearson interval at 95% is turned into an interval of the ratio. Computed by SciPy (scipy.stats.binomtest).
parameters = Parameters of a run
parameter-name = Parameter
parameter-value = This run
parameter-allowed = Allowed
parameter-help = What it does
parameter = { $name ->
    [story] Which folder of data/raw is worked on
    [language] Which editions are written
    [baseline] Which cited figure the comparison is made with
    [reading] Under which readings statements are judged
    [counting] How periods are measured
    [uncorrected] Whether published numbers may change without a correction
   *[other] { $name }
}
coverage = Of { $total } numerals in the text of the explainer, { $bound } are bound: { $tied } lead to a sentence, a source or a sum, and { $given } are dates, versions or names declared as such. A page with one that is not bound is not built; this page is held to the same rule.

## Tallies: what was counted
counted-accounts = Accounts of the statement that we compared
counted-others = Accounts compared, besides the one read here
counted-failing = Accounts besides the one read here on whose own figures a check fails
counted-claiming = Accounts besides the one read here that say: { $about }
counted-giving = Accounts besides the one read here that give a figure for: { $about }
counted-same = Accounts besides the one read here with its figure for: { $about }
counted-baselines = Figures that the comparison can be made with
counted-places = Places covered by: { $about }
counted-none = There is none.

## What machines and shared links show
social-quotient = { $top } divided by { $bottom } is { $result }
social-kicker = The arithmetic of a report: { $outlet }
social-alt = { $title } { $told }.
dataset-name = { $title }: every number, check and reading
dataset-says = Tables of every number with its sentence, source or sum.

source-plain-http = (not linked: its address has no encryption)
tongue = { $known }
rounding = How numbers are rounded: ratios and rates to two decimals, per cents to none, computed counts to one, so that a reader can redo the sum; half to even, and never onto a value that a claim is compared with. Floors are rounded down and ceilings up. Sums use exact values, never rounded ones.
