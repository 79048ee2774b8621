"""Gathering: what people supply for a story, read and checked before anything runs."""

from nisba.gathering.claims import ClaimKind
from nisba.gathering.facts import Fact
from nisba.gathering.house import House, plain_house
from nisba.gathering.lead import Lead
from nisba.gathering.parameters import PARAMETERS, allowed
from nisba.gathering.pictures import Picture, Row
from nisba.gathering.questions import Formula, Reading, Statement
from nisba.gathering.replies import Reply
from nisba.gathering.sources import Account, Cited, Release
from nisba.gathering.story import Story, load_story, story_folder
from nisba.gathering.texts import Choice, Words

__all__ = [
    "PARAMETERS",
    "Account",
    "Choice",
    "Cited",
    "ClaimKind",
    "Fact",
    "Formula",
    "House",
    "Lead",
    "Picture",
    "Reading",
    "Release",
    "Reply",
    "Row",
    "Statement",
    "Story",
    "Words",
    "allowed",
    "load_story",
    "plain_house",
    "story_folder",
]
