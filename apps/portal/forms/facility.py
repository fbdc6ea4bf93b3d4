from django import forms

from .kept import KeptForm

REQUEST = (
    "Bonjour,\n\n"
    "Un contenu publié sur une page de notre établissement me met en cause. Pouvez-vous\u00a0:\n"
    "– me dire qui administre cette page\u00a0;\n"
    "– garder le contenu tel qu’il est, avec son adresse et sa date, sans le retirer avant que la "
    "preuve en soit faite\u00a0;\n"
    "– me dire si vous pourrez ensuite le masquer ou le retirer, et quand.\n\n"
    "Merci de ne pas y répondre publiquement pour le moment. Mon assureur suit le dossier.\n"
)


class FacilityForm(KeptForm):
    """Whom the practitioner writes to in the communications office of their establishment."""

    facility_contact = forms.CharField(
        label="À qui avez-vous écrit\u00a0?",
        required=False,
        max_length=200,
        help_text="Un service, une adresse ou un numéro. Votre gestionnaire pourra le joindre.",
        error_messages={"max_length": "Deux cents caractères au plus\u00a0: gardez l’essentiel."},
    )

    def typed(self) -> dict[str, str]:
        """What was typed, as it was typed."""
        return {"facility_contact": self.data.get("facility_contact", "")}
