"""Tables of another program taken in: recognised, asked, looked at, taken in, taken back."""
