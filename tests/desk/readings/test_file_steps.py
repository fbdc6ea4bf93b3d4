from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.readings.ask_second_reading import ask_second_reading
from apps.casework.readings.do_step import do_step
from apps.casework.readings.second_reading import second_reading
from apps.casework.readings.skip_step import skip_step
from apps.incidents.models import Incident, Qualification
from apps.legal.playbook import LadderStep, Opens, steps_called_for
from apps.legal.taxonomy import Label
from apps.remedies.models import PlaybookStep
from tests.factories import (
    MONDAY_MORNING,
    declared_review,
    ended,
    handler,
    qualified_incident,
    read_as,
    supervisor,
    taken_incident,
)


def page_of(desk: Client, incident: Incident) -> str:
    return desk.get(reverse("desk:file_steps", args=[incident.reference])).content.decode()


def rungs(desk: Client, incident: Incident) -> dict[str, tuple[str, str]]:
    """The word and the address of each step of the first content, as the page shows them."""
    response = desk.get(reverse("desk:file_steps", args=[incident.reference]))
    _, ladder = response.context["contents"][0]
    return {rung.row.code: (rung.word, rung.url) for rung in ladder}


def row(incident: Incident, step: LadderStep) -> PlaybookStep:
    return PlaybookStep.objects.get(review__incident=incident, code=step)


def test_the_ladder_stands_in_order_with_its_owner_its_days_and_its_texts(
    desk: Client, sofia: User
) -> None:
    incident = qualified_incident(sofia)
    page = page_of(desk, incident)
    assert list(rungs(desk, incident))[:3] == [
        LadderStep.CAPTURE,
        LadderStep.BAILIFF,
        LadderStep.BAILIFF_DOSSIER,
    ]
    assert "Sofia Renard, pour le mardi 24\xa0novembre\xa02026" in page
    assert "C. assur. art. L. 127-3" in page


def test_a_content_that_nobody_has_read_says_what_opens_its_steps(
    desk: Client, sofia: User
) -> None:
    page = page_of(desk, taken_incident(sofia))
    assert "La qualification du contenu ouvre ses démarches." in page


def test_each_step_says_where_it_stands(desk: Client, sofia: User) -> None:
    early = MONDAY_MORNING - timedelta(days=14)
    incident = qualified_incident(sofia, label=Label.MENACES, exhibits=1, at=early)
    do_step(row(incident, LadderStep.POLICE), by=sofia, at=early)
    skip_step(row(incident, LadderStep.BAILIFF), reason="Capture suffisante.", by=sofia, at=early)
    words = {code: word for code, (word, _) in rungs(desk, incident).items()}
    assert words[LadderStep.POLICE] == "Faite"
    assert words[LadderStep.CAPTURE] == "Faite"
    assert words[LadderStep.BAILIFF] == "Écartée"
    assert words[LadderStep.REPORT] == "En retard"
    assert words[LadderStep.DECISION] == "À faire"
    page = page_of(desk, incident)
    assert "Capture suffisante." in page
    assert "Faite par Sofia Renard" in page
    assert "Le dossier le montre." in page


@pytest.mark.parametrize("label", [Label.FAUX_AVIS, Label.RGPD, Label.DIFF_PUB_AGG, Label.OPINION])
def test_each_step_leads_to_a_page_that_answers(desk: Client, sofia: User, label: Label) -> None:
    incident = qualified_incident(sofia, label=label)
    for code, (_, url) in rungs(desk, incident).items():
        assert desk.get(url).status_code == 200, code


def test_the_advice_opens_on_its_prepared_message(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia, label=Label.OPINION)
    _, url = rungs(desk, incident)[LadderStep.ADVICE]
    assert "une critique permise par la loi" in desk.get(url).content.decode()


def test_every_page_that_a_step_opens_is_known_to_the_desk(desk: Client, sofia: User) -> None:
    opened = set()
    for label in Label:
        if opened.issuperset(step.opens for step in steps_called_for([label])):
            continue
        incident = qualified_incident(sofia, label=label)
        for code, (_, url) in rungs(desk, incident).items():
            opened.add(LadderStep(code).opens)
            assert url
    assert opened == set(Opens)


def test_a_colleagues_ladder_is_read_and_not_worked_on(desk: Client) -> None:
    incident = qualified_incident(handler(name="Karim Lefèvre"))
    page = page_of(desk, incident)
    assert "Confier le constat au commissaire de justice" in page
    assert "C’est fait" not in page
    assert "/ecarter/" not in page


def test_who_may_read_a_content_blind_sees_no_step_of_it_and_is_sent_to_read(
    client: Client, sofia: User
) -> None:
    incident, karim = qualified_incident(sofia), supervisor()
    reading = Qualification.objects.get()
    ask_second_reading(reading, is_blind=True, by=supervisor(), at=MONDAY_MORNING)
    client.force_login(karim)
    page = page_of(client, incident)
    assert "masquées à qui doit le relire à l’aveugle" in page
    assert "Confier le constat" not in page
    assert "Relire le contenu n°\xa01" in page
    second_reading(reading, label=Label.DIFF_PUB, reason="Oui.", by=karim, at=MONDAY_MORNING)
    assert "Confier le constat" in page_of(client, incident)


def test_its_author_goes_on_working_meanwhile(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    reading = Qualification.objects.get()
    ask_second_reading(reading, is_blind=True, by=supervisor(), at=MONDAY_MORNING)
    assert "Confier le constat" in page_of(desk, incident)


def test_a_closed_file_says_what_was_left(desk: Client, sofia: User) -> None:
    incident = ended(qualified_incident(sofia, label=Label.OPINION))
    words = {code: word for code, (word, _) in rungs(desk, incident).items()}
    assert words[LadderStep.ADVICE] == "Non faite à la clôture"
    assert words[LadderStep.CLOSING] == "Faite"


def test_ladders_cost_the_same_queries_whatever_their_number(desk: Client, sofia: User) -> None:
    small = qualified_incident(sofia)
    large = qualified_incident(sofia, reviews=[declared_review()] * 6)
    for review in large.reviews.filter(number__gt=1):
        read_as(review, Label.MENACES, end=4, by=sofia)
    with CaptureQueriesContext(connection) as few:
        page_of(desk, small)
    with CaptureQueriesContext(connection) as many:
        page_of(desk, large)
    assert len(many) == len(few)


def test_the_practitioner_reads_no_step_and_no_reason(client: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    skip_step(
        row(incident, LadderStep.BAILIFF), reason="MOTIF-INTERNE", by=sofia, at=MONDAY_MORNING
    )
    client.force_login(incident.practitioner.user)
    page = client.get(reverse("portal:incident", args=[incident.reference])).content.decode()
    assert "MOTIF-INTERNE" not in page
    assert "écartée" not in page
