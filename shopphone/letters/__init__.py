"""Letters: content in, the bytes of a PDF out; one module per letter and the sheet they share."""
