"""The shopper's page: ask, read, check the sources, reach a person."""

from console.parts.chat import page

page.show()
