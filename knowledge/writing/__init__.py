"""How shoppers write: scripts, languages, slips of the keyboard and of the input method.

Everything here is about letters and words, nothing about leather or sizes: the house's names are
handed in. What is read is only made plainer (traditional to simplified characters, a slip put
right); nothing is translated.
"""
