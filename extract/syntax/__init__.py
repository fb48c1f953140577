"""The parse: a copy of spaCy's, faster parts of its pipeline, and ways up through it."""
