"""The business: plain types and rules. Nothing here does IO except `shop.db`."""
