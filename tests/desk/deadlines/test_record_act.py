from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.casework.deadlines.add_publication import add_publication
from apps.casework.deadlines.record_act import Subject
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit
from apps.deadlines.models import InterruptingAct
from apps.desk.deadlines.act_form import CONDITIONS
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.legal.acts import ACTS, act
from apps.legal.republication import PublicationKind
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    acted,
    attached,
    checked_act,
    declared_review,
    ended,
    handler,
    qualified_incident,
    read_as,
    supervisor,
    taken_incident,
)

MONDAY = date(2026, 11, 23)
ART_53 = [condition.value for condition in act("ASSIGNATION").requires]


def url(incident: Incident, number: int = 1, **query: Any) -> str:
    return reverse("desk:record_act", args=[incident.reference, number], query=query or None)


def answers(**changes: Any) -> dict[str, Any]:
    given = {
        "code": "ASSIGNATION",
        **on(MONDAY),
        "done_by": "Me Garnier",
        "is_regular": "on",
        "about": ["1-1"],
        "summons_conditions": ART_53,
    }
    return given | changes


def on(day: date, field: str = "done_on") -> dict[str, str]:
    parts = (day.day, day.month, day.year)
    return {f"{field}_{index}": str(part) for index, part in enumerate(parts)}


def last_day(incident: Incident, number: int = 1) -> date:
    return incident.deadlines.open().get(review__number=number).legal_last_day


# --- Recorded, and what is said of it -------------------------------------------------------------


def test_a_summons_is_recorded_with_its_suit_and_waits_for_a_second_person(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    exhibit = attached(incident)
    given = answers(court="TJ de Lyon", case_number="26/1234", served_in="69", exhibit=exhibit.pk)
    page = desk.post(url(incident), given, follow=True).content.decode()
    row = InterruptingAct.objects.get()
    assert (row.code, row.done_on, row.done_by) == ("ASSIGNATION", MONDAY, "Me Garnier")
    assert (row.is_regular, row.recorded_by, row.exhibit) == (True, sofia, exhibit)
    assert (row.missing, row.served_in, row.publications) == ((), "69", [1])
    assert (row.proceeding.court, row.proceeding.case_number) == ("TJ de Lyon", "26/1234")
    assert last_day(incident) == date(2027, 2, 2)
    assert "Acte enregistré." in page
    assert "à vérifier par une seconde personne" in page


def test_a_step_belongs_to_the_suit_chosen_and_names_what_opened_it(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(), declared_review()])
    subjects = [Subject(review) for review in incident.reviews.order_by("number")]
    suit = acted(subjects[0].review, subjects=subjects).proceeding
    given = answers(code="PLACEMENT", proceeding=suit.pk, about=[])
    desk.post(url(incident, 2), given)
    rows = InterruptingAct.objects.filter(code="PLACEMENT")
    assert [(row.review.number, row.proceeding) for row in rows] == [(1, suit), (2, suit)]


def test_the_suit_of_another_file_is_not_offered(desk: Client, sofia: User) -> None:
    theirs = acted(taken_incident(sofia).reviews.get()).proceeding
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(code="PLACEMENT", proceeding=theirs.pk)).text
    assert "Il y a un problème" in page
    assert not InterruptingAct.objects.filter(code="PLACEMENT").exists()


def test_it_is_about_the_puttings_on_line_and_the_passages_that_are_ticked(
    desk: Client, sofia: User
) -> None:
    incident = qualified_incident(sofia)
    review = incident.reviews.get()
    read_as(review, start=51, end=57)
    add_publication(
        review,
        kind=PublicationKind.REPOST,
        window=Window.on_day(date(2026, 11, 10)),
        reason="Copie.",
        by=sofia,
        at=MONDAY_MORNING,
    )
    page = desk.get(url(incident)).text
    assert "Contenu n°\xa01\xa0: «\xa0Fuyez.\xa0»" in page
    last = review.passages.latest("start")
    desk.post(url(incident), answers(about=["1-2"], passages=[last.pk]))
    row = InterruptingAct.objects.get()
    assert (row.publications, row.named_passages) == ([2], {last.pk})


