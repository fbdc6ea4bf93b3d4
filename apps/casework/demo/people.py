"""The people of the demonstration, all with the same password, and who they work with."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.contrib.auth.hashers import make_password

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
COLLEAGUES = (
    Account("amine@vigie.example", "Amine Belkacem", Role.HANDLER, "gestionnaire"),
    Account("elodie@vigie.example", "Élodie Perrin", Role.HANDLER, "gestionnaire"),
    Account("thomas@vigie.example", "Thomas Vidal", Role.HANDLER, "gestionnaire"),
    Account("avocat2@vigie.example", "Me Hélène Lenoir", Role.PARTNER, "avocat"),
    Account("constat2@vigie.example", "Me Éric Salomon", Role.PARTNER, "commissaire de justice"),
)

PHYSICIAN, DENTIST = Profession.PHYSICIAN, Profession.DENTIST
FACILITY = "clinique"
# Address, name, profession, specialty, department. A mail server knows nobody under `.invalid`.
INSURED = (
    ("max@vigie.example", "Dr Max Delorme", PHYSICIAN, "chirurgie viscérale", "75"),
    ("lea@vigie.example", "Dr Léa Fontaine", PHYSICIAN, "dermatologie", "69"),
    ("hugo@vigie.example", "Dr Hugo Payet", DENTIST, "", "974"),
    ("anne@vigie.example", "Anne Keller", Profession.PHYSIOTHERAPIST, "", "67"),
    ("clinique@vigie.example", "Clinique des Tilleuls", Profession.OTHER, "", "33"),
    ("nadege@vigie.example", "Dr Nadège Oriol", PHYSICIAN, "chirurgie plastique", "06"),
    ("bastien@vigie.example", "Dr Bastien Lacombe", PHYSICIAN, "chirurgie esthétique", "75"),
    ("paola@vigie.example", "Dr Paola Santini", PHYSICIAN, "médecine esthétique", "2A"),
    ("simon@vigie.example", "Dr Simon Berthet", PHYSICIAN, "psychiatrie", "54"),
    ("oceane@vigie.example", "Dr Océane Le Goff", PHYSICIAN, "médecine générale", "29"),
    ("gilles@vigie.example", "Dr Gilles Marchal", PHYSICIAN, "médecine générale", "59"),
    ("farida@vigie.example", "Dr Farida Benali", PHYSICIAN, "gynécologie", "93"),
    ("yann@vigie.example", "Dr Yann Kervella", DENTIST, "", "35"),
    ("mireille@vigie.example", "Dr Mireille Astruc", PHYSICIAN, "ophtalmologie", "34"),
    ("coralie@vigie.example", "Coralie Dumas", Profession.MIDWIFE, "", "31"),
    ("theo@vigie.example", "Théo Pasquier", Profession.NURSE, "", "44"),
    ("ludovic@vigie.example", "Dr Ludovic Ferrand", PHYSICIAN, "orthopédie", "13"),
    ("estelle@vigie.example", "Dr Estelle Vasseur", PHYSICIAN, "pédiatrie", "80"),
    ("raphael@vigie.example", "Dr Raphaël Marin", DENTIST, "orthodontie", "92"),
    ("samira@vigie.example", "Dr Samira Haddad", PHYSICIAN, "cardiologie", "38"),
    ("victor@vigie.example", "Dr Victor Lemoine", PHYSICIAN, "ORL", "76"),
    ("agnes@vigie.example", "Agnès Roussel", Profession.PHARMACIST, "", "21"),
    ("brice@vigie.example", "Brice Monnier", Profession.OTHER, "ostéopathie", "83"),
    ("jonas@vigie.example", "Dr Jonas Weber", DENTIST, "", "25"),
    ("delphine@vigie.example", "Dr Delphine Carlier", PHYSICIAN, "médecine esthétique", "31"),
    ("olivier@vigie.example", "Dr Olivier Sarrazin", PHYSICIAN, "anesthésie", "87"),
    ("lucie@vigie.example", "Dr Lucie Amiel", PHYSICIAN, "dermatologie", "972"),
    ("gael@vigie.example", "Dr Gaël Riou", PHYSICIAN, "urologie", "56"),
    ("emma@vigie.example", "Emma Tissot", Profession.NURSE, "", "73"),
    ("nora@cabinet.invalid", "Dr Nora Sebti", PHYSICIAN, "médecine générale", "13"),
)
WITHOUT_OPTION = {"anne", "theo", "emma", "gilles"}

OFFICES = (
    (Partner.Kind.LAWYER, "Cabinet Aubry", "Paris", "avocat@vigie.example"),
    (Partner.Kind.BAILIFF, "Étude Garnier", "Lyon", "constat@vigie.example"),
    (Partner.Kind.TECHNICAL, "Netclair", "Nantes", "technique@vigie.example"),
    (Partner.Kind.LAWYER, "Cabinet Lenoir", "Marseille", "avocat2@vigie.example"),
    (Partner.Kind.BAILIFF, "Étude Salomon", "Toulouse", "constat2@vigie.example"),
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


def make_people(*, now: datetime) -> None:
    """Create the accounts, practitioners, contracts, partners and platforms."""
    hashed = make_password(PASSWORD)  # once: it is made to be slow
    for account in (*ACCOUNTS, *COLLEAGUES):
        is_admin = account.role == Role.ADMIN
        _account(
            account.email,
            account.name,
            account.role,
            hashed,
            is_staff=is_admin,
            is_superuser=is_admin,
        )
    for email, name, profession, specialty, department in INSURED:
        user = User.objects.filter(email=email).first()
        user = user or _account(email, name, Role.PRACTITIONER, hashed)
        _insure(user, profession, specialty, department)
    Delegate.objects.create(
        practitioner=Practitioner.objects.get(user__email="max@vigie.example"),
        user=User.objects.get(email="secretaire@vigie.example"),
        relation=Delegate.Relation.SECRETARY,
        opened_at=now - timedelta(days=300),
    )
    for kind, name, town, email in OFFICES:
        office = Partner.objects.create(kind=kind, name=name, town=town, email=email)
        office.members.add(User.objects.get(email=email))
    for platform, name, domain, report_url in PLATFORMS:
        Platform.objects.create(kind=platform, name=name, domain=domain, report_url=report_url)


def _account(email: str, name: str, role: Role, hashed: str, **more: bool) -> User:
    return User.objects.create(email=email, name=name, role=role, password=hashed, **more)


def _insure(user: User, profession: Profession, specialty: str, department: str) -> None:
    login = user.email.partition("@")[0]
    practitioner = Practitioner.objects.create(
        kind=Practitioner.Kind.FACILITY if login == FACILITY else Practitioner.Kind.PERSON,
        user=user,
        profession=profession,
        specialty=specialty,
        department=department,
        phone=f"01 99 00 {len(specialty) + 10} {ord(login[0]) % 90 + 10}",
    )
    Contract.objects.create(
        practitioner=practitioner,
        number=f"RCP-{practitioner.pk:06}",
        starts_on=date(2020, 1, 1),
        has_ereputation_assistance=login not in WITHOUT_OPTION,
    )
