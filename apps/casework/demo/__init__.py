"""Demonstration data, made through the verbs and dated from today, so that it never rots."""
