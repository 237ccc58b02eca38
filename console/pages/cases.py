"""Cases by their clock: what a client is entitled to, what it rests on, what was decided."""

from console.parts.cases import layout

layout.show()
