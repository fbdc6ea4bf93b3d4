"""Codes and their French words that an app writes and the journal says: neither imports the other.

No models here: a code stands in the rows of its owner and in the data of events.
"""
