"""What Neo4j Browser 5 needs to show this graph well: a style, favourites and a guide, from the ontology."""
