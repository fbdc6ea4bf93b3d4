from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from apps.accounts.gates import declarants_only
from apps.directory.models import Platform


@declarants_only
@require_POST
def platform(request: HttpRequest) -> HttpResponse:
    """The site recognised from a link that is being typed. Nothing is kept."""
    url = request.POST.get("url", "").strip()
    if "//" not in url:
        url = f"https://{url}"
    try:
        recognised = Platform.objects.for_url(url)
    except ValueError:
        recognised = None
    return render(request, "portal/declarations/platform.html", {"platform": recognised})
