from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from apps.accounts.gates import insurer_only
from apps.casework.access import letters_for
from apps.casework.letters.resend import resend as send_again


@insurer_only
@require_POST
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """Send again a letter that was refused or is in doubt."""
    letter = get_object_or_404(letters_for(request.user).select_related("incident"), pk=pk)
    if send_again(letter, by=request.user, at=timezone.now()):
        messages.success(request, "Le courrier va repartir. Son état s’affiche dans le dossier.")
    else:
        messages.info(request, "Ce courrier n’est plus en attente d’une décision.")
    return redirect("desk:letters")
