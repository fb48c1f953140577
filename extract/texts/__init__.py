"""From a path to documents and their segments: dates, languages, lines, speakers' marks, what is not the story."""
