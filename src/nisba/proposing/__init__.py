"""Proposing: a report as it arrives → a draft of a story's folder, every part of it marked as awaiting a person.

The room stands beside the walk of the data, not on it: it looks through all the rooms that a page needs (gathering,
reading, checking, explaining) and writes what a person would else begin with an empty file. No room imports it, so nothing
that it guesses can reach a page but through ``story.toml``, where a person reads it.
"""
