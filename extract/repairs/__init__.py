"""Mendings of parses that spaCy's small model gets wrong in a regular way; each changes a Doc."""
