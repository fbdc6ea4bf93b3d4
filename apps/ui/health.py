"""A free text that must say nothing of somebody's health (DECL-11): it warns, it never blocks."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.urls import reverse

from apps.legal.medical_words import Finding, medical_words
from apps.legal.wording import quoted

SEEN = "health_words_seen"


class HealthAwareForm(forms.Form):
    """A form whose fields named in `free_text` are read for words about somebody's health.

    Sent with such words, it comes back once with a warning beside the field; sent again, it
    passes. With JavaScript the warning appears while one types, and sending it then passes at
    once. What is quoted from a published content is no free text.
    """

    free_text: ClassVar[Sequence[str]] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in self.free_text:
            if name not in self.fields:
                continue
            field = self.fields[name]
            field.health_findings = []
            field.template_name = "components/health_checked.html"
            field.widget.attrs |= {
                "hx-post": reverse("portal:health_words"),
                "hx-trigger": "input changed delay:800ms",
                "hx-params": self.add_prefix(name),
                "hx-target": f"#{self[name].auto_id}_health",
            }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        for name in self.free_text:
            if name not in self.fields:
                continue
            findings = medical_words(str(cleaned.get(name) or ""))
            self.fields[name].health_findings = findings
            if findings and not self.data.get(SEEN):
                self.add_error(name, _warning(findings))
        return cleaned

    def seen(self) -> dict[str, str]:
        """What a draft keeps beside the answers, so as not to warn twice."""
        return {SEEN: self.data.get(SEEN, "")}


def _warning(findings: list[Finding]) -> str:
    words = ", ".join(dict.fromkeys(quoted(finding.words) for finding in findings[:3]))
    return (
        f"Ce texte semble parler de la santé de quelqu’un\u00a0: {words}. Retirez ces mots, ou "
        "continuez si ce n’est pas le cas."
    )
