import pytest

from tests.factories import (
    WORDS,
    assigned,
    declared_incident,
    handler,
    qualified_incident,
)

pytestmark = pytest.mark.django_db
LIST = "/api/dossiers/"


def test_a_handler_reads_files_with_their_open_deadlines(sign_in) -> None:
    incident = declared_incident()
    [found] = sign_in(handler()).get(LIST).json()["results"]
    assert found["reference"] == incident.reference
    [deadline] = found["deadlines"]
    assert (deadline["rule_code"], deadline["act_by"]) == ("PRESS_3M", "2027-02-01")
    assert deadline["explanation"]
    assert (deadline["possible_until"], deadline["state"]) == ("2027-02-02", "délai certain")


def test_a_practitioner_reads_their_own_files_only(sign_in) -> None:
    mine, other = declared_incident(), declared_incident()
    client = sign_in(mine.practitioner.user)
    assert [row["reference"] for row in client.get(LIST).json()["results"]] == [mine.reference]
    assert client.get(f"{LIST}{other.reference}/").status_code == 404


def test_a_partner_reads_nothing(sign_in) -> None:
    assignment = assigned()
    client = sign_in(assignment.partner.members.get())
    assert client.get(LIST).json()["results"] == []
    assert client.get(f"{LIST}{assignment.incident.reference}/").status_code == 404


def test_nobody_reads_anything_without_signing_in(client) -> None:
    declared_incident()
    assert client.get(LIST).status_code in {302, 403}


def test_no_name_and_no_word_of_a_review_leaves_through_the_api(sign_in) -> None:
    incident = qualified_incident()
    answer = sign_in(handler()).get(f"{LIST}{incident.reference}/").content.decode()
    assert incident.practitioner.user.name not in answer
    assert WORDS[:15] not in answer


@pytest.mark.parametrize("files", [1, 12])
def test_the_list_takes_a_constant_number_of_queries(
    files: int, sign_in, django_assert_num_queries
) -> None:
    for _ in range(files):
        declared_incident()
    client = sign_in(handler())
    with django_assert_num_queries(4):
        assert len(client.get(LIST).json()["results"]) == files


def test_the_schema_is_valid_and_names_the_list(sign_in) -> None:
    schema = sign_in(handler()).get("/api/schema/?format=json").json()
    assert LIST in schema["paths"]
