import pytest
from django.core.management import call_command

from apps.accounts.models import User
from apps.casework.demo import files
from apps.casework.demo.cases import CASES
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident
from apps.mailbox.models import Letter, LetterStatus
from tests.factories import handler


@pytest.fixture
def few_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    new = [case for case in CASES if case.name == "trois-jours-pour-agir"]
    monkeypatch.setattr(files, "CASES", new)
    monkeypatch.setattr(files, "BESIDE", ())


@pytest.mark.django_db
@pytest.mark.usefixtures("few_cases")
def test_letters_have_left_and_pictures_are_ready_when_the_site_opens() -> None:
    call_command("seed_demo")
    letters = Letter.objects.filter(kind="incident_declared")
    assert [letter.status for letter in letters] == [LetterStatus.SENT]
    assert all(letter.sent_at >= letter.queued_at for letter in letters)
    assert Exhibit.objects.exclude(thumbnail="").count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("few_cases")
def test_run_again_it_does_nothing() -> None:
    call_command("seed_demo")
    call_command("seed_demo")
    assert Incident.objects.count() == 1


@pytest.mark.django_db
def test_a_database_with_people_in_it_never_gets_the_demonstration_accounts() -> None:
    handler()
    call_command("seed_demo")
    assert User.objects.count() == 1
