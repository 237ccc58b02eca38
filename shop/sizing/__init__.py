"""Sizes: one rule-book for each kind of piece.

House tables come first, then formulas with their standard, then 'no standard exists' with what
is known. Every function is pure, takes typed inputs and answers with a `Ruling`.
"""
