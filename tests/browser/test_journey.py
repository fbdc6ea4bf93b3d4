"""First light: one declaration travels from the practitioner's phone to the lawyer's PDF."""

import hashlib
import io
import socket
from collections.abc import Iterator
from datetime import date, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pikepdf
import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from dateutil.relativedelta import relativedelta
from django.utils.timezone import localdate, now
from playwright.sync_api import expect

from apps.casework.tasks import deliver_letters, post_reminders, prepare_exhibits, render_dossiers
from apps.deadlines.models import Deadline
from apps.directory.models import Partner
from apps.journal.models import broken_links
from apps.legal.taxonomy import Label
from apps.legal.wording import full_date
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import (
    PartnerFactory,
    PlatformFactory,
    PractitionerFactory,
    handler,
    png,
)

from .conftest import DESKTOP, PHONE, Visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.engine]

FACTS = "Ce chirurgien a falsifié ses comptes rendus pour cacher ses erreurs."
OUTRAGE = "Un incapable, fuyez ce service."
LINKS = [f"https://www.facebook.com/groups/avis/posts/{number}" for number in (1, 2)]
CANARY = "canari-note-interne"


class Letterbox:
    """A real SMTP server that keeps what it receives."""

    def __init__(self) -> None:
        self.received: list[EmailMessage] = []

    async def handle_DATA(  # noqa: N802 - the name that aiosmtpd calls
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        self.received.append(message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"

    def subjects_for(self, address: str) -> list[str]:
        return [mail["subject"].strip() for mail in self.received if mail["to"] == address]

    def everything(self) -> str:
        parts = (part for mail in self.received for part in mail.walk() if not part.is_multipart())
        return "\n".join([*map(str, self.received), *(part.get_content() for part in parts)])


@pytest.fixture
def letterbox(settings) -> Iterator[Letterbox]:
    box = Letterbox()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(box, hostname="127.0.0.1", port=port)
    server.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield box
    server.stop()


def declare(surgeon: Visitor, published: date) -> str:
    """The hospital surgeon of the interview declares two contents; returns the reference."""
    surgeon.open("/declarer/")
    surgeon.press("Commencer")
    surgeon.choose("Que se passe-t-il", "Une publication ou une discussion")
    surgeon.press("Continuer")
    surgeon.choose("Mode d’exercice", "Hôpital public")
    surgeon.choose("Le contenu est-il sur une page de votre établissement", "Je ne sais pas")
    surgeon.press("Continuer")
    surgeon.fill("Collez le ou les liens", "\n".join(LINKS))
    surgeon.press("Continuer")
    describe(surgeon, FACTS)
    describe(surgeon, OUTRAGE)
    surgeon.follow("Continuer")
    surgeon.choose("Quand ce contenu a-t-il été publié", "Le site donne le jour exact")
    surgeon.date("Jour de publication", published)
    surgeon.choose("A-t-il été modifié", "Non")
    surgeon.press("Continuer")
    surgeon.choose("Quand ce contenu a-t-il été publié", "Le site indique")
    surgeon.fill("La mention affichée par le site", "il y a 2 semaines")
    surgeon.choose("A-t-il été modifié", "Non")
    surgeon.press("Continuer")
    surgeon.upload("Fichiers", "capture.png", png(size=(780, 1200)).read())
    received = surgeon.page.locator("#received").get_by_role("link", name="capture.png", exact=True)
    expect(received).to_be_visible()
    surgeon.press("Continuer")
    surgeon.choose("Avez-vous déjà répondu à l’auteur", "Non")
    surgeon.choose("Avez-vous déjà signalé le contenu", "Non")
    surgeon.choose("Un commissaire de justice (ex-huissier) a-t-il déjà fait un constat", "Oui")
    surgeon.date("Date du constat", localdate() - timedelta(days=1))
    surgeon.choose("Le constat a-t-il été fait en urgence", "Oui")
    surgeon.choose("Ce que vous souhaitez", "Le retrait")
    surgeon.press("Continuer")
    surgeon.page.get_by_label("Je déclare que ces informations").check(force=True)
    surgeon.press("Envoyer ma déclaration")
    return surgeon.page.url.rstrip("/").rsplit("/", 1)[-1]


def describe(surgeon: Visitor, words: str) -> None:
    surgeon.fill("Les mots exacts", words)
    surgeon.choose("Qui peut lire ce contenu", "Tout le monde")
    surgeon.fill("Nombre de membres du groupe ou de la page", "5 000")
    surgeon.press("Enregistrer ce contenu")


def qualify(sofia: Visitor, reference: str, words: str) -> None:
    sofia.open(f"/bureau/dossiers/{reference}/contenus/1/qualifier/")
    sofia.fill("Le passage, mot pour mot", words)
    sofia.page.get_by_label("Qualification", exact=True).select_option(Label.DIFF_PUB.value)
    sofia.fill("Motif", "Fait précis et vérifiable, imputé à la personne.")
    sofia.press("Enregistrer l’orientation")


def entrust(sofia: Visitor, reference: str, kind: Partner.Kind, office: Partner) -> None:
    sofia.open(f"/bureau/dossiers/{reference}/missions/confier/{kind}/")
    sofia.page.get_by_label(office.name).check(force=True)
    sofia.fill("Ce que vous demandez", "Faire le nécessaire sur les deux contenus.")
    sofia.date("Réponse attendue avant le", localdate() + timedelta(days=1))
    sofia.date("Accès jusqu’au", localdate() + timedelta(days=120))
    sofia.press("Proposer la mission")


def compile_dossier(sofia: Visitor, reference: str, kind: Partner.Kind) -> None:
    sofia.open(f"/bureau/dossiers/{reference}/partenaires/")
    mission = sofia.page.locator(".card").filter(has_text=kind.label.capitalize())
    mission.get_by_role("button", name="Établir le dossier PDF").last.click()
    sofia.look()


def test_one_declaration_from_the_phone_to_the_lawyer_s_pdf(visitor, letterbox) -> None:
    PlatformFactory()
    doctor = PractitionerFactory()
    account = handler(name="Sofia Renard")
    offices = {kind: PartnerFactory(kind=kind) for kind in Partner.Kind}

    # 1. The practitioner declares, on a phone.
    surgeon = visitor("surgeon", PHONE)
    surgeon.sign_in(doctor.user)
    almost_over = localdate() - relativedelta(months=3) + timedelta(days=2)
    reference = declare(surgeon, published=almost_over)
    assert reference == f"ER-{localdate().year}-000001"
    surgeon.sees(reference)
    incident = doctor.incidents.get()
    deadline = Deadline.objects.driving(incident)
    surgeon.sees(full_date(deadline.act_by))
    prepare_exhibits()

    # 2. A handler finds it on top, takes it, writes, and qualifies a passage.
    sofia = visitor("handler", DESKTOP)
    sofia.sign_in(account)
    sofia.open("/")
    sofia.sees(reference)
    sofia.open("/bureau/?vue=a_trier")
    sofia.press(f"Prendre le dossier {reference}")
    sofia.open(f"/bureau/dossiers/{reference}/messages/")
    sofia.fill("Votre message", "Bonjour Docteur, ne répondez pas pour le moment.")
    sofia.press("Envoyer le message")
    sofia.open(f"/bureau/dossiers/{reference}/notes/")
    sofia.fill("Votre note", CANARY)
    sofia.press("Enregistrer la note")
    qualify(sofia, reference, FACTS)
    sofia.sees("Diffamation publique envers un particulier")

    # 3. The clock reminds, by real mail, once.
    post_reminders()
    post_reminders()
    deliver_letters()
    deliver_letters()
    reminder = Letter.objects.get(kind="deadline_reminder")
    assert letterbox.subjects_for(account.email).count(reminder.subject) == 1
    assert reference in reminder.subject

    # 4. Partners: the lawyer only after the written request; each sees their mission and no more.
    sofia.open(f"/bureau/dossiers/{reference}/missions/confier/lawyer/")
    sofia.sees("L. 127-3")
    sofia.does_not_see(offices[Partner.Kind.LAWYER].name)
    surgeon.open(f"/mes-dossiers/{reference}/avocat/")
    surgeon.choose("Votre choix", "Je demande à mon assureur")
    surgeon.press("Enregistrer mon choix")
    for kind, office in offices.items():
        entrust(sofia, reference, kind, office)
    compile_dossier(sofia, reference, Partner.Kind.BAILIFF)
    compile_dossier(sofia, reference, Partner.Kind.LAWYER)
    render_dossiers()
    deliver_letters()

    # 5. Each partner signs in, accepts, and downloads the dossier that was made for them.
    for kind, office in offices.items():
        partner = visitor(kind.value, DESKTOP)
        partner.sign_in(office.members.get())
        partner.open("/")
        partner.follow("M-")
        partner.press("Accepter la mission")
        partner.does_not_see(CANARY)
        partner.does_not_see("ne répondez pas pour le moment")
        if kind == Partner.Kind.TECHNICAL:
            continue
        dossier = incident.dossiers.get(partner=office)
        pdf = partner.download(f"/fichiers/dossiers-pdf/{dossier.pk}/")
        assert hashlib.sha256(pdf).hexdigest() == dossier.sha256
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert len(document.pages) >= 3

    # 6. The practitioner follows it all; the handler closes.
    surgeon.open(f"/mes-dossiers/{reference}/")
    surgeon.sees("Seul un juge peut le dire")
    surgeon.sees("Votre dossier est prêt pour l’avocat.")
    surgeon.does_not_see(CANARY)
    sofia.open(f"/bureau/dossiers/{reference}/clore/")
    for number in (1, 2):
        about = f"Contenu n°\u00a0{number}\u00a0: "
        sofia.page.get_by_label(f"{about}issue").select_option("Retiré par la plateforme")
        sofia.fill(f"{about}motif sans preuve", "Constaté en ligne.")
    sofia.fill("Bilan adressé au sociétaire", "Le contenu a été retiré. Le dossier est terminé.")
    sofia.press("Voir le courrier avant de clore")
    sofia.press("Clore le dossier et envoyer")
    surgeon.open(f"/mes-dossiers/{reference}/")
    surgeon.sees("Terminé")
    surgeon.sees("Le contenu a été retiré. Le dossier est terminé.")

    deliver_letters()
    assert not Letter.objects.due(now()).exists()  # at night, the others wait for the morning
    assert len(letterbox.received) == Letter.objects.filter(status=LetterStatus.SENT).count()
    for secret in (CANARY, FACTS, OUTRAGE, "chirurgie"):
        assert secret not in letterbox.everything()
    assert broken_links(incident) == []
