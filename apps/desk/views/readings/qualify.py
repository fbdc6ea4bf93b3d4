from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.readings.qualify import qualify as qualify_passage
from apps.desk.file_page import done, find_incident, find_review, render_file, why_not
from apps.desk.readings.effects import effects_on
from apps.desk.readings.passages import readings, segments, versions
from apps.desk.readings.qualify_form import QualifyForm, TreeForm, seen_ids
from apps.legal.qualification import suggest
from apps.legal.rulings import examples_for
from apps.legal.supports import recipients
from apps.legal.taxonomy import Label

SEE = "voir"


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def qualify(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Give some exact words of a content the handler's legal reading, with the tree at hand.

    Sent with `voir`, it saves nothing: the page comes back with what the tree suggests.
    """
    user = request.user
    incident = find_incident(user, reference)
    review = find_review(incident, number)
    tree = TreeForm(request.POST or None, review=review)
    only_asks = SEE in request.POST
    form = QualifyForm(
        None if only_asks else request.POST or None,
        review=review,
        initial=request.POST.dict() if only_asks else {},
    )
    seen = seen_ids(request.POST.get("seen", ""))

    def act() -> None:
        start, end = form.span
        qualify_passage(
            review,
            start=start,
            end=end,
            label=Label(form.cleaned_data["label"]),
            reason=form.cleaned_data["reason"],
            answers=tree.answers,
            seen=seen,
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal=why_not(user, incident)):
        label = Label(form.cleaned_data["label"]).label
        messages.success(request, f"Passage qualifié «\u00a0{label}\u00a0».")
        return redirect("desk:qualify", reference, number)
    in_force = readings(review)
    suggestion = suggest(tree.answers)
    return render_file(
        request,
        "desk/readings/qualify.html",
        incident,
        form=form,
        tree=tree,
        suggestion=suggestion,
        rulings=examples_for(suggestion.label),
        review=review,
        segments=list(segments(review)),
        readings=in_force,
        unseen=[row for row in in_force if row.pk not in seen] if form.is_bound else [],
        versions=versions(review),
        effects=effects_on(review, today=timezone.localdate()),
        recipients=recipients(review.support),
    )
