"""Frames matched to sentences, and readings made into statements."""
