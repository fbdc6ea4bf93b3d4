from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.deadlines.models import InterruptingAct
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    attached,
    declared_review,
    ended,
    handler,
    supervisor,
    taken_incident,
)


def url(incident: Incident, number: int = 1) -> str:
    return reverse("desk:record_act", args=[incident.reference, number])


def answers(**changes: str) -> dict[str, str]:
    given = {
        "code": "ASSIGNATION",
        "done_on_0": "23",
        "done_on_1": "11",
        "done_on_2": "2026",
        "done_by": "Me Garnier",
        "is_regular": "on",
    }
    return given | changes


def on(day: date, field: str = "done_on") -> dict[str, str]:
    parts = (day.day, day.month, day.year)
    return {f"{field}_{index}": str(part) for index, part in enumerate(parts)}


def test_a_summons_is_recorded_and_its_effect_is_said(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(), follow=True).content.decode()
    act = InterruptingAct.objects.get()
    assert (act.code, act.done_on, act.done_by) == ("ASSIGNATION", date(2026, 11, 23), "Me Garnier")
    assert (act.is_regular, act.recorded_by, act.exhibit) == (True, sofia, None)
    assert incident.deadlines.open().get().legal_last_day == date(2027, 2, 23)
    assert "Acte enregistré." in page
    assert "jusqu’au mardi 23 février 2027" in page


def test_an_exhibit_that_was_set_aside_proves_no_act(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    exhibit = attached(incident)
    withdraw_exhibit(exhibit, reason=Exhibit.Withdrawal.WRONG_FILE, by=sofia, at=MONDAY_MORNING)
    assert "Il y a un problème" in desk.post(url(incident), answers(exhibit=str(exhibit.pk))).text
    assert not InterruptingAct.objects.exists()


def test_the_exhibit_that_proves_it_is_one_of_the_file(desk: Client, sofia: User) -> None:
    incident, other = taken_incident(sofia), taken_incident(sofia)
    mine, theirs = attached(incident), attached(other)
    page = desk.post(url(incident), answers(exhibit=str(theirs.pk))).content.decode()
    assert "Il y a un problème" in page
    desk.post(url(incident), answers(exhibit=str(mine.pk)))
    assert InterruptingAct.objects.get().exhibit == mine


def test_the_effect_can_be_read_before_anything_is_saved(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(preview="1")).content.decode()
    assert "Ce que cet acte change, avant enregistrement" in page
    assert "lundi 1er\xa0février\xa02027 avant" in page
    assert "<strong>lundi 22\xa0février\xa02027</strong> ensuite" in page
    assert "Me Garnier" in page
    assert not InterruptingAct.objects.exists()


def test_the_preview_says_when_nothing_changes(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(code="PLAINTE_SIMPLE", preview="1")).content.decode()
    assert "n’interrompt pas" in page
    assert "inchangée, <strong>lundi 1er\xa0février\xa02027</strong>" in page


def test_the_preview_promises_nothing_without_a_date(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(window=Window.unknown())])
    page = desk.post(url(incident), answers(preview="1")).content.decode()
    assert "l’effet de cet acte ne se calcule pas" in page


def test_a_void_act_is_kept_and_changes_nothing(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    given = answers()
    del given["is_regular"]
    desk.post(url(incident), given)
    assert not InterruptingAct.objects.get().is_regular
    assert incident.deadlines.open().get().legal_last_day == date(2027, 2, 2)


def test_a_complaint_may_come_with_the_day_of_its_deposit(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    filed = {"code": "PLAINTE_CPC", **on(date(2026, 11, 9))}
    desk.post(url(incident), answers(**filed, **on(date(2026, 11, 20), "deposit_paid_on")))
    assert InterruptingAct.objects.get().deposit_paid_on == date(2026, 11, 20)
    assert incident.deadlines.open().get().legal_last_day == date(2027, 2, 20)


def test_a_deposit_typed_for_another_act_is_not_used(desk: Client, sofia: User) -> None:
    desk.post(url(taken_incident(sofia)), answers(**on(date(2026, 11, 20), "deposit_paid_on")))
    assert InterruptingAct.objects.get().deposit_paid_on is None


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"code": ""}, "Choisissez l’acte accompli."),
        ({"code": "FELONIE"}, "Choisissez"),
        ({"done_by": ""}, "Dites qui a accompli cet acte."),
        ({"done_on_0": ""}, "Indiquez le jour, le mois et l’année."),
        (on(date(2026, 11, 24)), "Cette date est dans le futur."),
        (on(date(2026, 2, 28)) | {"done_on_0": "30"}, "n’existe pas"),
        (
            {"code": "PLAINTE_CPC"} | on(date(2026, 11, 22), "deposit_paid_on"),
            "La consignation ne peut pas être versée avant le dépôt de la plainte.",
        ),
        (
            {"code": "PLAINTE_CPC"} | on(date(2026, 12, 1), "deposit_paid_on"),
            "Indiquez un versement déjà fait.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(
    desk: Client, sofia: User, changes: dict[str, str], sentence: str
) -> None:
    page = desk.post(url(taken_incident(sofia)), answers(**changes)).content.decode()
    assert "Erreur\xa0:" in page
    assert page.count(sentence) >= 1
    assert 'value="2026"' in page
    assert not InterruptingAct.objects.exists()


def test_the_same_act_sent_twice_is_one_act_and_a_correction_replaces_it(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), answers())
    desk.post(url(incident), answers())
    assert InterruptingAct.objects.count() == 1
    desk.post(url(incident), answers(done_by="Me Autre"))
    assert InterruptingAct.objects.open().get().done_by == "Me Autre"
    assert InterruptingAct.objects.count() == 2


def test_acts_are_grouped_by_what_they_do_with_their_conditions(desk: Client, sofia: User) -> None:
    page = desk.get(url(taken_incident(sofia))).content.decode()
    for group in ("Interrompent le délai", "Interrompent le délai sous conditions"):
        assert f'<optgroup label="{group}">' in page
    assert "N’interrompent pas le délai" in page
    assert "Notifiées à un avocat constitué" in page


def test_a_content_of_no_file_is_not_found(desk: Client, sofia: User) -> None:
    assert desk.get(url(taken_incident(sofia), 2)).status_code == 404


def test_on_a_colleagues_file_no_act_is_recorded(desk: Client) -> None:
    incident = taken_incident(handler(name="Karim Lefèvre"))
    assert "Enregistrer l’acte" not in desk.get(url(incident)).content.decode()
    page = desk.post(url(incident), answers()).content.decode()
    assert "Ce dossier est suivi par Karim Lefèvre." in page
    assert not InterruptingAct.objects.exists()


def test_on_a_closed_file_no_act_is_recorded(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    ended(incident, by=supervisor())
    page = desk.post(url(incident), answers()).content.decode()
    assert "Ce dossier est terminé" in page
    assert not InterruptingAct.objects.exists()
