"""Where a piece has been: a trace code, its eight links, and what that proves."""

from console.parts.provenance import layout

layout.show()
