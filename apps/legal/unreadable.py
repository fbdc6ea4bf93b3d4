"""What is said of a date of publication that cannot be used."""


class UnreadableDate(ValueError):
    """A date of publication that cannot be used; the message is in French, for the user."""
