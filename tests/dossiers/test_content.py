"""From a real file to its pages: what is frozen is what the templates print."""

import pytest

from apps.assignments.models import Assignment
from apps.casework.missions.dossier_content import dossier_content
from apps.directory.models import Partner
from apps.dossiers.pdf import dossier_pdf
from apps.legal.taxonomy import Label
from tests.factories import MONDAY_MORNING, acted, assigned, qualified_incident

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
