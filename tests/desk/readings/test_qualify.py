from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from apps.accounts.models import User
from apps.desk.readings.passages import occurrences
from apps.incidents.models import Incident, Qualification
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from tests.factories import (
    declared_review,
    ended,
    qualified_incident,
    read_as,
    supervisor,
    taken_incident,
)

PASSAGE = "Ce chirurgien a opéré sans autorisation le 3 mars."


def url(incident: Incident, number: int = 1) -> str:
    return reverse("desk:qualify", args=[incident.reference, number])


def answers(**changes: str) -> dict[str, str]:
    given = {"words": PASSAGE, "label": Label.DIFF_PUB.value, "reason": "Fait précis."}
    return given | changes


def shown() -> str:
    """What the page carries of the readings that it shows."""
    return ",".join(str(pk) for pk in Qualification.objects.open().values_list("pk", flat=True))


def test_a_passage_is_found_by_its_words_and_qualified(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(), follow=True).content.decode()
    reading = Qualification.objects.get()
    assert (reading.passage.start, reading.passage.end) == (0, 50)
    assert (reading.label, reading.reason, reading.by) == ("DIFF_PUB", "Fait précis.", sofia)
    assert f"<mark>{PASSAGE}</mark>" in page
    assert "Passage qualifié" in page


def test_the_guide_of_the_insurer_stands_beside_the_questions_from_the_start(
    desk: Client, sofia: User
) -> None:
    page = desk.get(url(taken_incident(sofia))).content.decode()
    for example in ("nul, incompétent, charlatan", "abdominoplastie", "Homme désagréable"):
        assert example in page


def test_identical_words_with_another_label_are_refused_with_the_reason(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(words="Fuyez. Vraiment, Fuyez.")])
    desk.post(url(incident), answers(words="Fuyez", start="0"))
    page = desk.post(
        url(incident), answers(words="Fuyez", start="17", label="INJ_PUB", seen=shown())
    ).content.decode()
    assert "Les mêmes mots, ailleurs dans ce contenu, sont déjà qualifiés" in page
    assert Qualification.objects.count() == 1


def test_words_that_are_not_in_the_content_are_sent_back(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    page = desk.post(url(incident), answers(words="Un voleur.")).content.decode()
    assert "Ces mots ne figurent pas dans le contenu n°\xa01." in page
    assert "Un voleur." in page
    assert "Fait précis." in page
    assert not Qualification.objects.exists()


def test_words_that_occur_twice_are_chosen_among_their_places(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(words="Fuyez. Vraiment, Fuyez.")])
    page = desk.post(url(incident), answers(words="Fuyez")).content.decode()
    assert "Ces mots figurent 2 fois dans ce contenu. Choisissez lesquels." in page
    assert page.count('type="radio" name="start"') == 2
    assert not Qualification.objects.exists()
    desk.post(url(incident), answers(words="Fuyez", start="17"))
    passage = Qualification.objects.get().passage
    assert (passage.start, passage.end) == (17, 22)


@pytest.mark.parametrize("start", ["3", "dix", "-1"])
def test_a_place_where_the_words_do_not_stand_is_asked_again(
    desk: Client, sofia: User, start: str
) -> None:
    incident = taken_incident(sofia, reviews=[declared_review(words="Fuyez. Vraiment, Fuyez.")])
    page = desk.post(url(incident), answers(words="Fuyez", start=start)).content.decode()
    assert "Choisissez lesquels." in page
    assert not Qualification.objects.exists()


