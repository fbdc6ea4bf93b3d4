from typing import ClassVar
from urllib.parse import urlsplit

from django.db import models


class PlatformQuerySet(models.QuerySet["Platform"]):
    def for_url(self, url: str) -> "Platform | None":
        """The platform whose domain is the host of this URL, or a parent of it."""
        host = (urlsplit(url).hostname or "").lower()
        labels = host.split(".")
        parents = [".".join(labels[start:]) for start in range(len(labels) - 1)]
        return self.filter(domain__in=parents).order_by("-domain").first()


class Platform(models.Model):
    """Where contents are published: a search engine's listings, a directory, a social network…"""

    class Kind(models.TextChoices):
        SEARCH_ENGINE = "search_engine", "moteur de recherche ou fiche"
        REVIEW_SITE = "review_site", "site d’avis ou annuaire"
        SOCIAL = "social", "réseau social"
        FORUM = "forum", "forum ou blog"
        PRESS = "press", "presse"

    kind = models.CharField("type", max_length=20, choices=Kind)
    name = models.CharField("nom", max_length=80, unique=True)
    domain = models.CharField("domaine", max_length=100, unique=True)
    report_url = models.URLField("page de signalement", blank=True)
    can_answer_directly = models.BooleanField("réponse directe possible", default=True)

    objects = PlatformQuerySet.as_manager()

    class Meta:
        verbose_name = "plateforme"
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name
