"""The client book: who our clients are, what they told us, and whom to write to today."""

from console.parts.clients import layout

layout.show()
