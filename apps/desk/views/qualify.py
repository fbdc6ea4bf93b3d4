from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.qualify import qualify as qualify_passage
from apps.legal.taxonomy import Label

from ..effects import effects_on
from ..file_page import done, find_incident, find_review, render_file, why_not
from ..forms import QualifyForm
from ..passages import readings, segments


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def qualify(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Give some exact words of a content the handler's legal reading."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    form = QualifyForm(request.POST or None, review=review)

    def act() -> None:
        read = form.cleaned_data
        qualify_passage(
            review,
            start=read["start"],
            end=read["end"],
            label=Label(read["label"]),
            reason=read["reason"],
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=why_not(user, incident)):
        label = Label(form.cleaned_data["label"]).label
        messages.success(request, f"Passage qualifié «\u00a0{label}\u00a0».")
        return redirect("desk:qualify", reference, number)
    return render_file(
        request,
        "desk/qualify.html",
        incident,
        form=form,
        review=review,
        segments=list(segments(review)),
        readings=readings(review),
        effects=effects_on(review),
    )
