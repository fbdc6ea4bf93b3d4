from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import declarants_only
from apps.casework.declarations.duplicates import already_declared
from apps.directory.models import Platform
from apps.incidents.circumstances import Situation
from apps.incidents.fingerprints import url_key
from apps.portal.draft import Draft
from apps.portal.forms.links import LinksForm
from apps.portal.forms.review import ReviewForm
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_http_methods(["GET", "HEAD", "POST"])
@at_step(DeclarationStep.REVIEWS)
def declare_reviews(request: HttpRequest, draft: Draft) -> HttpResponse:
    """The links, pasted together, then the contents they lead to. A message has no link."""
    reviews = draft.reviews
    if not reviews and draft.situation.facts["situation"] == Situation.PRIVATE:
        return redirect("portal:declare_review", draft.key, 1)
    form = LinksForm()
    if request.method == "POST":
        if "different" in request.POST:
            return _keep_apart(draft, request.POST["different"])
        form = LinksForm(request.POST)
        if form.is_valid():
            return _open_contents(draft, form.cleaned_data["links"])
    context = {
        "draft": draft,
        "step": DeclarationStep.REVIEWS,
        "form": form,
        "contents": [
            (number, review, _platform(review), _already_declared(request, draft, number, review))
            for number, review in reviews.items()
        ],
        "next_number": draft.next_number,
        "next_url": draft.next_url,
    }
    return render(request, "portal/declarations/declare_reviews.html", context)


def _open_contents(draft: Draft, links: list[str]) -> HttpResponse:
    """One content per link that is not there yet; then the first one that lacks something."""
    with draft.writing() as answers:
        typed = answers.setdefault(DeclarationStep.REVIEWS, {})
        present = {url_key(content.get("url", "")) for content in typed.values()}
        number = max(map(int, typed), default=0)
        for link in links:
            if url_key(link) not in present:
                number += 1
                typed[str(number)] = {"url": link}
    incomplete = [number for number, review in draft.reviews.items() if not review.is_valid()]
    number = min(incomplete, default=draft.next_number)
    return redirect("portal:declare_review", draft.key, number)


def _keep_apart(draft: Draft, number: str) -> HttpResponse:
    """« C’est différent »: the card is not shown again until the content changes."""
    with draft.writing() as answers:
        if content := answers.get(DeclarationStep.REVIEWS, {}).get(number):
            content["is_different"] = "yes"
    return redirect("portal:declare_reviews", draft.key)


def _already_declared(
    request: HttpRequest, draft: Draft, number: int, review: ReviewForm
) -> str | None:
    """The reference of a file of the same practitioner that holds this content."""
    typed = draft.declaration.answers[DeclarationStep.REVIEWS][str(number)]
    if typed.get("is_different"):
        return None
    same = already_declared(
        request.user,
        draft.declaration.practitioner,
        url=review.cleaned_data.get("url", ""),
        words=review.cleaned_data.get("words", ""),
    )
    return same.incident.reference if same else None


def _platform(review: ReviewForm) -> Platform | None:
    return Platform.objects.for_url(review.cleaned_data.get("url", ""))
