# What decides whether a statement holds, over every combination that could be computed.

decisions-of = What each statement depends on, over every combination that could be computed
decision-holds = Holds in
decision-combinations = { $holds } of { $of }
decision-choices = Decided by
decided-by = { $choice ->
    [figure] whose figure it is compared with
    [kind] the kind of reading
   *[reading] the reading
}
decided-by-nothing = no choice
decision-open = (left open: { $open })
decided-or = { "; or " }
