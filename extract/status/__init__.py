"""Whether it is affirmed or denied, actual, planned or possible, and when."""
