# Where accounts of one announcement part: what is printed, never why.

departures = Where the accounts part from the one they are compared with
departures-none = No account compared prints anything else than the one it is compared with.
departure-account = Account
departure-fact = Figure or claim
departure-prints = It prints
departure-reference = The account compared with prints
departure-how = How it differs
departure-claim = its claim
difference = { $kind ->
    [hedge-lost] without its “about”, “at least” or “more than”
    [hedge-added] with an “about”, “at least” or “more than” added
    [hedge-changed] with another “about”, “at least” or “more than”
    [other-place] differs from it; the number it prints for another place: { $of }
    [other-thing] differs from it; the number it prints for another thing: { $of }
    [other-fact] differs from it; the number it prints for: { $of }
    [inverted] differs from it: the multiple turned over, as “half” is for “double”
    [other-claim] makes another claim
    [apart] differs from what most others print
    [agrees] the same multiple
   *[other-number] differs from it
}
telling = { $kind ->
    [pace-as-fact] told as a fact, where the other tells a pace
   *[fact-as-pace] told as a pace, where the other tells a fact
}
own-base = says more than its own figures, which come to { $value } times
between-words = { ": " }
shared-slips = Another figure, shared by several accounts
shared-slips-none = No other figure than the one compared with is shared by several accounts.
shared-slips-note = Agreement in the same departure suggests a text in common, between these accounts and the announcement. It proves none, and does not say who had it from whom.
shared-accounts = Who prints it
shared-against = Accounts that print the figure compared with
added-figures = Figures that the account compared with does not give
added-figure = Figure
added-value = Value
departures-open = Numbers printed alike of what may be another thing: a person decides
departure-sentence = Its sentence
decisions-elsewhere = Which words of other accounts are which item
decision-not-given = the account does not give it
