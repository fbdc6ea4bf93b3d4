from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from apps.legal.medical_words import medical_words


@require_POST
def health_words(request: HttpRequest) -> HttpResponse:
    """The warning beside a text that is being written. Nothing of it is kept."""
    names = [name for name in request.POST if name != "csrfmiddlewaretoken"]
    text = request.POST[names[0]] if names else ""
    return render(
        request, "portal/declarations/health_warning.html", {"findings": medical_words(text)}
    )
