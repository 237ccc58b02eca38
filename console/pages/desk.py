"""The personal shopper's desk: who waits, what was said, who she is."""

from console.parts.desk import layout

layout.show()
