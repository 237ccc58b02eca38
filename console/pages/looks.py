"""Looks: several pieces with a note, composed for a client and sent as one card."""

from console.parts.looks import layout

layout.show()
