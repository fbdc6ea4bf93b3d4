from datetime import datetime

from django.db import IntegrityError, transaction

from apps.accounts.models import User
from apps.correspondence.models import SavedAnswer, SavedAnswerVersion
from apps.correspondence.variables import check_known
from apps.refusals import Refused


class TitleTaken(Refused):
    """Another saved answer bears this title."""


@transaction.atomic
def save_answer(
    answer: SavedAnswer | None = None, *, title: str, body: str, by: User, at: datetime
) -> SavedAnswerVersion:
    """Write a saved answer, or a new version of it; the one in use stays until it is approved.

    The same words again change nothing. Raises `UnknownVariable`, `TitleTaken`.
    """
    check_known(body)
    try:
        with transaction.atomic():
            answer = _entitled(answer, title)
    except IntegrityError:
        raise TitleTaken(
            "Une réponse enregistrée porte déjà ce titre. Choisissez-en un autre, ou changez cette "
            "réponse depuis la liste."
        ) from None
    latest = answer.versions.order_by("-number").first()
    if latest and latest.body == body:
        return latest
    number = latest.number + 1 if latest else 1
    return answer.versions.create(number=number, body=body, author=by, written_at=at)


def _entitled(answer: SavedAnswer | None, title: str) -> SavedAnswer:
    """The answer under this title. The database says whether it is free: two may write at once."""
    if answer is None:
        return SavedAnswer.objects.create(title=title)
    answer = SavedAnswer.objects.select_for_update().get(pk=answer.pk)
    if answer.title != title:
        answer.title = title
        answer.save(update_fields=["title"])
    return answer
