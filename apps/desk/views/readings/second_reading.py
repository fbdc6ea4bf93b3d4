from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import readings_for
from apps.casework.readings.second_reading import second_reading as read_second
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.desk.readings.second_reading_form import SecondReadingForm
from apps.legal.taxonomy import Label


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def second_reading(request: HttpRequest, reference: str, number: int, pk: int) -> HttpResponse:
    """Read as a second person a passage that waits for it; blind, the first label is not shown."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    waiting = readings_for(user).needing_second_reading().filter(passage__review=review)
    first = get_object_or_404(waiting.select_related("by", "second_reading"), pk=pk)
    form = SecondReadingForm(request.POST or None)

    def act() -> None:
        read_second(
            first,
            label=Label(form.cleaned_data["label"]),
            reason=form.cleaned_data["reason"],
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=""):
        said = "Orientation confirmée."
        if form.cleaned_data["label"] != first.label:
            said = (
                "Vous lisez autrement ce passage. La première lecture était "
                f"«\u00a0{first.legal.label}\u00a0»\u00a0: les deux sont conservées."
            )
        messages.success(request, said)
        return redirect("desk:qualify", reference, number)
    second = getattr(first, "second_reading", None)
    return render_file(
        request,
        "desk/readings/second_reading.html",
        incident,
        form=form,
        review=review,
        first=first,
        is_blind=bool(second and second.is_blind),
        may_read=first.may_be_read_again_by(user),
        refusal="" if incident.is_open else why_not(user, incident),
    )
