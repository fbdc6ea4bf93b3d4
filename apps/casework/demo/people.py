"""The demonstration accounts: one per role, all with the same password."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from apps.accounts.models import Role, User
from apps.directory.models import Contract, Delegate, Partner, Platform, Practitioner, Profession

PASSWORD = "vigie-demo-2026"  # noqa: S105 - printed at each start, for demonstration only


@dataclass(frozen=True)
class Account:
    email: str
    name: str
    role: Role
    job: str


ACCOUNTS = (
    Account("max@vigie.example", "Dr Max Delorme", Role.PRACTITIONER, "sociétaire"),
    Account("sofia@vigie.example", "Sofia Renard", Role.HANDLER, "gestionnaire"),
    Account("karim@vigie.example", "Karim Lefèvre", Role.SUPERVISOR, "responsable d’équipe"),
    Account("juriste@vigie.example", "Nadia Roche", Role.LEGAL_LEAD, "responsable juridique"),
    Account("avocat@vigie.example", "Me Claire Aubry", Role.PARTNER, "avocat"),
    Account("constat@vigie.example", "Me Paul Garnier", Role.PARTNER, "commissaire de justice"),
    Account("technique@vigie.example", "Inès Morel", Role.PARTNER, "prestataire technique"),
    Account("secretaire@vigie.example", "Julie Masson", Role.DELEGATE, "déléguée du Dr Delorme"),
    Account("admin@vigie.example", "Alex Petit", Role.ADMIN, "administrateur"),
)

FACILITY = ("clinique@vigie.example", "Clinique des Tilleuls", "33")

OTHER_PRACTITIONERS = (
    ("lea@vigie.example", "Dr Léa Fontaine", Profession.PHYSICIAN, "dermatologie", "69"),
    ("hugo@vigie.example", "Dr Hugo Payet", Profession.DENTIST, "", "974"),
    ("anne@vigie.example", "Anne Keller", Profession.PHYSIOTHERAPIST, "", "67"),
)

OFFICES = (
    (Partner.Kind.LAWYER, "Cabinet Aubry", "Paris", "avocat@vigie.example"),
    (Partner.Kind.BAILIFF, "Étude Garnier", "Lyon", "constat@vigie.example"),
    (Partner.Kind.TECHNICAL, "Netclair", "Nantes", "technique@vigie.example"),
)

PLATFORMS = (
    (Platform.Kind.SEARCH_ENGINE, "Google", "google.com", "https://support.google.com/business/"),
    (Platform.Kind.SOCIAL, "Facebook", "facebook.com", "https://www.facebook.com/help/"),
    (Platform.Kind.SOCIAL, "Instagram", "instagram.com", "https://help.instagram.com/"),
    (Platform.Kind.REVIEW_SITE, "Trustpilot", "trustpilot.com", "https://support.trustpilot.com/"),
    (Platform.Kind.REVIEW_SITE, "Pages Jaunes", "pagesjaunes.fr", ""),
    (Platform.Kind.SOCIAL, "X", "x.com", "https://help.x.com/"),
    (Platform.Kind.SEARCH_ENGINE, "Bing", "bing.com", ""),
    (Platform.Kind.FORUM, "Doctissimo", "doctissimo.fr", ""),
)


def make_people() -> None:
    """Create the accounts, practitioners, contracts, partners and platforms."""
    for account in ACCOUNTS:
        is_admin = account.role == Role.ADMIN
        User.objects.create_user(
            account.email,
            PASSWORD,
            name=account.name,
            role=account.role,
            is_staff=is_admin,
            is_superuser=is_admin,
        )
    _insure(
        User.objects.get(email="max@vigie.example"),
        Profession.PHYSICIAN,
        "chirurgie viscérale",
        "75",
    )
    for email, name, profession, specialty, department in OTHER_PRACTITIONERS:
        user = User.objects.create_user(email, PASSWORD, name=name, role=Role.PRACTITIONER)
        _insure(user, profession, specialty, department)
    _insure_a_facility(*FACILITY)
    Delegate.objects.create(
        practitioner=Practitioner.objects.get(user__email="max@vigie.example"),
        user=User.objects.get(email="secretaire@vigie.example"),
        relation=Delegate.Relation.SECRETARY,
        opened_at=datetime(2026, 1, 5, 8, tzinfo=UTC),
    )
    for kind, name, town, email in OFFICES:
        office = Partner.objects.create(kind=kind, name=name, town=town, email=email)
        office.members.add(User.objects.get(email=email))
    for platform, name, domain, report_url in PLATFORMS:
        Platform.objects.create(kind=platform, name=name, domain=domain, report_url=report_url)


def _insure_a_facility(email: str, name: str, department: str) -> None:
    user = User.objects.create_user(email, PASSWORD, name=name, role=Role.PRACTITIONER)
    _insure(user, Profession.OTHER, "", department)
    Practitioner.objects.filter(user=user).update(kind=Practitioner.Kind.FACILITY)


def _insure(user: User, profession: Profession, specialty: str, department: str) -> None:
    practitioner = Practitioner.objects.create(
        user=user,
        profession=profession,
        specialty=specialty,
        department=department,
        phone="01 99 00 00 00",
    )
    Contract.objects.create(
        practitioner=practitioner,
        number=f"RCP-{practitioner.pk:06}",
        starts_on=date(2020, 1, 1),
        has_ereputation_assistance=user.email != "anne@vigie.example",
    )
