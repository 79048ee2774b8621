# What charts say: in words for those who do not see them, and in their tables.

chart-alt-text = { $title }. { $telling }
chart-alt = { $kind } { $items }.
chart-alt-lines = Reference lines: { $items }.
chart-separator = ;{ " " }
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
