from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.deadlines.change_publication import change_publication as change
from apps.desk.deadlines.deadline_forms import ChangePublicationForm
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.incidents.models import Review
from apps.legal.wording import full_date


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def change_publication(request: HttpRequest, reference: str, number: int, pk: int) -> HttpResponse:
    """Replace what is known of a publication's day. The old window stays, with the reason."""
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    publication = get_object_or_404(review.publications.open(), pk=pk)
    form = ChangePublicationForm(
        request.POST or None, publication=publication, today=timezone.localdate()
    )

    def act() -> None:
        change(
            publication,
            window=form.cleaned_data["window"],
            reason=form.cleaned_data["reason"],
            by=user,
            at=timezone.now(),
        )

    before = _act_by(review, publication.number)
    if done(form, act, refusal=why_not(user, incident)):
        after = _act_by(review, publication.number)
        messages.success(
            request,
            f"Date de publication corrigée. Date opérationnelle\u00a0: {_in_words(before)} avant, "
            f"{_in_words(after)} maintenant.",
        )
        return redirect("desk:file_deadlines", reference)
    return render_file(
        request,
        "desk/deadlines/change_publication.html",
        incident,
        form=form,
        review=review,
        publication=publication,
    )


def _act_by(review: Review, publication_number: int) -> date | None:
    """The nearest date that this putting on line gives, whichever window is in force."""
    running = review.deadlines.open().filter(publication__number=publication_number)
    nearest = running.by_urgency().first()
    return nearest and nearest.act_by


def _in_words(act_by: date | None) -> str:
    return full_date(act_by) if act_by else "inconnue"
