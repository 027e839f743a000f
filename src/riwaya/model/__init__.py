"""The nouns: frozen records, no input or output, standard library only."""
