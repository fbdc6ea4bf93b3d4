"""The vocabulary of every page: filters for French words, tags for the components.

A tag is one template of `templates/components/`, whose first lines document its parameters.
Block tags (`banner`, `confirmation`, `empty_state`) wrap what stands between them and `end…`.
Those that fill the cells of long lists are rendered once for the same words, then kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet, BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString

from apps.legal.republication import Grade
from apps.legal.taxonomy import ORIENTATION

from .. import errors, wording
from ..meanings import (
    ICONS,
    Clock,
    Reading,
    Stage,
    read_clock,
    read_day,
    stage_of,
    state_on,
)

register = template.Library()

KEPT = 512  # pieces of HTML, for each such tag
LEVEL_MEANINGS = {"success": "calm", "warning": "attention", "error": "urgent"}


# --- Filters: an absent value stays blank, so that a page may show it without asking ------------


@register.filter
def full_date(day: date | None) -> str:
    return wording.full_date(day) if day else ""


@register.filter
def short_date(day: date | None) -> str:
    """« 13/11/2026 », for tables."""
    return f"{day:%d/%m/%Y}" if day else ""


@register.filter
def moment(at: datetime | None) -> str:
    return wording.moment(at) if at else ""


@register.filter
def day_and_hour(at: datetime | None) -> str:
    return wording.day_and_hour(at) if at else ""


@register.filter
def distance(day: date | None, today: date) -> str:
    return wording.distance(day, today) if day else ""


@register.filter
def file_size(octets: int | None) -> str:
    return "" if octets is None else wording.file_size(octets)


@register.filter
def meaning_of(level: str) -> str:
    """The meaning of a level of `django.contrib.messages`."""
    return LEVEL_MEANINGS.get(level, "information")


@register.filter
def icon_of(meaning: str) -> str:
    return ICONS[meaning]


@register.filter(is_safe=True)
def squeeze(text: str) -> str:
    """One line out of blocks written on several; non-breaking spaces stay."""
    return re.sub(r"[ \n\t]+", " ", text).strip(" ")


# --- Finding one's way ---------------------------------------------------------------------------


@register.simple_tag(takes_context=True)
def nav_link(context: Context, view: str, label: str, *args: object, query: str = "") -> SafeString:
    path = reverse(view, args=args)
    is_current = context["request"].path == path
    return _nav_link(f"{path}?{query}" if query else path, label, is_current=is_current)


@lru_cache(maxsize=KEPT)
def _nav_link(href: str, label: str, *, is_current: bool) -> SafeString:
    context = {"href": href, "label": label, "is_current": is_current}
    return render_to_string("components/nav_link.html", context)


@register.inclusion_tag("components/page_header.html")
def page_header(
    title: object, lead: str = "", kicker: str = "", back_url: str = "", back_label: str = "Retour"
) -> dict[str, str]:
    return {
        "title": wording.french_spaces(str(title)),
        "lead": wording.french_spaces(lead),
        "kicker": kicker,
        "back_url": back_url,
        "back_label": back_label,
    }


@register.inclusion_tag("components/step_indicator.html")
def step_indicator(number: int, total: int, label: str, following: str = "") -> dict[str, object]:
    return {
        "number": number,
        "total": total,
        "label": label,
        "following": following,
        "steps": range(1, total + 1),
    }


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any]) -> dict[str, object]:
    return {"query": context["request"].GET, "page": page}


# --- Forms ---------------------------------------------------------------------------------------


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm | BaseFormSet[Any]) -> dict[str, object]:
    return {"problems": [problem for form in forms for problem in errors.problems(form)]}


@register.simple_tag
def error_prefix(*forms: BaseForm | BaseFormSet[Any]) -> str:
    """« Erreur : », to be put first in the title of a page that sends a form back."""
    return "Erreur\u00a0: " if any(next(errors.problems(form), None) for form in forms) else ""


@register.filter
def messages_of(field: BoundField) -> list[str]:
    return errors.messages_of(field)


@register.filter
def is_optional(field: BoundField) -> bool:
    """Does the label say « facultatif »? Not for `conditional_fields`, which the form itself
    requires when another answer calls for them."""
    return not field.field.required and field.name not in getattr(
        field.form, "conditional_fields", ()
    )


# --- Deadlines and history -----------------------------------------------------------------------


@register.inclusion_tag("components/clock.html")
def clock(
    deadline: Any,
    today: date,
    brief: bool = False,
    heading: str = "",
    gentle: bool = False,
    call_url: str = "",
) -> dict[str, object]:
    reading = read_clock(deadline, today)
    return {
        "deadline": deadline,
        "reading": reading,
        "is_over": gentle and reading.stage is Stage.OVER,
        "brief": brief,
        "heading": heading or deadline.rule_label,
        "gentle": gentle,
        "call_url": call_url,
    }


@register.simple_tag
def clock_tag(term: Clock, today: date, with_words: bool = True) -> SafeString:
    """A term, of a file or of a deadline, in a cell, with its state in words."""
    reading = read_clock(term, today)
    return _clock_tag(reading if with_words else replace(reading, words=""))


@register.simple_tag
def day_tag(day: date, today: date) -> SafeString:
    """A day that stands alone, in a cell: that of a complaint, of a task."""
    return _clock_tag(read_day(day, today))


@lru_cache(maxsize=KEPT)
def _clock_tag(reading: Reading) -> SafeString:
    return render_to_string("components/clock_tag.html", {"reading": reading})


register.filter("reading_on", read_clock)
register.filter("state_on", state_on)


@register.simple_tag
def state_tag(deadline: Any, today: date) -> SafeString:
    """What a term is on that day, in words: « délai certain » only where nothing is in doubt."""
    words = deadline.words(today)
    if words == Grade.CERTAIN.label:
        return status_tag(words, "calm")
    is_urgent = stage_of(deadline, today) in {Stage.UNKNOWN, Stage.LAST_DAY}
    return status_tag(words, "urgent" if is_urgent else "attention")


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[Any]) -> dict[str, object]:
    return {"entries": entries}


# --- Things said and shown -----------------------------------------------------------------------


@register.simple_tag
@lru_cache(maxsize=KEPT, typed=True)  # typed: a word that is safe HTML is not the same bare word
def status_tag(word: str, meaning: str = "neutral", icon: str = "") -> SafeString:
    context = {"word": word, "meaning": meaning, "icon": icon or ICONS[meaning]}
    return render_to_string("components/status_tag.html", context)


@register.simple_block_tag
def banner(content: SafeString, meaning: str = "information", title: str = "") -> SafeString:
    return render_to_string(
        "components/banner.html", {"content": content, "meaning": meaning, "title": title}
    )


@register.simple_block_tag
def confirmation(content: SafeString, title: str, reference: str = "") -> SafeString:
    return render_to_string(
        "components/confirmation.html",
        {"content": content, "title": title, "reference": reference},
    )


@register.simple_block_tag
def empty_state(content: SafeString, title: str, icon: str = "inbox") -> SafeString:
    return render_to_string(
        "components/empty_state.html", {"content": content, "title": title, "icon": icon}
    )


@register.inclusion_tag("components/orientation.html")
def orientation() -> dict[str, str]:
    return {"words": ORIENTATION}


@register.inclusion_tag("components/summary_row.html")
def summary_row(
    term: str, value: object, change_url: str = "", missing: str = "Non précisé"
) -> dict[str, object]:
    return {"term": term, "value": value, "change_url": change_url, "missing": missing}


@register.inclusion_tag("components/file_item.html")
def file_item(
    name: str,
    size: int | None = None,
    url: str = "",
    status: str = "",
    meaning: str = "neutral",
    detail: str = "",
    icon: str = "document",
) -> dict[str, object]:
    return {
        "name": name,
        "size": size,
        "url": url,
        "status": status,
        "meaning": meaning,
        "detail": detail,
        "icon": icon,
    }


@register.inclusion_tag("components/copy_button.html")
def copy_button(text: str, label: str = "Copier") -> dict[str, str]:
    return {"text": text, "label": label}


# --- Messages (the other side reads them) and notes (nobody else ever does) ----------------------


@register.inclusion_tag("components/message_item.html")
def message_item(
    who: object,
    at: datetime,
    text: str,
    is_mine: bool = False,
    files: Sequence[Any] = (),
    read_at: datetime | None = None,
) -> dict[str, object]:
    return {
        "who": who,
        "at": at,
        "text": text,
        "is_mine": is_mine,
        "files": files,
        "read_at": read_at,
    }


@register.inclusion_tag("components/note_item.html")
def note_item(
    who: object, at: datetime, text: str, files: Iterable[object] = ()
) -> dict[str, object]:
    return {"who": who, "at": at, "text": text, "files": files}


@register.inclusion_tag("components/message_composer.html")
def message_composer(
    form: BaseForm, action: str, visible_to: str, label: str = "Envoyer le message"
) -> dict[str, object]:
    return {"form": form, "action": action, "visible_to": visible_to, "label": label}


@register.inclusion_tag("components/note_composer.html")
def note_composer(
    form: BaseForm, action: str, label: str = "Enregistrer la note"
) -> dict[str, object]:
    return {"form": form, "action": action, "label": label}
