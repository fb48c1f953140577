"""Whom pronouns, descriptions, titles and speakers' words mean."""
