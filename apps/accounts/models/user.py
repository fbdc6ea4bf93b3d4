from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models


class Role(models.TextChoices):
    PRACTITIONER = "practitioner", "sociétaire"
    HANDLER = "handler", "gestionnaire"
    SUPERVISOR = "supervisor", "responsable d’équipe"
    LEGAL_LEAD = "legal_lead", "responsable juridique"
    PARTNER = "partner", "partenaire"
    DELEGATE = "delegate", "délégué d’un sociétaire"
    ADMIN = "admin", "administrateur"


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> User:
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> User:
        return self.create_user(
            email, password, role=Role.ADMIN, is_staff=True, is_superuser=True, **fields
        )

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """A person who signs in with an e-mail address; `role` decides which audience they are."""

    email = models.EmailField("adresse e-mail", unique=True)
    name = models.CharField("nom affiché", max_length=150)
    role = models.CharField("rôle", max_length=20, choices=Role)
    is_active = models.BooleanField("actif", default=True)
    is_staff = models.BooleanField("accès à l’administration", default=False)
    joined_at = models.DateTimeField("créé le", auto_now_add=True)
    # Of the desk: may single keys act in the list of files? (WCAG 2.1.4)
    uses_shortcuts = models.BooleanField("raccourcis clavier", default=True)

    objects = UserManager()

    EMAIL_FIELD = USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "utilisateur"
        constraints = (
            models.CheckConstraint(
                condition=models.Q(role__in=Role.values), name="user_role_is_known"
            ),
        )

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @property
    def is_practitioner(self) -> bool:
        return self.role == Role.PRACTITIONER

    @property
    def is_insurer(self) -> bool:
        """The people of the insurer who work on files: handlers and those they answer to."""
        return self.role in {Role.HANDLER, Role.SUPERVISOR, Role.LEGAL_LEAD}

    @property
    def is_senior(self) -> bool:
        """Those who may decide on any file and sign as the second person."""
        return self.role in {Role.SUPERVISOR, Role.LEGAL_LEAD}

    @property
    def is_delegate(self) -> bool:
        """Someone whom practitioners let prepare their declarations, and nothing else."""
        return self.role == Role.DELEGATE

    @property
    def is_partner(self) -> bool:
        return self.role == Role.PARTNER
