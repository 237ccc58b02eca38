"""The report of an evaluation: one page with plots that needs nothing besides itself."""
