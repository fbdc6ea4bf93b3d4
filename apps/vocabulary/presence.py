from django.db.models import TextChoices


class Presence(TextChoices):
    """What somebody who looked for a content has found."""

    ONLINE = "online", "toujours en ligne"
    REMOVED = "removed", "retiré"
    CHANGED = "changed", "modifié"
    UNKNOWN = "unknown", "introuvable ou invérifiable"
