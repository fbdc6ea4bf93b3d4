from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import saved_views_for

from ..filters import FilterForm
from ..saved_view_form import SavedViewForm

KEPT = ("vue", *FilterForm.base_fields)  # of an address: the place in the list is not kept


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def save_view(request: HttpRequest) -> HttpResponse:
    """Give a name to the list shown, for oneself or for the team."""
    query = _kept(request.GET)
    form = SavedViewForm(request.POST or None, owner=request.user)
    if form.is_valid():
        request.user.saved_views.create(query=query, saved_at=timezone.now(), **form.cleaned_data)
        messages.success(request, "La vue est enregistrée.")
        return redirect(f"{reverse('desk:queue')}?{query}")
    return render(request, "desk/save_view.html", {"form": form, "query": query})


@insurer_only
@require_POST
def delete_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a view of one's own; files are not touched."""
    view = get_object_or_404(saved_views_for(request.user), pk=pk, owner=request.user)
    view.delete()
    messages.success(request, f"La vue «\u00a0{view.name}\u00a0» est supprimée.")
    return redirect("desk:queue")


def _kept(asked: QueryDict) -> str:
    kept = QueryDict(mutable=True)
    for name in KEPT:
        if values := [value for value in asked.getlist(name) if value]:
            kept.setlist(name, values)
    return kept.urlencode()
