"""What an operator runs: prepare, serve, ask, evaluate, and a doctor that says what is missing."""
