from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from apps.accounts.gates import declarants_only
from apps.casework.access import exhibits_for
from apps.casework.exhibits.detach import detach
from apps.portal.draft import Draft
from apps.portal.gates import at_step
from apps.portal.steps import DeclarationStep


@declarants_only
@require_POST
@at_step(DeclarationStep.EXHIBITS)
def remove_exhibit(request: HttpRequest, draft: Draft, pk: int) -> HttpResponse:
    """Take a file back from the draft. The practitioner still has it."""
    visible = exhibits_for(request.user, today=draft.today).filter(declaration=draft.declaration)
    exhibit = get_object_or_404(visible, pk=pk)
    detach(exhibit)
    messages.success(request, f"Le fichier «\u00a0{exhibit.name}\u00a0» a été retiré.")
    return redirect("portal:declare_exhibits", draft.key)
