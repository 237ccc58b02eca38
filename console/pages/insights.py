"""Insights for managers: what the advisor and the desk did, and what clients ask for."""

from console.parts.insights import layout

layout.show()
