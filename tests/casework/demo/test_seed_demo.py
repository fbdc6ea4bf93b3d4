import pytest
from django.core.management import call_command

from apps.accounts.models import User
from apps.casework.demo.models import Story
from tests.factories import handler

pytestmark = pytest.mark.engine


@pytest.mark.django_db
def test_a_database_with_people_in_it_never_gets_the_demonstration_accounts() -> None:
    handler()
    call_command("seed_demo")
    assert User.objects.count() == 1
    assert not Story.objects.exists()
