"""From a real file to its pages: what is frozen is what the templates print."""

from datetime import date

import pytest

from apps.assignments.models import Assignment
from apps.casework.deadlines.check_act import check_act
from apps.casework.missions.dossier_content import dossier_content
from apps.directory.models import Partner
from apps.dossiers.pdf import dossier_pdf
from apps.legal.taxonomy import Label
from apps.legal.windows import Window
from tests.factories import (
    MONDAY_MORNING,
    acted,
    assigned,
    declared_review,
    qualified_incident,
    supervisor,
)

from .reading import text_of
from .samples import pictures

pytestmark = pytest.mark.django_db


def frozen(assignment: Assignment) -> dict:
    return dossier_content(assignment, version=1, at=MONDAY_MORNING)


def text(assignment: Assignment) -> str:
    content = frozen(assignment)
    return text_of(dossier_pdf(content, images=pictures(content)))


@pytest.mark.parametrize("kind", [Partner.Kind.BAILIFF, Partner.Kind.LAWYER])
def test_a_real_file_is_printed(kind: Partner.Kind) -> None:
    assignment = assigned(kind)
    said = text(assignment)
    assert assignment.incident.reference in said
    assert assignment.partner.name in said
    assert "Ce chirurgien a opéré sans autorisation le 3 mars." in said
    assert "lundi 1er février 2027" in said
    assert assignment.exhibits.get().sha256 in said


def test_the_clocks_of_a_bailiff_do_not_betray_the_reading() -> None:
    incident = qualified_incident(label=Label.DIFF_PUB_AGG)
    bailiff = frozen(assigned(Partner.Kind.BAILIFF, incident=incident))
    lawyer = frozen(assigned(Partner.Kind.LAWYER, incident=incident))
    (review,) = bailiff["reviews"]
    assert [clock["rule_label"] for clock in review["clocks"]] == ["L. 29 juil. 1881 art. 65 al. 1"]
    assert len(lawyer["reviews"][0]["clocks"]) == 2
    assert "aggrav" not in str(bailiff)


MAY_BE_OVER = Window.between(date(2026, 8, 20), date(2026, 11, 10))  # over, or until February
STILL_POSSIBLE = "eut-être dépassé ; encore possible jusqu’au mercredi 10 février 2027"


@pytest.mark.parametrize("kind", [Partner.Kind.BAILIFF, Partner.Kind.LAWYER])
@pytest.mark.parametrize(
    ("window", "state"),
    [
        (Window.on_day(date(2026, 8, 23)), "Dernier jour légal : aujourd’hui"),
        (Window.on_day(date(2026, 8, 20)), "Délai dépassé depuis 3 jours"),
        (MAY_BE_OVER, f"P{STILL_POSSIBLE}"),
    ],
    ids=["last day", "over", "may be over"],
)
def test_the_first_page_says_how_far_the_term_has_gone(
    kind: Partner.Kind, window: Window, state: str
) -> None:
    incident = qualified_incident(reviews=[declared_review(window=window)], exhibits=1)
    said = text(assigned(kind, incident=incident)).replace("\u00a0", " ")
    assert state in said
    assert "Agir au plus tard le" not in said


def test_a_bailiff_reads_nothing_of_what_is_done_in_court() -> None:
    incident = qualified_incident(exhibits=1)
    bailiff = assigned(Partner.Kind.BAILIFF, incident=incident)
    lawyer = assigned(Partner.Kind.LAWYER, incident=incident)
    acted(incident.reviews.get())
    for told in ("ssignation", "acte à vérifier", "Si l’acte est confirmé"):
        assert told in str(frozen(lawyer))
        assert told not in str(frozen(bailiff))
    (clock,) = frozen(bailiff)["reviews"][0]["clocks"]
    assert (clock["act_by"], clock["state"]) == ("2027-02-01", "")


def test_a_lawyer_reads_what_each_act_did_in_which_suit_and_who_has_checked_it() -> None:
    assignment = assigned(Partner.Kind.LAWYER)
    review = assignment.reviews.get()
    acted(review, by=assignment.assigned_by, court="TJ de Paris")
    pending = text(assignment)
    assert "TJ de Paris" in pending
    assert "à vérifier par une seconde personne" in pending
    check_act(review.acts.open().get(), by=supervisor(name="Hélène Vasseur"), at=MONDAY_MORNING)
    checked = text(assignment)
    assert "Vérifié par Hélène Vasseur le lundi 23 novembre 2026." in checked
    assert "interrompt, car" in checked


def test_a_lawyer_reads_that_an_act_falls_with_the_one_that_opens_its_suit() -> None:
    assignment = assigned(Partner.Kind.LAWYER)
    review, by = assignment.reviews.get(), assignment.assigned_by
    opening = acted(review, by=by, is_regular=False)
    acted(
        review,
        "CONCLUSIONS_NOTIFIEES",
        done_on=date(2026, 11, 21),
        proceeding=opening.proceeding,
        by=by,
    )
    assert "tombe avec l’acte « " in text(assignment).replace("\u00a0", " ")


def test_a_lawyer_reads_the_acts_already_done() -> None:
    assignment = assigned(Partner.Kind.LAWYER)
    acted(
        assignment.reviews.get(),
        "PLAINTE_SIMPLE",
        done_by="le praticien",
        by=assignment.assigned_by,
    )
    assert "Vendredi 20 novembre 2026" in text(assignment)


def test_a_lawyer_does_not_read_an_act_that_another_has_replaced() -> None:
    assignment = assigned(Partner.Kind.LAWYER)
    for is_regular in (True, False):  # since annulled
        acted(assignment.reviews.get(), by=assignment.assigned_by, is_regular=is_regular)
    (review,) = frozen(assignment)["reviews"]
    assert [act["is_regular"] for act in review["acts"]] == [False]
    assert text(assignment).count("Vendredi 20 novembre 2026") == 1
