"""Who does what to whom, whatever the construction: the paths that frames name."""
