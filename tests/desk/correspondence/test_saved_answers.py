import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.correspondence.approve_answer import approve_answer
from apps.casework.correspondence.save_answer import save_answer
from apps.correspondence.models import Message, SavedAnswer, SavedAnswerVersion
from apps.incidents.models import Incident
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    PractitionerFactory,
    UserFactory,
    declared_review,
    supervisor,
    taken_incident,
)

AT = MONDAY_MORNING


def approved(body: str, title: str = "Accueil") -> SavedAnswer:
    version = save_answer(title=title, body=body, by=supervisor(), at=AT)
    return approve_answer(version, by=supervisor(), at=AT).answer


def composer(incident: Incident, answer: SavedAnswer | None = None) -> str:
    chosen = f"?modele={answer.pk}" if answer else ""
    return reverse("desk:write_message", args=[incident.reference]) + chosen


def test_an_answer_is_put_in_the_composer_with_the_words_of_the_file(
    desk: Client, sofia: User
) -> None:
    doctor = PractitionerFactory(user=UserFactory(name="Dr Léa Fontaine", role="practitioner"))
    incident = taken_incident(sofia, practitioner=doctor)
    answer = approved("{praticien}, {reference} : {date_prudente}. {gestionnaire}")
    text = desk.get(composer(incident, answer)).context["form"].initial["body"]
    prudent = incident.deadlines.get().prudent_day
    assert text.startswith(f"Dr Léa Fontaine, {incident.reference} : ")
    assert str(prudent.year) in text
    assert text.endswith("Sofia Renard")
    assert not Message.objects.exists()


def test_a_date_that_nobody_knows_is_asked_for_and_never_sent(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(window=Window.unknown())])
    answer = approved("Agissons avant le {date_prudente}.")
    page = desk.get(composer(incident, answer))
    assert "le dernier jour prudent pour agir" in page.content.decode()
    body = page.context["form"].initial["body"]
    refused = desk.post(composer(incident), {"body": body}).content.decode()
    assert "{date_prudente} (le dernier jour prudent pour agir) n’est pas rempli" in refused
    assert "Agissons avant le {date_prudente}." in refused
    assert not Message.objects.exists()


@pytest.mark.parametrize("body", ["Bonjour Dr {nom},", "Bonjour {", "Bonjour }"])
def test_no_brace_is_ever_sent(desk: Client, sofia: User, body: str) -> None:
    incident = taken_incident(sofia)
    page = desk.post(composer(incident), {"body": body}).content.decode()
    assert "Rien n’a été envoyé." in page
    assert not Message.objects.exists()


def test_a_practitioner_may_write_braces(client: Client, db: None) -> None:
    incident = taken_incident()
    client.force_login(incident.practitioner.user)
    client.post(reverse("portal:messages", args=[incident.reference]), {"body": "Voir {1}"})
    assert Message.objects.get().body == "Voir {1}"


def test_what_is_not_approved_cannot_be_inserted(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    draft = save_answer(title="Brouillon", body="Texte.", by=sofia, at=AT)
    assert "Brouillon" not in desk.get(composer(incident)).content.decode()
    assert desk.get(composer(incident, draft.answer)).status_code == 404


def test_an_answer_is_written_then_approved_by_a_senior(desk: Client) -> None:
    facts = {"title": "Accueil", "body": "Bonjour {praticien}."}
    page = desk.post(reverse("desk:save_answer"), facts, follow=True).content.decode()
    assert "À approuver" in page
    assert "Lire et approuver" not in page
    desk.force_login(supervisor())
    assert "Lire et approuver" in desk.get(reverse("desk:saved_answers")).content.decode()
    version = SavedAnswerVersion.objects.get()
    page = desk.post(reverse("desk:approve_answer", args=[version.pk]), follow=True)
    assert "Réponse approuvée" in page.content.decode()
    version.refresh_from_db()
    assert version.approved_at


def test_an_unknown_variable_is_refused_with_those_that_exist(desk: Client) -> None:
    facts = {"title": "Accueil", "body": "Bonjour Dr {nom}."}
    page = desk.post(reverse("desk:save_answer"), facts).content.decode()
    assert "{nom} n’est pas une variable" in page
    assert "Bonjour Dr {nom}." in page
    assert not SavedAnswer.objects.exists()


def test_a_new_version_shows_those_before(desk: Client, sofia: User) -> None:
    answer = approved("Bonjour.")
    url = reverse("desk:change_answer", args=[answer.pk])
    desk.post(url, {"title": "Accueil", "body": "Bonsoir."})
    page = desk.get(url).content.decode()
    assert "Version 2" in page
    assert "Version 1" in page


def test_a_title_is_borne_once(desk: Client) -> None:
    approved("Bonjour.")
    facts = {"title": "Accueil", "body": "Autre."}
    page = desk.post(reverse("desk:save_answer"), facts).content.decode()
    assert "porte déjà ce titre" in page


def test_the_list_costs_the_same_for_one_and_for_many(
    desk: Client, django_assert_max_num_queries
) -> None:
    approved("Bonjour.")
    desk.get(reverse("desk:saved_answers"))
    for number in range(12):
        approved("Bonjour.", title=f"Titre {number}")
    with django_assert_max_num_queries(6):
        desk.get(reverse("desk:saved_answers"))
