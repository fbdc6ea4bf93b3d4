"""What a verb answers when it will not do what it was asked: a French sentence, and nothing done.

Each verb names its own refusals, which derive from one of these two. What is no refusal (a file
store that does not answer, a letter that no relay takes) is for us and not for the user: it
derives from neither, and no view shows it.
"""


class Refused(Exception):
    """The verb did nothing. The sentence is for the colleague who asked, and may name another."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)


class RefusedOpenly(Refused):
    """The same, and whoever asked may read why, a practitioner or a partner too: the sentence
    names no colleague, and tells nothing of what the insurer keeps to itself."""