def test_a_void_act_is_kept_and_changes_nothing(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    given = answers()
    del given["is_regular"]
    desk.post(url(incident), given)
    row = InterruptingAct.objects.get()
    assert (row.is_regular, row.is_pending) == (False, False)
    assert last_day(incident) == date(2027, 2, 2)


def test_a_complaint_comes_with_its_deposit(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    filed = {"code": "PLAINTE_CPC", **on(date(2026, 11, 9)), "deposit_sum": "1500,50"}
    paid = on(date(2026, 11, 20), "deposit_paid_on") | on(date(2026, 12, 20), "deposit_due_on")
    desk.post(url(incident), answers(**filed, **paid))
    row = InterruptingAct.objects.get()
    assert (row.deposit_paid_on, row.deposit_due_on) == (date(2026, 11, 20), date(2026, 12, 20))
    assert row.deposit_sum == Decimal("1500.50")
    assert incident.deadlines.open().filter(rule_code="CPC_DEPOSIT", act=row).exists()


def test_what_was_typed_for_another_act_is_not_used(desk: Client, sofia: User) -> None:
    typed = {"court": "TJ de Lyon", "judge_allowed": "on", "in_presence": "on", "passages": []}
    others = answers(code="CONSTAT", **typed, **on(date(2026, 11, 20), "deposit_paid_on"))
    desk.post(url(taken_incident(sofia)), others)
    row = InterruptingAct.objects.get()
    assert (row.deposit_paid_on, row.judge_allowed, row.in_presence) == (None, False, False)
    assert (row.proceeding, row.conditions) == (None, [])


# --- The closed list, and its conditions ----------------------------------------------------------


def test_every_set_of_conditions_has_its_list_of_ticks() -> None:
    asked = {row.requires for row in ACTS if row.requires}
    assert asked == set(CONDITIONS.values())


def test_a_condition_that_is_not_ticked_is_missing(desk: Client, sofia: User) -> None:
    desk.post(url(taken_incident(sofia)), answers(summons_conditions=ART_53[1:]))
    assert [one.value for one in InterruptingAct.objects.get().missing] == ART_53[:1]


def test_acts_are_grouped_by_what_they_do_with_their_conditions(desk: Client, sofia: User) -> None:
    page = desk.get(url(taken_incident(sofia))).content.decode()
    for group in (
        "Interrompent le délai, dans une procédure ouverte",
        "Interrompent le délai sous conditions",
        "N’interrompent pas le délai",
    ):
        assert f'<optgroup label="{group}">' in page
    assert "La notification est faite à un avocat constitué, pas seulement au greffe" in page


# --- Its effect, read before anything is saved ----------------------------------------------------


def test_the_preview_gives_the_date_at_once_and_the_one_once_confirmed(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(preview="1")).content.decode()
    assert "Ce que cet acte change, avant enregistrement" in page
    assert "inchangée, <strong>lundi 1er\xa0février\xa02027</strong>" in page
    assert "Si une seconde personne confirme l’acte" in page
    assert "<strong>lundi 22\xa0février\xa02027</strong>" in page
    assert "Me Garnier" in page
    assert not InterruptingAct.objects.exists()


def test_the_preview_of_a_correction_says_that_an_earlier_date_is_back(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    seen = checked_act(incident.reviews.get(), done_on=MONDAY)
    given = answers(preview="1", **on(date(2026, 11, 12)))
    page = desk.post(url(incident, acte=seen.pk), given).content.decode()
    assert "lundi 22\xa0février\xa02027 avant" in page
    assert "<strong>lundi 1er\xa0février\xa02027</strong> ensuite" in page
    assert "<strong>jeudi 11\xa0février\xa02027</strong>" in page


def test_the_preview_says_when_nothing_changes(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(code="PLAINTE_SIMPLE", preview="1")).content.decode()
    assert "n’interrompt pas" in page
    assert "inchangée, <strong>lundi 1er\xa0février\xa02027</strong>" in page
    assert "Si une seconde personne" not in page


def test_the_preview_promises_nothing_without_a_date(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(window=Window.unknown())])
    page = desk.post(url(incident), answers(preview="1")).content.decode()
    assert "l’effet de cet acte ne se calcule pas" in page


# --- Corrected ------------------------------------------------------------------------------------


def test_a_correction_starts_from_all_that_was_recorded(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(), declared_review()])
    subjects = [Subject(review) for review in incident.reviews.order_by("number")]
    row = acted(subjects[0].review, subjects=subjects, court="TJ de Lyon", served_in="69")
    form = desk.get(url(incident, acte=row.pk)).context["form"]
    assert form["code"].value() == "ASSIGNATION"
    assert form["summons_conditions"].value() == sorted(ART_53)
    assert form["about"].value() == ["1-1", "2-1"]
    assert (form["court"].value(), form["served_in"].value()) == ("TJ de Lyon", "69")
    assert form["exhibit"].value() == row.exhibit_id


def test_a_day_that_is_corrected_leaves_no_act_at_the_former_day(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    seen = checked_act(incident.reviews.get(), done_on=MONDAY)
    desk.post(url(incident, acte=seen.pk), answers(**on(date(2026, 11, 12))))
    row = InterruptingAct.objects.open().get()
    assert (row.done_on, row.proceeding, row.is_pending) == (
        date(2026, 11, 12),
        seen.proceeding,
        True,
    )
    assert last_day(incident) == date(2027, 2, 2)


def test_an_act_said_irregular_from_one_content_falls_for_all_that_it_names(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(), declared_review()])
    subjects = [Subject(review) for review in incident.reviews.order_by("number")]
    row = checked_act(subjects[0].review, subjects=subjects)
    assert last_day(incident, 2) == date(2027, 2, 20)
    about = desk.get(url(incident, acte=row.pk)).context["form"]["about"].value()
    given = answers(about=about, **on(row.done_on))
    del given["is_regular"]
    desk.post(url(incident, acte=row.pk), given)
    assert [last_day(incident, number) for number in (1, 2)] == [date(2027, 2, 2)] * 2


def test_a_colleague_who_corrected_it_meanwhile_is_not_written_over(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    seen = acted(incident.reviews.get(), done_on=MONDAY)
    acted(incident.reviews.get(), done_on=date(2026, 11, 12), corrected=seen)
    page = desk.post(url(incident, acte=seen.pk), answers(**on(date(2026, 11, 13)))).text
    assert "Un collègue vient de corriger cet acte." in page
    assert 'value="13"' in page
    assert InterruptingAct.objects.open().get().done_on == date(2026, 11, 12)


@pytest.mark.parametrize("asked", ["0", "abc", "²"])
def test_an_act_that_does_not_exist_is_a_blank_form(desk: Client, sofia: User, asked: str) -> None:
    form = desk.get(url(taken_incident(sofia), acte=asked)).context["form"]
    assert form["code"].value() is None


def test_the_same_act_sent_twice_is_one_act_and_a_correction_replaces_it(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    for _ in range(2):
        desk.post(url(incident), answers())
    assert InterruptingAct.objects.count() == 1
    desk.post(url(incident), answers(done_by="Me Autre"))
    assert InterruptingAct.objects.open().get().done_by == "Me Autre"
    assert InterruptingAct.objects.count() == 2


# --- What is wrong, and who may not ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"code": ""}, "Choisissez l’acte accompli."),
        ({"code": "FELONIE"}, "Choisissez"),
        ({"done_by": ""}, "Dites qui a accompli cet acte."),
        ({"done_on_0": ""}, "Indiquez le jour, le mois et l’année."),
        (on(date(2026, 11, 24)), "Cette date est dans le futur."),
        (on(date(2026, 2, 28)) | {"done_on_0": "30"}, "n’existe pas"),
        ({"about": []}, "Cochez au moins une publication que l’acte vise."),
        ({"code": "PLACEMENT", "about": []}, "Cochez au moins une publication que l’acte vise."),
        (
            {"code": "PLAINTE_CPC"} | on(date(2026, 11, 22), "deposit_paid_on"),
            "La consignation ne peut pas être versée avant le dépôt de la plainte.",
        ),
        (
            {"code": "PLAINTE_CPC", "deposit_waived": "on"} | on(MONDAY, "deposit_paid_on"),
            "Une consignation versée n’est pas dispensée",
        ),
        (
            {"code": "PLAINTE_CPC"} | on(date(2026, 12, 1), "deposit_paid_on"),
            "Indiquez un versement déjà fait.",
        ),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_the_rest_is_kept(
    desk: Client, sofia: User, changes: dict[str, Any], sentence: str
) -> None:
    page = desk.post(url(taken_incident(sofia)), answers(**changes)).content.decode()
    assert "Erreur\xa0:" in page
    assert page.count(sentence) >= 1
    assert 'value="2026"' in page
    assert not InterruptingAct.objects.exists()


@pytest.mark.parametrize("about", ["2-1", "1-2", "x"])
def test_what_is_not_in_the_file_cannot_be_named(desk: Client, sofia: User, about: str) -> None:
    page = desk.post(url(taken_incident(sofia)), answers(about=[about])).text
    assert "Il y a un problème" in page
    assert not InterruptingAct.objects.exists()


def test_an_exhibit_that_was_set_aside_proves_no_act(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    exhibit = attached(incident)
    withdraw_exhibit(exhibit, reason=Exhibit.Withdrawal.WRONG_FILE, by=sofia, at=MONDAY_MORNING)
    assert "Il y a un problème" in desk.post(url(incident), answers(exhibit=str(exhibit.pk))).text
    assert not InterruptingAct.objects.exists()


def test_the_exhibit_that_proves_it_is_one_of_the_file(desk: Client, sofia: User) -> None:
    theirs = attached(taken_incident(sofia))
    page = desk.post(url(taken_incident(sofia)), answers(exhibit=str(theirs.pk))).text
    assert "Il y a un problème" in page
    assert not InterruptingAct.objects.exists()


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
