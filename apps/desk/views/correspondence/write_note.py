from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from apps.accounts.gates import insurer_only
from apps.casework.access import notes_for
from apps.casework.correspondence.write_note import write_note as write
from apps.desk.file_page import done, find_incident, render_file
from apps.desk.forms import NoteForm


@insurer_only
@require_http_methods(["GET", "HEAD", "POST"])
def write_note(request: HttpRequest, reference: str) -> HttpResponse:
    """What we write for ourselves. Any colleague may leave a note on any file."""
    user = request.user
    incident = find_incident(user, reference)
    form = NoteForm(request.POST or None, request.FILES or None)

    def act() -> None:
        write(
            incident,
            body=form.cleaned_data["body"],
            uploads=form.cleaned_data["files"],
            by=user,
            at=timezone.now(),
        )

    if done(form, act, refusal="", blamed="files"):
        messages.success(request, "Note interne enregistrée.")
        return redirect("desk:write_note", reference)
    return render_file(
        request,
        "desk/correspondence/write_note.html",
        incident,
        form=form,
        notes=notes_for(user)
        .filter(incident=incident)
        .select_related("author")
        .prefetch_related("files"),
    )
