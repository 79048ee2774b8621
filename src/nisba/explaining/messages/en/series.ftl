# The series of releases: rates, what releases leave of one another, what may not be set side by side.

series = Releases, their counts, and the rate per month and per day
series-none = There is no series of releases.
series-period = Period
series-places = Places
series-measure = What
series-count = Count
series-rate = Per month
series-per-day = Per day
series-status = Status
series-rests = What a longer release leaves after shorter ones: does it add up?
series-beside = The same, with the report’s own numbers in place of the release for its period
series-left = Left of the whole, or the whole
series-parts = The parts, added up
series-result = Result
series-apart = Releases that are not subtracted from one another, or not to be compared as they stand
series-later = The later
series-earlier = The earlier
series-why = Why
series-other-word = It counts { $now }; the one before counted { $was }.
series-other-places = It covers { $now }; the one before covered { $was }.
series-overlaps = The two share some days, and neither holds the other.
series-fewer = { $verdict ->
    [fails] The longer period has fewer than a shorter one inside it.
   *[other] Whether the longer period has fewer cannot be told.
}
series-gaps = Between the releases: what none of them counts
series-uncounted = Not counted
