"""What every form of a step says of itself and sends again, and the page of a qualification."""

from django import template
from django.template import Context

from apps.casework.declarations.keep_answers import Place
from apps.legal import explainers
from apps.legal.explainer_shape import Explainer
from apps.legal.taxonomy import Label

from ..saving import about

register = template.Library()

STEPS = {
    "declare_situation": "situation",
    "declare_practice": "practice",
    "declare_facility": "facility",
    "declare_review": "reviews",
    "declare_date": "dates",
    "declare_context": "context",
}


@register.simple_tag(takes_context=True)
def about_page(context: Context) -> dict[str, object]:
    """The hidden fields of a page that asks for typed answers; none for the other pages."""
    request = context["request"]
    match = request.resolver_match
    if match is None or match.url_name not in STEPS:
        return {}
    place = Place(STEPS[match.url_name], match.kwargs.get("number"))
    return about(request, context["draft"], place)


@register.filter
def explainer_of(label: Label) -> Explainer:
    """The page that says in plain words what a qualification means."""
    return explainers.explainer_of(label)


@register.filter
def is_list(answer: object) -> bool:
    """Was the question one of several boxes?"""
    return isinstance(answer, list)
