# How numbers, dates and sums are written. Nothing here is about one story.

## Figures. The locale names months; the least whole number with groups of three digits is grouping-from.
wording-locale = { $style ->
    [month-first] en_US
   *[day-first] en_GB
}
grouping-from = 1000
digits-latn = 0123456789
decimal-latn = .
group-latn = ,
digits-arab = ٠١٢٣٤٥٦٧٨٩
decimal-arab = ٫
group-arab = ٬

## Hedges. They keep their words: an open end never gets a value.
number-negative = −{ $value }
number-percent = { $value }%
number-points = { $value } percentage points
number-range = { $low }–{ $high }
number-either = { $low } or { $high }
number-about = about { $value }
number-more-than = more than { $value }
number-at-least = at least { $value }
number-less-than = less than { $value }
number-at-most = at most { $value }
number-unknown = not known

## Periods. A year, months of one year, days of one month, anything else.
period-years = { $first }–{ $last }
period-months = { $first }–{ $last } { $year }
date-pattern = { $style ->
    [month-first] MMMM d, y
   *[day-first] d MMMM y
}
period-days = { $style ->
    [month-first] { $month } { $first }–{ $last }, { $year }
   *[day-first] { $first }–{ $last } { $month } { $year }
}
period-span = { $first } – { $last }
days = { $count ->
    [one] { $shown } day
   *[other] { $shown } days
}
months = { $count ->
    [one] { $shown } month
   *[other] { $shown } months
}

## Sums. Names of functions in formulas, as a reader sees them.
sum-or = or
function-floored = rounded down from { $shown }
function-ceil = rounded up
function-poisson-interval = Poisson interval

## Small counts in words: up to nine, as most style books have it; larger ones stay in digits.
spelled = { $count ->
    [0] no
    [1] one
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
   *[other] { $shown }
}
