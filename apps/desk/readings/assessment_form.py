from django import forms

from apps.incidents.models import Assessment


class AssessmentForm(forms.ModelForm):
    class Meta:
        model = Assessment
        fields = ("standing", "target", "provoked", "provable", "facts", "confidence")
        widgets = {"facts": forms.Textarea({"rows": 4})}
