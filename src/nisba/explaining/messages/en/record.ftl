# What a correction says before a person has edited it.
correction-draft = We gave the figure for “{ $label }” as { $was }. The right figure is { $now }.
