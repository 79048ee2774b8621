"""A story, again: its notebooks executed in order, its pages published whole or not at all."""
