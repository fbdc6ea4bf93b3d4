from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import saved_views_for
from apps.casework.queue.forget_view import forget_view
from apps.casework.queue.save_view import save_view as save
from apps.desk.queue.asked_queue import AskedQueue
from apps.desk.queue.saved_view_form import SavedViewForm
from apps.desk.refusing import refusals_at


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def save_view(request: HttpRequest) -> HttpResponse:
    """Give a name to the list shown, for oneself or for the team."""
    asked = AskedQueue(request.GET, user=request.user, today=timezone.localdate())
    query = asked.query  # the place in the list is not kept
    form = SavedViewForm(request.POST or None)
    if form.is_valid():
        with refusals_at(form, "name"):
            save(query=query, by=request.user, at=timezone.now(), **form.cleaned_data)
            messages.success(request, "La vue est enregistrée.")
            return redirect(f"{reverse('desk:queue')}?{query}")
    return render(request, "desk/queue/save_view.html", {"form": form, "query": query})


@insurer_only
@require_POST
def delete_view(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget a view of one's own; files are not touched."""
    view = get_object_or_404(saved_views_for(request.user), pk=pk, owner=request.user)
    forget_view(view)
    messages.success(request, f"La vue «\u00a0{view.name}\u00a0» est supprimée.")
    return redirect("desk:queue")
