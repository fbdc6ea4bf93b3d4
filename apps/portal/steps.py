from django.db.models import TextChoices


class Step(TextChoices):
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
        return list(Step).index(self) + 1

    @property
    def total(self) -> int:
        return len(Step)

    @property
    def following(self) -> str:
        """The title of the next step; empty after the last one."""
        return next((step.label for step in Step if step.number == self.number + 1), "")


VIEWS = {
    Step.SITUATION: "portal:declare_situation",
    Step.PRACTICE: "portal:declare_practice",
    Step.REVIEWS: "portal:declare_reviews",
    Step.DATES: "portal:declare_dates",
    Step.EXHIBITS: "portal:declare_exhibits",
    Step.CONTEXT: "portal:declare_context",
    Step.CHECK: "portal:check_answers",
}
