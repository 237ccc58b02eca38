"""Whether each conversation keeps exactly one owner while processes are killed."""
