"""The optional meaning model: its file, its words' pieces, and vectors of texts, with numpy alone."""
