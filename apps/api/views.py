from django.db.models import Prefetch
from django.utils.timezone import localdate
from rest_framework.pagination import CursorPagination
from rest_framework.viewsets import ReadOnlyModelViewSet

from apps.casework.access import deadlines_for, incidents_for
from apps.incidents.models import Incident, IncidentQuerySet

from .serializers import IncidentSerializer


class NewestFirst(CursorPagination):
    ordering = ("-declared_at", "-pk")


class IncidentViewSet(ReadOnlyModelViewSet[Incident]):
    """Les dossiers que la personne connectée peut voir, avec leurs échéances ouvertes."""

    serializer_class = IncidentSerializer
    pagination_class = NewestFirst
    lookup_field = "reference"
    lookup_value_converter = "str"

    def get_queryset(self) -> IncidentQuerySet:
        running = deadlines_for(self.request.user, today=localdate()).open()
        deadlines = running.by_urgency().select_related("review", "publication")
        return incidents_for(self.request.user).prefetch_related(
            Prefetch("deadlines", queryset=deadlines, to_attr="open_deadlines")
        )
