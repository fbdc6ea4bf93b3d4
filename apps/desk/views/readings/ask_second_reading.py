from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import readings_for
from apps.casework.readings.ask_second_reading import ask_second_reading as ask
from apps.desk.file_page import find_incident, find_review
from apps.desk.refusing import refusals_told


@insurer_only
@require_POST
def ask_second_reading(request: HttpRequest, reference: str, number: int, pk: int) -> HttpResponse:
    """Have another person read a passage, without the first label when the box is ticked."""
    review = find_review(find_incident(request.user, reference), number)
    open_ones = readings_for(request.user).open().filter(passage__review=review)
    first = get_object_or_404(open_ones, pk=pk)
    is_blind = "a_l_aveugle" in request.POST
    with refusals_told(request):
        ask(first, is_blind=is_blind, by=request.user, at=timezone.now())
        messages.success(
            request, "Seconde lecture demandée. Le passage est «\u00a0à relire\u00a0»."
        )
    return redirect("desk:qualify", reference, number)
