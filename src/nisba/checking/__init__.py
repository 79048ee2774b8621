"""Checking: from quantities to findings. Do the numbers add up, and what follows from them?"""

from nisba.checking.accounts import Collation, collate
from nisba.checking.checks import Check, check_account, doubted, numbers_of, with_support
from nisba.checking.claims import settle, unsettled
from nisba.checking.deciding import Decision, decisions
from nisba.checking.differences import Difference, Telling
from nisba.checking.echoes import Mismatch, mismatches
from nisba.checking.formulas import evaluate, holds
from nisba.checking.kinship import SharedSlip, shared_slips
from nisba.checking.numbers import Number, Status
from nisba.checking.own_base import base_of
from nisba.checking.ratios import by_id, work_out
from nisba.checking.readings import Finding, judge
from nisba.checking.remainders import beside_releases, rest_checks
from nisba.checking.series import Gap, Rate, gaps, rates
from nisba.checking.successions import Change, Succession, successions
from nisba.checking.verdicts import Robustness, Verdict
from nisba.checking.witnesses import Witness, with_texts, witness

__all__ = [
    "Change",
    "Check",
    "Collation",
    "Decision",
    "Difference",
    "Finding",
    "Gap",
    "Mismatch",
    "Number",
    "Rate",
    "Robustness",
    "SharedSlip",
    "Status",
    "Succession",
    "Telling",
    "Verdict",
    "Witness",
    "base_of",
    "beside_releases",
    "by_id",
    "check_account",
    "collate",
    "decisions",
    "doubted",
    "evaluate",
    "gaps",
    "holds",
    "judge",
    "mismatches",
    "numbers_of",
    "rates",
    "rest_checks",
    "settle",
    "shared_slips",
    "successions",
    "unsettled",
    "with_support",
    "with_texts",
    "witness",
    "work_out",
]
