"""Reviewing: what strangers do with a published story: verify it, ask why, compare two versions, sign.

The room after rerunning: it reads what a run left behind, and runs nothing but through :mod:`nisba.rerunning`.
"""
