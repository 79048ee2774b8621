# What a correction says before a person has edited it.
correction-draft = We gave the figure for “{ $label }” as { $was }. The right figure is { $now }.

# A sign-off that no longer covers what is at hand.
review-stale = { $name } signed an earlier version on { $date }. Since then these changed: { $parts }.
part = { $part ->
    [decisions] story.toml
    [prose] the prose
    [numbers] the numbers
    [verdicts] the verdicts
    [parameters] the parameters
   *[sources] the sources
}

uncorrected = Published numbers were allowed to change in this version without a correction that tells of it.

decision-value = Value
instead = Not the printed value. { $because }
