from datetime import date
from typing import ClassVar
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models

from apps.legal.territories import TERRITORIES


class Profession(models.TextChoices):
    PHYSICIAN = "physician", "médecin"
    DENTIST = "dentist", "chirurgien-dentiste"
    MIDWIFE = "midwife", "sage-femme"
    NURSE = "nurse", "infirmier"
    PHYSIOTHERAPIST = "physiotherapist", "masseur-kinésithérapeute"
    PHARMACIST = "pharmacist", "pharmacien"
    OTHER = "other", "autre professionnel de santé"


class Practitioner(models.Model):
    """The insured: a health professional, or an establishment that several of them work for."""

    class Kind(models.TextChoices):
        PERSON = "person", "professionnel de santé"
        FACILITY = "facility", "établissement de santé"

    kind = models.CharField("sorte", max_length=10, choices=Kind, default=Kind.PERSON)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="practitioner", verbose_name="compte"
    )
    profession = models.CharField("profession", max_length=20, choices=Profession)
    specialty = models.CharField("spécialité", max_length=80, blank=True)
    rpps = models.CharField("numéro RPPS", max_length=11, blank=True)
    department = models.CharField(
        "département d’exercice",
        max_length=3,
        default="75",
        choices=[(code, f"{code} – {place.name}") for code, place in sorted(TERRITORIES.items())],
        help_text="Numéro du département : il fixe les jours fériés et le fuseau horaire.",
    )
    phone = models.CharField("téléphone", max_length=20, blank=True)

    class Meta:
        verbose_name = "sociétaire"

    def __str__(self) -> str:
        return self.user.name

    @property
    def is_facility(self) -> bool:
        """Several persons may then be targeted by one content."""
        return self.kind == self.Kind.FACILITY

    def contract_on(self, day: date) -> "Contract | None":
        """The contract that covers this day, the latest started when several do."""
        return self.contracts.covering(day).order_by("-starts_on").first()


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


class ContractQuerySet(models.QuerySet["Contract"]):
    def covering(self, day: date) -> "ContractQuerySet":
        return self.filter(starts_on__lte=day).filter(
            models.Q(ends_on=None) | models.Q(ends_on__gte=day)
        )


class Contract(models.Model):
    """A professional liability contract (RCP-PJ) and the guarantees it carries."""

    class Guarantee(models.TextChoices):
        LEGAL_PROTECTION = "legal_protection", "protection juridique"
        EREPUTATION_ASSISTANCE = "ereputation_assistance", "assistance e-réputation"

    practitioner = models.ForeignKey(
        Practitioner, models.PROTECT, related_name="contracts", verbose_name="sociétaire"
    )
    number = models.CharField("numéro de contrat", max_length=30, unique=True)
    starts_on = models.DateField("début")
    ends_on = models.DateField("fin", null=True, blank=True)
    has_legal_protection = models.BooleanField("garantie protection juridique", default=True)
    has_ereputation_assistance = models.BooleanField(
        "option assistance e-réputation", default=False
    )

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = "contrat RCP-PJ"
        verbose_name_plural = "contrats RCP-PJ"

    def __str__(self) -> str:
        return self.number

    @property
    def guarantees(self) -> list[str]:
        """French names of what the contract covers, for screens and dossiers."""
        held = {
            self.Guarantee.LEGAL_PROTECTION: self.has_legal_protection,
            self.Guarantee.EREPUTATION_ASSISTANCE: self.has_ereputation_assistance,
        }
        return [str(guarantee.label) for guarantee, is_held in held.items() if is_held]


class Partner(models.Model):
    """A law office, a bailiff's office or a technical company that receives assignments."""

    class Kind(models.TextChoices):
        LAWYER = "lawyer", "avocat"
        BAILIFF = "bailiff", "commissaire de justice"
        TECHNICAL = "technical", "prestataire technique"

    kind = models.CharField("métier", max_length=20, choices=Kind)
    name = models.CharField("nom", max_length=120)
    town = models.CharField("ville", max_length=80, blank=True)
    email = models.EmailField("adresse e-mail", blank=True)
    phone = models.CharField("téléphone", max_length=20, blank=True)
    is_active = models.BooleanField("référencé", default=True)
    members: models.ManyToManyField = models.ManyToManyField(
        settings.AUTH_USER_MODEL, related_name="partners", blank=True, verbose_name="membres"
    )

    class Meta:
        verbose_name = "partenaire"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=["lawyer", "bailiff", "technical"]),
                name="partner_kind_is_known",
            ),
        )

    def __str__(self) -> str:
        return self.name


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


class HelpLine(models.Model):
    """A line that listens to a practitioner in distress. An administrator keeps it right."""

    name = models.CharField("nom", max_length=120, unique=True)
    phone = models.CharField("téléphone", max_length=20)
    words = models.CharField("pour qui, à quelles heures", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("ordre", default=1)
    is_shown = models.BooleanField("affichée", default=True)
    checked_on = models.DateField(
        "numéro vérifié le", null=True, blank=True, help_text="Appelez le numéro une fois par an."
    )

    class Meta:
        verbose_name = "ligne d’écoute"
        verbose_name_plural = "lignes d’écoute"
        ordering: ClassVar[list[str]] = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    @property
    def dialled(self) -> str:
        """The number as a telephone takes it."""
        return "".join(self.phone.split())
