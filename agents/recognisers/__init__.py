"""Recognisers: each reads a question, knows one rule-book, and asks it when it can be asked.

A recogniser is a function from a Reading to a Ruling, or None when the question is not its own or
does not say enough. They are tried in order; the first ruling counts.
"""
