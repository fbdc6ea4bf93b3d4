"""How much of a file its exhibits prove: « 3 passages sur 4 prouvés »."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from apps.incidents.models import Incident, Passage

from .models import Exhibit


@dataclass(frozen=True)
class Coverage:
    """`missing` holds the numbers of the contents that lack a proof, in their order."""

    proved: int
    total: int
    missing: tuple[int, ...] = ()

    @property
    def is_complete(self) -> bool:
        return self.proved == self.total


def contents_covered(incident: Incident) -> Coverage:
    """The contents that a current exhibit shows."""
    shown = Exhibit.objects.current().filter(reviews=OuterRef("pk"))
    contents = list(
        incident.reviews.order_by("number")
        .annotate(is_shown=Exists(shown))
        .values_list("number", "is_shown")
    )
    missing = tuple(number for number, is_shown in contents if not is_shown)
    return Coverage(len(contents) - len(missing), len(contents), missing)


def passages_covered(incident: Incident) -> Coverage:
    """The labelled passages that a current exhibit shows word for word."""
    shown = Exhibit.objects.current().filter(passages=OuterRef("pk"))
    passages = list(
        labelled_passages(incident)
        .annotate(is_shown=Exists(shown))
        .values_list("review__number", "is_shown")
    )
    missing = tuple(number for number, is_shown in passages if not is_shown)
    return Coverage(len(passages) - len(missing), len(passages), missing)


def labelled_passages(incident: Incident) -> QuerySet[Passage]:
    """The passages that have a reading in force, in their order."""
    passages = Passage.objects.labelled().filter(review__incident=incident)
    return passages.select_related("review").order_by("review__number", "start")
