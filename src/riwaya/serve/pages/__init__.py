"""How pages are drawn: templates, words in the languages of the desk, assets."""
