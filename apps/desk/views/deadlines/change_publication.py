from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.deadlines.change_publication import change_publication as change
from apps.deadlines.models import Deadline
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
        request.POST or None,
        publication=publication,
        today=timezone.localdate(),
        territory=incident.practitioner.department,
        at=timezone.now(),
    )

    def act() -> None:
        change(
            publication,
            window=form.cleaned_data["window"],
            edit=form.cleaned_data.get("edit"),
            reason=form.cleaned_data["reason"],
            by=user,
            at=timezone.now(),
        )

    before = _nearest(review, publication.number)
    if done(form, act, refusal=why_not(user, incident)):
        after = _nearest(review, publication.number)
        messages.success(
            request,
            f"Date de publication corrigée. Date opérationnelle\u00a0: {_in_words(before)} avant, "
            f"{_in_words(after)} maintenant.",
        )
        if after and after.is_held:
            messages.warning(
                request,
                "La date demandée est plus tardive\u00a0: elle ne compte pas avant qu’une seconde "
                "personne la confirme.",
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


def _nearest(review: Review, publication_number: int) -> Deadline | None:
    """The nearest deadline that this putting on line gives, whichever window is in force."""
    running = review.deadlines.open().filter(publication__number=publication_number)
    return running.by_urgency().first()


def _in_words(deadline: Deadline | None) -> str:
    return full_date(deadline.act_by) if deadline and deadline.act_by else "inconnue"
