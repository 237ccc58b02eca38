"""What is measured, one command each: see bench/README.md."""
