"""One slip that shows twice: the repair that mends most checks and breaks none comes first, and is said to."""

from __future__ import annotations

from nisba.checking.inferred.faults import faults, smallest
from nisba.checking.verdicts import Verdict

TEXT = "Membership fell by 250, from 3,100 to 2,750, a drop of 8.1%."


def offered(relation):
    """What a failed check would have changed, as (was, becomes, slip)."""
    return [(int(r.was.value), r.becomes.value, r.slip) for r in relation.check.repairs]


def test_a_share_lists_what_would_mend_it(found):
    """275 of 640 is 43%, two digits exchanged; or it was 215, one digit off, that is 34%."""
    (fault,) = (r for r in found("en", "Of the 640 homes, 275 were damaged, or 34%.") if r.verdict is Verdict.FAILS)
    assert (34, 43, "transposed") in offered(fault)
    assert (275, 215, "digit") in offered(fault)


def test_one_number_explains_both_failures(found):
    """2,850 for 2,750 mends the difference and the percentage; each failed check says so and offers it first."""
    failed = [r for r in found("en", TEXT) if r.verdict is Verdict.FAILS]
    assert {r.check.kind for r in failed} == {"difference", "change"}
    assert all(offered(r)[0] == (2750, 2850, "digit") for r in failed)
    assert all("2,850 in place of 2,750 would explain 2 failed checks." in r.why for r in failed)


def test_what_a_repair_breaks_is_told(found):
    """A repair that mends one check at the cost of another ranks below one that costs nothing."""
    relations = found("en", TEXT)
    ranked = faults(relations)
    assert ranked[0].breaks == ()
    assert len(ranked[0].mends) == 2
    assert [len(f.mends) for f in ranked] == sorted((len(f.mends) for f in ranked), reverse=True)


def test_nothing_failed_nothing_offered(found):
    """A report that adds up has no faults."""
    assert faults(found("en", "Membership fell by 250, from 3,100 to 2,850, a drop of 8.1%.")) == ()


TWO = "Membership fell by 250, from 3,100 to 2,750, a drop of 18.1%."


def test_two_slips_need_two_numbers(found):
    """No number mends both: with 250 right the fall is 8.1%, with 2,750 right it is 350 and 11.3%. Both checks say so."""
    relations = found("en", TWO)
    failed = [r for r in relations if r.verdict is Verdict.FAILS]
    needed = smallest([fault.repair for fault in faults(relations)], failed)
    assert {r.check.kind for r in failed} == {"difference", "change"}
    assert len({repair.number for repair in needed}) == 2
    assert all("No single number explains" in r.why for r in failed)


def test_one_slip_needs_no_second(found):
    """Where one number explains all, no set is told; nor where the failed checks share no number."""
    apart = f"The ferry carried 310 passengers, of whom 170 were male and 130 were female. {TEXT}"
    for text in (TEXT, apart):
        relations = found("en", text)
        assert all("No single number" not in r.why for r in relations)
