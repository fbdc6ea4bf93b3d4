from django.db.models import TextChoices


class DeclarationStep(TextChoices):
    """The pages of a declaration, in their order."""

    SITUATION = "situation", "La situation"
    PRACTICE = "practice", "Votre exercice"
    REVIEWS = "reviews", "Les contenus"
    DATES = "dates", "Les dates"
    EXHIBITS = "exhibits", "Les preuves"
    CONTEXT = "context", "Le contexte"
    CHECK = "check", "La vérification"

    @property
    def view(self) -> str:
        """The name of its address."""
        return VIEWS[self]

    @property
    def number(self) -> int:
        return list(DeclarationStep).index(self) + 1

    @property
    def total(self) -> int:
        return len(DeclarationStep)

    @property
    def following(self) -> str:
        """The title of the next step; empty after the last one."""
        return next((step.label for step in DeclarationStep if step.number == self.number + 1), "")


VIEWS = {
    DeclarationStep.SITUATION: "portal:declare_situation",
    DeclarationStep.PRACTICE: "portal:declare_practice",
    DeclarationStep.REVIEWS: "portal:declare_reviews",
    DeclarationStep.DATES: "portal:declare_dates",
    DeclarationStep.EXHIBITS: "portal:declare_exhibits",
    DeclarationStep.CONTEXT: "portal:declare_context",
    DeclarationStep.CHECK: "portal:check_answers",
}
