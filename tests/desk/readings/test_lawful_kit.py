import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import Role, User
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.correspondence.models import Message
from apps.incidents.models import Incident, Qualification
from apps.incidents.status import Outcome
from apps.legal.taxonomy import Label
from apps.mailbox.models import Letter
from tests.factories import (
    MONDAY_MORNING,
    UserFactory,
    declared_review,
    qualified_incident,
    supervisor,
)

KIT = "Désagréable, mais permis"


@pytest.fixture
def lawful(sofia: User) -> Incident:
    return qualified_incident(sofia, label=Label.OPINION)


def page(client: Client, name: str, incident: Incident, *more: object, **query: str) -> str:
    return client.get(reverse(f"desk:{name}", args=[incident.reference, *more]), query).text


def test_the_handler_of_lawful_words_gets_the_kit(desk: Client, lawful: Incident) -> None:
    for text in (page(desk, "qualify", lawful, 1), page(desk, "file_readings", lawful)):
        assert KIT in text
        assert "?modele=accompagner" in text
        assert reverse("desk:close", args=[lawful.reference]) in text


def test_other_words_have_no_kit(desk: Client, sofia: User) -> None:
    assert KIT not in page(desk, "qualify", qualified_incident(sofia, label=Label.INJ_PUB), 1)


def test_the_kit_does_not_betray_a_reading_to_its_blind_second_reader(
    desk: Client, lawful: Incident
) -> None:
    ask_second_reading(
        Qualification.objects.get(), is_blind=True, by=supervisor(), at=MONDAY_MORNING
    )
    assert KIT in page(desk, "file_readings", lawful)
    desk.force_login(UserFactory(role=Role.LEGAL_LEAD))
    assert KIT not in page(desk, "file_readings", lawful)


def test_the_prepared_message_is_filled_and_may_be_sent(desk: Client, lawful: Incident) -> None:
    text = page(desk, "write_message", lawful, modele="accompagner")
    assert "Désagréable ne veut pas dire illégal." in text
    assert f"dans le dossier {lawful.reference}" in text
    assert "{" not in text.split("<textarea")[1].split("</textarea>")[0]
    body = (
        desk.get(reverse("desk:write_message", args=[lawful.reference]), {"modele": "accompagner"})
        .context["form"]["body"]
        .value()
    )
    desk.post(reverse("desk:write_message", args=[lawful.reference]), {"body": body})
    assert "vous restez tenu au secret" in Message.objects.get().body


def test_the_closing_is_prepared_and_ends_accompanied(desk: Client, lawful: Incident) -> None:
    url = reverse("desk:close", args=[lawful.reference])
    form = desk.get(url).context["form"]
    answers = {bound.html_name: bound.value() or "" for bound in form}
    assert answers["outcome_1"] == Outcome.LAWFUL
    desk.post(url, answers | {"step": "close"})
    lawful.refresh_from_db()
    assert lawful.outcome == Outcome.LAWFUL
    assert "Nous vous avons accompagné" in lawful.closing_words
    assert Letter.objects.get(kind="incident_closed").data["contents"] == [[1, "lawful"]]
    words = "Accompagné, propos permis par la loi"
    for name in ("closed", "incident"):
        assert words in page(desk, name, lawful)
    assert "Dossier clos (accompagné, propos permis par la loi)." in page(
        desk, "file_history", lawful
    )
    assert words in desk.get(reverse("desk:queue"), {"vue": "clos"}).content.decode()
    export = desk.get(reverse("desk:queue_csv"), {"vue": "clos"}).getvalue().decode()
    assert "Terminé;accompagné, propos permis par la loi;" in export


def test_a_file_with_other_words_prepares_only_what_is_lawful(desk: Client, sofia: User) -> None:
    incident = qualified_incident(
        sofia, label=Label.OPINION, reviews=[declared_review(), declared_review()]
    )
    form = desk.get(reverse("desk:close", args=[incident.reference])).context["form"]
    assert form["outcome_1"].value() == Outcome.LAWFUL
    assert not form["outcome_2"].value()
    assert not form["words"].value()
