from django.db.models import TextChoices


class CallOutcome(TextChoices):
    """What came of a telephone call."""

    REACHED = "reached", "joint"
    MESSAGE_LEFT = "message_left", "absent, message laissé"
    NO_ANSWER = "no_answer", "pas de réponse"
    TO_CALL_AGAIN = "to_call_again", "à rappeler"
    WRONG_NUMBER = "wrong_number", "numéro faux"
