from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.queue.choose_shortcuts import choose_shortcuts


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def shortcuts(request: HttpRequest) -> HttpResponse:
    """The keys of the list of files, and the switch that turns them off for this person."""
    if request.method == "POST":
        wanted = request.POST.get("raccourcis") == "oui"
        choose_shortcuts(wanted=wanted, by=request.user)
        state = "activés" if wanted else "désactivés"
        messages.success(request, f"Les raccourcis clavier sont {state}.")
        return redirect("desk:shortcuts")
    return render(request, "desk/queue/shortcuts.html")
