"""How soon a message is on the other's screen while 70 people are at it."""
