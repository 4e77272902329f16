"""The screens of the side bar; they never import each other."""
