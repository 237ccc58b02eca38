"""The engines that turn text into vectors; `knowledge.embedders` chooses one."""
