"""Text modules: the chooser in every note and letter field, and the view that manages them."""
