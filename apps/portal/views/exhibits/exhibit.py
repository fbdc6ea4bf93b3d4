"""What one does with an exhibit already sent: say what it shows, replace it, set it aside."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import practitioners_only
from apps.accounts.models import User
from apps.casework.access import exhibits_for, incidents_for
from apps.casework.exhibits.link_exhibit import link_exhibit as link
from apps.casework.exhibits.replace_exhibit import replace_exhibit as replace
from apps.casework.exhibits.withdraw_exhibit import withdraw_exhibit as withdraw
from apps.exhibits.models import Exhibit
from apps.portal.forms.exhibits import LinkForm, ReplaceForm, WithdrawForm
from apps.ui.refusing import refusals_at


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def link_exhibit(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Which contents this exhibit shows."""
    exhibit = _find(request.user, reference, number)
    form = LinkForm(*_sent(request), exhibit=exhibit)

    def act() -> None:
        reviews = list(form.cleaned_data["reviews"])
        link(exhibit, reviews=reviews, by=request.user, at=timezone.now())
        messages.success(request, f"C’est noté pour la pièce n°\u00a0{number}.")

    return _page(request, "portal/exhibits/link_exhibit.html", exhibit, form, act)


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def replace_exhibit(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """A better file in the place of this one, which stays on file."""
    exhibit = _find(request.user, reference, number)
    form = ReplaceForm(*_sent(request), files=request.FILES or None)

    def act() -> None:
        upload = form.cleaned_data["file"]
        new = replace(exhibit, upload=upload, by=request.user, at=timezone.now())
        said = f"La pièce n°\u00a0{number} est remplacée par la pièce n°\u00a0{new.number}."
        messages.success(request, said)

    return _page(request, "portal/exhibits/replace_exhibit.html", exhibit, form, act)


@practitioners_only
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_exhibit(request: HttpRequest, reference: str, number: int) -> HttpResponse:
    """Set this exhibit aside, with a reason."""
    exhibit = _find(request.user, reference, number)
    form = WithdrawForm(*_sent(request))

    def act() -> None:
        withdraw(exhibit, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
        messages.success(request, f"La pièce n°\u00a0{number} est retirée.")

    return _page(request, "portal/exhibits/withdraw_exhibit.html", exhibit, form, act)


def _sent(request: HttpRequest) -> list[QueryDict]:
    """What was posted, even if nothing was ticked or chosen."""
    return [request.POST] if request.method == "POST" else []


def _find(user: User, reference: str, number: int) -> Exhibit:
    """A current exhibit of an open file of theirs; else a 404."""
    open_files = incidents_for(user).open().filter(reference=reference)
    theirs = exhibits_for(user, today=timezone.localdate()).current().select_related("incident")
    return get_object_or_404(theirs, incident__in=open_files, number=number)


def _page(
    request: HttpRequest,
    template: str,
    exhibit: Exhibit,
    form: forms.Form,
    act: Callable[[], None],
) -> HttpResponse:
    if form.is_valid():
        with refusals_at(form, next(iter(form.fields))):
            act()
            return redirect("portal:exhibits", exhibit.incident.reference)
    context = {"incident": exhibit.incident, "exhibit": exhibit, "form": form}
    return render(request, template, context)
