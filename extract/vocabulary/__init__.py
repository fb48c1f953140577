"""What words mean to the rules: lists, nouns, given names, cities, dates. Data in TOML beside the code."""
