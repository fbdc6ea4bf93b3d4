from django.utils.timezone import localdate
from rest_framework import serializers

from apps.deadlines.models import Deadline
from apps.incidents.models import Incident
from apps.ui.meanings import state_on


class DeadlineSerializer(serializers.ModelSerializer[Deadline]):
    review = serializers.IntegerField(source="review.number")
    state = serializers.SerializerMethodField()

    class Meta:
        model = Deadline
        fields = (
            "review",
            "rule_code",
            "rule_version",
            "legal_last_day",
            "prudent_day",
            "act_by",
            "last_service_day",
            "possible_until",
            "state",
            "explanation",
        )

    def get_state(self, deadline: Deadline) -> str:
        """L’état du délai aujourd’hui, en mots."""
        return state_on(deadline, localdate())


class IncidentSerializer(serializers.ModelSerializer[Incident]):
    """A file without words: neither the reviews' text nor anybody's name leaves through here."""

    deadlines = DeadlineSerializer(many=True, source="open_deadlines")

    class Meta:
        model = Incident
        fields = (
            "reference",
            "status",
            "waiting_on",
            "practice_mode",
            "declared_at",
            "closed_at",
            "outcome",
            "deadlines",
        )
