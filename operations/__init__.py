"""What an operator runs: prepare, serve, and a doctor that says what is missing."""
