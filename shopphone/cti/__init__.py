"""Phone systems, one module each; they only report, on a thread of their own, and know no window."""
