"""What a letter says: written at delivery, in two forms, with nothing of HTML in its text."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from apps.accounts.models import Role, User
from apps.incidents.models import Incident
from apps.mailbox.models import Letter
from apps.mailbox.render import Unwritable, message_id, write

from .conftest import NOW


@pytest.fixture
def letter() -> Letter:
    return Letter(
        pk=1,
        kind="essai",
        key="essai-1",
        recipient=User(email="gestion@example.org", name="Léa", role=Role.HANDLER),
        incident=Incident(reference="ER-2026-000001"),
        data={"rung": 15, "act_by": "2026-12-08"},
        claimed_at=NOW,
    )


def on_the_wire(letter: Letter) -> EmailMessage:
    return message_from_bytes(write(letter).content, policy=policy.default)


def text_of(letter: Letter) -> str:
    return on_the_wire(letter).get_body(("plain",)).get_content()


def test_dates_of_the_data_are_dates_for_the_templates(letter: Letter) -> None:
    assert "avant le mardi 8 décembre 2026" in text_of(letter)


def test_an_unknown_date_stays_unknown(letter: Letter) -> None:
    letter.data["act_by"] = None
    assert "avant le  :" in text_of(letter)


def test_the_text_part_is_not_html(letter: Letter) -> None:
    text = text_of(letter)
    assert "l’échéance « J-15 » & la suite" in text
    assert "dossier ER-2026-000001" in text


def test_the_html_part_is_a_page_in_french(letter: Letter) -> None:
    html = on_the_wire(letter).get_body(("html",)).get_content()
    assert '<html lang="fr">' in html
    assert "<strong>mardi 8 décembre 2026</strong>" in html


def test_the_subject_is_one_line(letter: Letter) -> None:
    assert on_the_wire(letter)["Subject"] == "Échéance J-15 – dossier n° 1"


def test_the_headers_say_that_a_machine_wrote_and_where_to_answer(letter: Letter) -> None:
    message = on_the_wire(letter)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Reply-To"] == message["From"]
    assert message["Date"] == "Mon, 23 Nov 2026 09:00:00 +0000"
    assert message["To"] == "gestion@example.org"


def test_the_same_letter_is_the_same_message_at_every_try(letter: Letter) -> None:
    assert write(letter).content == write(letter).content
    assert message_id("essai-1") == message_id("essai-1") != message_id("essai-2")


def test_a_line_of_one_dot_does_not_end_the_message(letter: Letter) -> None:
    letter.kind = "points"
    assert b"\r\n..\r\n" in write(letter).content


@pytest.mark.parametrize(
    ("changes", "code", "final"),
    [
        ({"recipient": User(email="a@example.org", is_active=False)}, "recipient-inactive", True),
        ({"recipient": User(email="")}, "recipient-without-address", True),
        ({"kind": "inconnu"}, "text-TemplateDoesNotExist", False),
        ({"data": {"rung": 1, "act_by": "demain"}}, "text-ValueError", False),
    ],
)
def test_what_cannot_be_written_says_why(
    letter: Letter, changes: dict[str, object], code: str, final: bool
) -> None:
    for name, value in changes.items():
        setattr(letter, name, value)
    with pytest.raises(Unwritable) as failure:
        write(letter)
    assert str(failure.value) == code
    assert failure.value.final is final
