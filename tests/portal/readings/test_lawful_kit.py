import pytest
from django.test import Client
from django.urls import reverse

from apps.directory.models import Practitioner
from apps.incidents.models import Incident
from apps.incidents.status import Outcome
from apps.legal.medical_words import medical_words
from apps.legal.taxonomy import ORIENTATION, Label
from tests.factories import ended, qualified_incident

NEVER = ("rejet", "refus", "irrecevable", "malheureusement", "sinistre")


@pytest.fixture
def lawful(surgeon: Practitioner) -> Incident:
    return qualified_incident(practitioner=surgeon, label=Label.OPINION)


def page_of(incident: Incident, name: str = "lawful_kit") -> str:
    return reverse(f"portal:{name}", args=[incident.reference])


def test_lawful_words_come_with_a_page_of_advice(phone: Client, lawful: Incident) -> None:
    assert page_of(lawful) in phone.get(page_of(lawful, "incident")).text
    page = phone.get(page_of(lawful)).text
    for said in (
        "Désagréable ne veut pas dire illégal.",
        "Nous restons à vos côtés pour y répondre, ou pas.",
        "Rien ce soir.",
        "Ne dites rien des soins",
        "vous restez tenu au secret",
        "Ne dites pas si elle est venue ou non",
        "Gardez d’abord la preuve",
        "Nous vous déconseillons de demander des avis à vos patients",
        ORIENTATION,
    ):
        assert said in page
    assert reverse("portal:messages", args=[lawful.reference]) in page
    assert reverse("portal:report_to_platform", args=[lawful.reference, 1]) in page


def test_it_is_a_help_and_never_a_refusal(phone: Client, lawful: Incident) -> None:
    main = phone.get(page_of(lawful)).text.split("<main")[1].lower()
    assert not [word for word in NEVER if word in main]


def test_the_model_answer_says_nothing_of_health_nor_who_came(
    phone: Client, lawful: Incident
) -> None:
    model = phone.get(page_of(lawful)).text.rpartition('class="quoted"')[2].split("</p>")[0]
    assert "confirmer ou non une prise en charge" in model
    assert not medical_words(model)


def test_words_that_may_be_an_offence_have_no_such_page(
    phone: Client, surgeon: Practitioner
) -> None:
    incident = qualified_incident(practitioner=surgeon, label=Label.INJ_PUB)
    assert page_of(incident) not in phone.get(page_of(incident, "incident")).text
    assert phone.get(page_of(incident)).status_code == 404


def test_the_kit_of_somebody_else_does_not_exist(phone: Client, db: None) -> None:
    assert phone.get(page_of(qualified_incident(label=Label.OPINION))).status_code == 404


def test_a_file_closed_as_lawful_ends_accompanied_and_keeps_its_kit(
    phone: Client, lawful: Incident
) -> None:
    ended(lawful, outcome=Outcome.LAWFUL)
    page = phone.get(page_of(lawful, "incident")).text
    assert "Accompagné" in page
    assert "Votre dossier est terminé (accompagné, propos permis par la loi)." in page
    kit = phone.get(page_of(lawful))
    assert kit.status_code == 200
    assert "Faire relire ma réponse" not in kit.text
