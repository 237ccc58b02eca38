"""A brief drawn for reading, the same for the desk and for the client herself."""
