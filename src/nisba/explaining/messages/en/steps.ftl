# The way of one number, step by step.
step-sentence = Sentence.
step-source = Source.
step-quantity = Quantity.
step-claim = Claim.
step-operation = Operation.
step-wording = Wording.
step-characters = Characters { $start } up to { $end } of { $file }, counted from zero.
step-read = { $words } was read as { $value } ({ $kind }).
step-hedge = The hedge is in the text’s own words: { $hedge }.
step-value = The value is { $value }.
step-entered = { $value }, entered by hand in { $file } under { $entry }.
step-no-scope = No thing counted, place or period is fixed
step-settled = An editor chose these words of the report for it, and settled its places or period by hand.
step-named = An editor chose these words of the report for it; places and period are as the text has them.
step-multiple = Multiple of: { $measure }
step-replaced = An editor’s value is put in place of the printed one; the reason stands above.
step-as-is = None: the number stands as its source gives it.
step-into = It goes into { $numbers }.
step-checked = What the { $checks } that it stands in say: { $verdicts }.
step-checks = checks
step-counted = Counted, one by one:
step-formula = In names: { $formula }
step-printed = Printed in full, without rounding: { $shown }.
step-printed-open = Printed with its open end: { $shown }. A floor is only ever rounded down, a ceiling only up.
step-printed-unknown = Nothing bounds it, so no figure is printed: { $shown }.
step-printed-range = Printed with both its ends: { $shown }.
step-rounded = Printed as { $shown }, { $count ->
    [0] rounded to a whole figure
    [one] rounded to { $places } decimal
   *[other] rounded to { $places } decimals
}, half to even, from the exact value.
note-way = This number step by step
