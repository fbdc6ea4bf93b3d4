from django.conf import settings
from django.db import models

from .practitioner import Practitioner


class DelegateQuerySet(models.QuerySet["Delegate"]):
    def open(self) -> "DelegateQuerySet":
        return self.filter(closed_at=None)


class Delegate(models.Model):
    """Somebody whom a practitioner lets prepare their declarations. Closed, never deleted."""

    class Relation(models.TextChoices):
        SECRETARY = "secretary", "secrétaire"
        ASSOCIATE = "associate", "associé"
        RELATIVE = "relative", "proche"

    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="delegates", verbose_name="sociétaire"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="delegations",
        verbose_name="délégué",
    )
    relation = models.CharField("lien", max_length=10, choices=Relation)
    opened_at = models.DateTimeField("désigné le")
    closed_at = models.DateTimeField("retiré le", null=True, blank=True)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        verbose_name = "délégué"
        constraints = (
            models.UniqueConstraint(
                fields=["practitioner", "user"],
                condition=models.Q(closed_at=None),
                name="delegate_one_open_per_pair",
            ),
        )

    def __str__(self) -> str:
        return f"{self.user}, {self.get_relation_display()}"
