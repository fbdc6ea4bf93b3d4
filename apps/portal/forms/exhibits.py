from django import forms
from django.conf import settings
from django.utils.text import capfirst

from apps.exhibits.models import Exhibit
from apps.exhibits.seal import IMAGE_TYPES, PDF_TYPE
from apps.ui.fields import RadioRows

from .fields import FilesField, FilesInput


class ExhibitsForm(forms.Form):
    kind = forms.TypedChoiceField(
        label="Que montrent ces fichiers\u00a0?",
        choices=[(kind.value, capfirst(kind.label)) for kind in Exhibit.Kind],
        coerce=Exhibit.Kind,
        initial=Exhibit.Kind.CAPTURE,
        widget=RadioRows,
    )
    files = FilesField(
        label="Fichiers",
        required=False,
        widget=FilesInput({"accept": ",".join([*IMAGE_TYPES.values(), PDF_TYPE])}),
        help_text=(
            "Un ou plusieurs fichiers JPEG, PNG, WebP ou PDF, de "
            f"{settings.EXHIBIT_MAX_BYTES // 1024**2}\u00a0Mo au plus chacun."
        ),
    )
