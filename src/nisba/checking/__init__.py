"""Checking: from quantities to findings. Do the numbers add up, and what follows from them?"""
