from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from apps.directory.models import Partner
from apps.exhibits.formats import accept_attribute
from apps.exhibits.models import Exhibit
from apps.incidents.models import Incident, Review
from apps.legal.wording import full_date
from apps.ui.fields import DayField, FilesField, FilesInput, capitalised


class MessageForm(forms.Form):
    body = forms.CharField(
        label="Votre message",
        max_length=10_000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={
            "required": "Écrivez votre message.",
            "max_length": "Ce message dépasse 10\u00a0000 caractères. Écrivez-le en deux fois.",
        },
    )


class NoteForm(forms.Form):
    body = forms.CharField(
        label="Votre note",
        max_length=10_000,
        widget=forms.Textarea({"rows": 5}),
        error_messages={"required": "Écrivez votre note."},
    )
    files = FilesField(
        label="Fichiers joints à la note",
        help_text="Ils restent chez l’assureur, comme la note : ce ne sont pas des pièces.",
        required=False,
        widget=FilesInput({"accept": accept_attribute()}),
    )


class AssignForm(forms.Form):
    partner = forms.ModelChoiceField(
        queryset=None,
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": "Choisissez à qui confier la mission."},
    )
    instructions = forms.CharField(
        label="Ce que vous demandez",
        help_text="Le partenaire lit ce texte. N’y mettez aucune information médicale.",
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": "Dites au partenaire ce que vous lui demandez."},
    )
    reviews = forms.ModelMultipleChoiceField(
        label="Contenus confiés",
        queryset=None,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Cochez au moins un contenu."},
    )
    exhibits = forms.ModelMultipleChoiceField(
        label="Pièces confiées",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    reply_by = DayField(label="Réponse attendue avant le")
    visible_until = DayField(
        label="Accès jusqu’au",
        help_text="Après ce jour, le partenaire ne voit plus rien de ce dossier.",
    )

    def __init__(
        self,
        *args: Any,
        incident: Incident,
        kind: Partner.Kind,
        act_by: date | None,
        today: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        # A technical provider does not act before a court: the legal date does not bind them.
        self.reply_limit = None if kind == Partner.Kind.TECHNICAL else act_by
        partner, reviews = self.fields["partner"], self.fields["reviews"]
        partner.label = Partner.Kind(kind).label.capitalize()
        partner.queryset = Partner.objects.filter(kind=kind, is_active=True).order_by("name")
        partner.label_from_instance = _office
        reviews.queryset = incident.reviews.select_related("platform").order_by("number")
        reviews.label_from_instance = _summary
        reviews.initial = list(reviews.queryset)
        safe = incident.exhibits.current().safe_for_partners()
        if kind == Partner.Kind.TECHNICAL or not safe.exists():
            del self.fields["exhibits"]
        else:
            exhibits = self.fields["exhibits"]
            exhibits.queryset = safe
            exhibits.initial = list(exhibits.queryset)

    def clean_reply_by(self) -> date:
        reply_by: date = self.cleaned_data["reply_by"]
        if reply_by <= self.today:
            raise ValidationError("Choisissez un jour à venir pour la réponse.")
        if self.reply_limit and self.today < self.reply_limit < reply_by:
            raise ValidationError(
                "Demandez une réponse avant la date opérationnelle du dossier, "
                f"{full_date(self.reply_limit)}."
            )
        return reply_by

    def clean_visible_until(self) -> date:
        visible_until: date = self.cleaned_data["visible_until"]
        if visible_until < self.cleaned_data.get("reply_by", self.today + timedelta(days=1)):
            raise ValidationError("L’accès doit durer au moins jusqu’au jour de la réponse.")
        return visible_until


def _office(partner: Partner) -> str:
    return f"{partner.name}, {partner.town}" if partner.town else partner.name


def _summary(review: Review) -> str:
    platform = review.platform.name if review.platform else "plateforme inconnue"
    words = review.words if len(review.words) <= 90 else f"{review.words[:90]}…"
    return f"Contenu n°\u00a0{review.number}, {platform}\u00a0: «\u00a0{words}\u00a0»"


class AttachForm(forms.Form):
    kind = forms.ChoiceField(
        label="Nature de la pièce",
        choices=capitalised(Exhibit.Kind),
        widget=forms.RadioSelect,
        error_messages={"required": "Dites de quelle sorte de pièce il s’agit."},
    )
    upload = forms.FileField(
        label="Fichier",
        help_text="Image JPEG, PNG ou WebP, ou PDF. L’original est scellé tel quel.",
        error_messages={"required": "Choisissez le fichier à ajouter."},
    )
