from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import Absence, User
from apps.incidents.models import NO_CLOCK, BulkAction, Incident, Rereading
from apps.incidents.status import Outcome, Status
from apps.ui.wording import full_date
from tests.factories import (
    MONDAY_MORNING,
    declared_incident,
    handler,
    supervisor,
    taken_incident,
)

pytestmark = pytest.mark.engine

TODAY = MONDAY_MORNING.date()


def day(name: str, when: Any) -> dict[str, int]:
    return {f"{name}_0": when.day, f"{name}_1": when.month, f"{name}_2": when.year}


@pytest.fixture
def boss(client: Client, sofia: User) -> Client:
    """Their supervisor, at the desk."""
    client.force_login(supervisor(name="Claire Morel"))
    return client


def test_the_load_of_each_person_with_who_is_absent(boss: Client, sofia: User) -> None:
    taken_incident(sofia)
    karim = handler(name="Karim Lefèvre")
    Absence.objects.create(
        user=karim,
        substitute=sofia,
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=4),
        declared_by=sofia,
        declared_at=MONDAY_MORNING,
    )
    page = boss.get(reverse("desk:team")).content.decode()
    assert "remplacé par Sofia Renard" in page
    assert full_date(TODAY + timedelta(days=4)) in page
    assert "<svg" in page


def test_the_page_of_the_team_asks_as_much_for_one_file_as_for_ten(
    boss: Client, django_assert_max_num_queries: Any
) -> None:
    for number in (1, 9):
        for _ in range(number):
            taken_incident()
        with django_assert_max_num_queries(8):
            boss.get(reverse("desk:team"))


def test_new_files_are_shared_out_after_a_look_at_who_gets_what(boss: Client, sofia: User) -> None:
    incident = declared_incident()
    preview = boss.post(reverse("desk:distribute"), follow=True).content.decode()
    assert incident.reference in preview
    assert "Sofia Renard" in preview
    incident.refresh_from_db()
    assert incident.handler is None
    boss.post(reverse("desk:run_bulk", args=[BulkAction.objects.get().pk]))
    incident.refresh_from_db()
    assert incident.handler == sofia


def test_with_no_new_file_there_is_nothing_to_share_out(boss: Client) -> None:
    page = boss.post(reverse("desk:distribute"), follow=True).content.decode()
    assert "Aucun nouveau dossier à répartir." in page


def test_an_absence_is_declared_then_ended(boss: Client, sofia: User) -> None:
    karim = handler(name="Karim Lefèvre")
    typed = {"user": sofia.pk, "substitute": karim.pk}
    dates = day("starts_on", TODAY) | day("ends_on", TODAY + timedelta(days=1))
    page = boss.post(reverse("desk:absences"), typed | dates, follow=True).content.decode()
    assert "Absence enregistrée" in page
    boss.post(reverse("desk:end_absence", args=[Absence.objects.get().pk]))
    assert Absence.objects.get().ended_at == MONDAY_MORNING


def test_a_refused_absence_keeps_what_was_typed(boss: Client, sofia: User) -> None:
    typed = {"user": sofia.pk, "substitute": sofia.pk}
    dates = day("starts_on", TODAY) | day("ends_on", TODAY)
    page = boss.post(reverse("desk:absences"), typed | dates).content.decode()
    assert "une autre personne qui suit des dossiers" in page
    assert 'value="2026"' in page


def test_a_file_is_handed_over_with_a_note(desk: Client, sofia: User) -> None:
    incident, karim = taken_incident(sofia), handler(name="Karim Lefèvre")
    address = reverse("desk:hand_over", args=[incident.reference])
    assert "Écrivez ce que" in desk.post(address, {"to": karim.pk}).content.decode()
    desk.post(address, {"to": karim.pk, "note": "Rappeler vendredi."})
    incident.refresh_from_db()
    assert (incident.handler, incident.notes.count()) == (karim, 1)


def test_nobody_hands_over_a_colleague_s_file(desk: Client, sofia: User) -> None:
    incident = taken_incident(handler(name="Karim Lefèvre"))
    address = reverse("desk:hand_over", args=[incident.reference])
    page = desk.post(address, {"to": sofia.pk, "note": "À moi."}).content.decode()
    assert "Ce dossier est suivi par Karim Lefèvre." in page
    assert not incident.notes.exists()


def test_a_file_of_the_sample_is_reread(boss: Client) -> None:
    incident = taken_incident()
    Incident.objects.update(
        status=Status.CLOSED,
        outcome=Outcome.LAWFUL,
        closed_at=MONDAY_MORNING,
        act_by=None,
        queue_key=NO_CLOCK,
    )
    listed = boss.get(reverse("desk:sample"), {"mois": "2026-11"}).content.decode()
    assert "1 à relire sur 1 clos" in listed
    address = reverse("desk:reread", args=[incident.reference])
    assert "à revoir" in boss.post(address, {"result": "to_review"}).content.decode()
    boss.post(address, {"result": "sound"})
    assert Rereading.objects.get().incident == incident
    assert "Rien à relire" in boss.get(reverse("desk:sample"), {"mois": "2026-10"}).content.decode()


def test_a_month_that_cannot_be_read_is_this_one(boss: Client) -> None:
    assert 'value="2026-11"' in boss.get(reverse("desk:sample"), {"mois": "zz"}).content.decode()
