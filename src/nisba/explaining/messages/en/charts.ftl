# What charts say: in words for those who do not see them, and in their tables.

chart-alt-text = { $title }. { $telling }
chart-alt = { $kind } { $items }.
chart-alt-lines = Reference lines: { $items }.
chart-separator = ;{ " " }
chart-comma = ,{ " " }
chart-item = { $name }: { $shown }
chart-item-status = { $name }: { $shown } ({ $status })
chart-part = { $name } { $shown } ({ $share })

chart-status-reported = reported
chart-status-computed = computed
chart-status-cited = cited from elsewhere
chart-status-calendar = from the calendar

chart-kind-bars = Bar chart.
chart-kind-floors = Chart of open-ended bars.
chart-kind-shares = Divided bars.
chart-kind-pairs = Columns side by side, on one scale.

chart-column-what = What
chart-column-value = Number
chart-column-source = Where it comes from
chart-column-floor = At least
chart-column-ceiling = At most
chart-column-total = Total
chart-not-stated = not stated

## Accounts
chart-kind-accounts = Which account prints which figure.
chart-accounts-same = as in the account that the others are compared with: { $reference }
chart-accounts-other = another figure
chart-accounts-unmeasured = the account compared with gives no figure
chart-accounts-count = { $count ->
    [one] { $shown } account
   *[other] { $shown } accounts
}
chart-accounts-named = { $shown }: { $names }
chart-accounts-value = { $value } ({ $accounts })
chart-column-accounts = Accounts
chart-column-names = Which

## Readings
chart-kind-readings = Ratios under each cited figure and each reading.
chart-times = { $value }×
chart-not-compared = Not compared
chart-because = { $name }: { $reason }
chart-group = { $name } ({ $value }): { $items }
chart-refused-no-figure = no figure is known
chart-refused-other-place = covers only { $places }
chart-refused-other-thing = counts something else
chart-refused-other-period = covers another period
chart-every-reading = every reading
chart-every-figure = every figure
chart-column-figure = Whose figure
chart-column-reading = Reading
chart-column-ratio = Ratio

## Rates
chart-kind-rates = Columns over time; each is as wide as its period, and its area is the count.
chart-rate = { $shown } per month in { $period }
chart-kind-rates-per-day = Columns over time; each is as wide as its period, and its area is the count.
chart-rate-per-day = { $shown } per day in { $period }
chart-rate-none = no figure for { $period }
chart-gap = no figure
chart-column-per-day = Per day
chart-column-period = Period
chart-column-count = Count
chart-column-per-month = Per month

## Sensitivity
chart-kind-sensitivity = Curves: each ratio for any value of what it is compared with.
chart-sensitivity-ratio = { $value } with { $at }
chart-sensitivity-crossing = { $at } at { $value }
chart-question-ratio = ratio with { $at }
chart-question-crossing = where the ratio is { $at }
chart-column-question = Question
