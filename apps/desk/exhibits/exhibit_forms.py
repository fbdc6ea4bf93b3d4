from typing import Any

from django import forms

from apps.exhibits.coverage import labelled_passages
from apps.exhibits.models import Exhibit
from apps.incidents.models import Passage, Review


class LinkForm(forms.Form):
    """What an exhibit shows: whole contents, and the labelled passages word for word."""

    passages = forms.ModelMultipleChoiceField(
        label="Passages qui se lisent sur la pièce",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Un passage coché relie aussi son contenu.",
    )
    reviews = forms.ModelMultipleChoiceField(
        label="Contenus montrés",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, exhibit: Exhibit, **kwargs: Any) -> None:
        linked = {"reviews": exhibit.reviews.all(), "passages": exhibit.passages.all()}
        super().__init__(*args, initial=linked, **kwargs)
        contents = exhibit.incident.reviews.select_related("platform").order_by("number")
        passages, reviews = self.fields["passages"], self.fields["reviews"]
        reviews.queryset = contents
        reviews.label_from_instance = _content
        passages.queryset = labelled_passages(exhibit.incident)
        passages.label_from_instance = _passage
        if not passages.queryset:
            del self.fields["passages"]


def _content(review: Review) -> str:
    return f"Contenu n°\u00a0{review.number}\u00a0: {review.platform or 'plateforme non reconnue'}"


def _passage(passage: Passage) -> str:
    return f"Contenu n°\u00a0{passage.review.number}\u00a0: «\u00a0{passage.words}\u00a0»"
