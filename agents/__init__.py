"""Who advises: one turn of the advisor, its two languages, its checks and its briefs."""
