"""Questions that a store can answer: one TOML file a question, and one runner for all of them."""
