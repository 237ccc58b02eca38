"""Appointments in the salons: who comes when, for what, and what came of it."""

from console.parts.appointments import layout

layout.show()
