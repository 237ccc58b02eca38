"""What the house knows: find, read, edit, publish, and try a question on it."""

from console.parts.knowledge import layout

layout.show()