def test_the_questions_suggest_a_label_with_its_reasons_and_save_nothing(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    asked = answers(label="", reason="Ébauche.", voir="1") | {
        "identifiable": "oui",
        "threat": "non",
        "exposure": "non",
        "ground": "non",
        "precise_fact": "oui",
    }
    page = desk.post(url(incident), asked).content.decode()
    assert "Suggestion&nbsp;: Diffamation publique envers un particulier" in page
    assert "CA Aix-en-Provence, 22 février 2018" in page
    assert "nul, incompétent, charlatan" not in page, "the examples are those of the suggestion"
    assert "comparer avec le dénigrement" in page
    assert "Ébauche." in page
    assert "Il y a un problème" not in page
    assert not Qualification.objects.exists()


def test_the_answers_are_kept_and_a_departure_from_the_suggestion_is_shown(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    stop = {"identifiable": "non"}
    page = desk.post(url(incident), answers() | stop, follow=True).content.decode()
    reading = Qualification.objects.get()
    assert reading.answers == {
        "identifiable": False,
        "audience": "PUBLIC",
        "practice": "HOSPITAL",
    }
    assert reading.departs_from is Label.OPINION
    assert "S’écarte de la suggestion" in page


def test_an_answer_that_does_not_exist_counts_for_none(desk: Client, sofia: User) -> None:
    incident = taken_incident(sofia)
    desk.post(url(incident), answers(identifiable="peut-être", audience="MARS"))
    assert Qualification.objects.get().departs_from is None


def test_a_colleagues_reading_saved_meanwhile_is_shown_beside_mine_which_is_kept(
    desk: Client, sofia: User
) -> None:
    karim = supervisor(name="Karim Benali")
    incident = taken_incident(sofia)
    read_as(incident.reviews.get(), Label.INJ_PUB, reason="Terme outrageant.", by=karim)
    page = desk.post(url(incident), answers(seen="")).content.decode()
    assert "Karim Benali a enregistré une orientation à" in page
    assert "Enregistré pendant que vous écriviez" in page
    assert "Terme outrageant." in page
    assert "Fait précis." in page
    assert Qualification.objects.get().legal is Label.INJ_PUB
    theirs = Qualification.objects.get()
    assert f'value="{theirs.pk}"' in page
    desk.post(url(incident), answers(seen=str(theirs.pk)))
    assert Qualification.objects.open().get().legal is Label.DIFF_PUB


def test_the_history_tells_who_read_what_and_why(desk: Client, sofia: User) -> None:
    incident = qualified_incident(sofia)
    seen = str(Qualification.objects.get().pk)
    page = desk.post(
        url(incident), answers(label="INJ_PUB", reason="Mépris.", seen=seen), follow=True
    ).content.decode()
    assert "Historique des orientations (2)" in page
    assert "Fait précis, vérifiable, imputé à la personne." in page
    assert "remplacée le" in page


def test_words_that_have_a_label_already_are_refused_with_the_reason(
    desk: Client, sofia: User
) -> None:
    incident = qualified_incident(sofia)
    page = desk.post(
        url(incident), answers(words="le 3 mars. Fuyez", seen=shown())
    ).content.decode()
    assert "Ces mots recoupent un passage déjà qualifié." in page
    assert "le 3 mars. Fuyez" in page
    assert Qualification.objects.count() == 1


def test_everything_missing_is_said_beside_its_field(desk: Client, sofia: User) -> None:
    page = desk.post(url(taken_incident(sofia)), {"words": ""}).content.decode()
    assert "Il y a un problème" in page
    for sentence in (
        "Copiez ici les mots à qualifier.",
        "Choisissez une qualification.",
        "Dites pourquoi vous retenez cette qualification.",
    ):
        assert page.count(sentence) == 2


def test_a_label_that_does_not_exist_is_refused(desk: Client, sofia: User) -> None:
    desk.post(url(taken_incident(sofia)), answers(label="FELONIE"))
    assert not Qualification.objects.exists()


def test_labels_come_in_three_groups_with_their_articles(desk: Client, sofia: User) -> None:
    page = desk.get(url(taken_incident(sofia))).content.decode()
    for group in ("Permis par la loi", "Droit de la presse", "Autres fondements"):
        assert f'<optgroup label="{group}">' in page
    assert "L. 1881 art. 23, 29 al. 1 et 32 al. 1" in page


def test_the_page_says_what_a_qualification_is_worth_and_changes(desk: Client, sofia: User) -> None:
    page = desk.get(url(taken_incident(sofia))).content.decode()
    assert "Orientation du gestionnaire, sans valeur de qualification judiciaire." in page
    assert "Effet sur les dates" in page
    assert "lundi 1er\xa0février\xa02027" in page


def test_what_a_qualification_changes_is_said_with_the_state_of_each_term(
    desk: Client, sofia: User
) -> None:
    last_day = declared_review(window=Window.on_day(date(2026, 8, 23)))
    page = desk.get(url(taken_incident(sofia, reviews=[last_day]))).content.decode()
    assert "vendredi 20\xa0novembre\xa02026, dernier jour légal\xa0: aujourd’hui" in page
    assert ", délai certain" in page  # of the longer terms


@pytest.mark.parametrize("number", [0, 2])
def test_a_content_of_no_file_is_not_found(desk: Client, sofia: User, number: int) -> None:
    assert desk.get(url(taken_incident(sofia), number)).status_code == 404


def test_the_content_of_a_file_ended_meanwhile_keeps_what_was_typed(
    desk: Client, sofia: User
) -> None:
    incident = taken_incident(sofia)
    ended(incident, by=supervisor())
    page = desk.post(url(incident), answers()).content.decode()
    assert "Ce dossier est terminé" in page
    assert "Fait précis." in page
    assert not Qualification.objects.exists()


def test_a_colleagues_file_is_not_qualified(desk: Client) -> None:
    incident = taken_incident()
    assert "Enregistrer l’orientation" not in desk.get(url(incident)).content.decode()
    desk.post(url(incident), answers())
    assert not Qualification.objects.exists()


@pytest.mark.parametrize(
    ("extract", "text", "found"),
    [
        ("Fuyez", "Fuyez. Fuyez.", [(0, 5), (7, 12)]),
        ("n'allez pas", "Docteur, n’allez  pas là.", [(9, 21)]),
        ("deux\r\nlignes", "Voici deux\nlignes.", [(6, 17)]),
        ("fuyez", "Fuyez.", []),
        ("(sic) *", "Écrit (sic) *", [(6, 13)]),
    ],
)
def test_an_extract_is_found_whatever_the_keyboard_did_to_it(
    extract: str, text: str, found: list[tuple[int, int]]
) -> None:
    assert occurrences(extract, text) == found
