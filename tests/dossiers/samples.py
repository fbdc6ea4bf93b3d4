"""Frozen contents as `casework/missions/dossier_content.py` makes them, and pictures as printed."""

import hashlib
import json
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

from apps.casework.missions.request_lawyer import WORDING
from apps.dossiers.pdf import dossier_pdf
from apps.legal.limitation import compute
from apps.legal.rules import rule
from apps.legal.windows import Window

URL = "https://www.facebook.com/groups/primalien/posts/10159874563217894/?comment_id=1015987"
WORDS = (
    "Ce chirurgien a opéré sans autorisation le 3 mars.\n"
    "Tout l’hôpital le sait, personne ne dit rien. Fuyez."
)
WINDOW = Window.relative("il y a 3 semaines", seen_on=date(2026, 11, 23))


def clock(code: str = "PRESS_3M", *, title: str = "", window: Window = WINDOW) -> dict[str, Any]:
    """A real computation, titled for a bailiff (by its articles) unless told otherwise."""
    limitation = compute(rule(code), window, territory="69", acts=[])
    days = ("legal_last_day", "prudent_day", "act_by", "last_service_day")
    return {
        "rule_label": title or limitation.rule.articles,
        "is_validated": False,
        "is_unknown": limitation.act_by is None,
        **{name: day.isoformat() if (day := getattr(limitation, name)) else None for name in days},
        "explanation": list(limitation.steps),
    }


def review(**changes: Any) -> dict[str, Any]:
    return {
        "number": 1,
        "platform": "Facebook",
        "url": URL,
        "words": WORDS,
        "author_pseudonym": "Patient 69",
        "audience": "Tout le monde",
        "members": 5000,
        "read_on": "2026-11-20",
        "publications": [
            {
                "kind": "première mise en ligne",
                "earliest": WINDOW.earliest.isoformat(),
                "latest": WINDOW.latest.isoformat(),
                "source": WINDOW.source.label,
                "origin": WINDOW.origin,
            }
        ],
        "clocks": [clock()],
        **changes,
    }


def exhibit(number: int, **changes: Any) -> dict[str, Any]:
    return {
        "id": 100 + number,
        "number": number,
        "name": f"IMG_20261120_23{number:02}.png",
        "kind": "capture d’écran",
        "is_image": True,
        "media_type": "image/png",
        "size": 1_243_000 + number,
        "sha256": hashlib.sha256(str(number).encode()).hexdigest(),
        "received_on": "2026-11-23",
        **changes,
    }


def bailiff_content(**changes: Any) -> dict[str, Any]:
    return {
        "reference": "ER-2026-000001",
        "assignment": "M-000012",
        "version": 1,
        "compiled_on": "2026-11-24",
        "declared_on": "2026-11-23",
        "partner": {"kind": "bailiff", "name": "SELARL Bellecour & Associés", "town": "Lyon"},
        "handler": "Camille Roy",
        "handler_email": "camille.roy@example.org",
        "practitioner": {
            "name": "Dr Hélène Vasseur",
            "profession": "médecin",
            "specialty": "chirurgie digestive",
            "department": "69",
            "phone": "06 00 00 00 01",
            "email": "h.vasseur@example.org",
        },
        "practice_mode": "hôpital public",
        "instructions": (
            "Constater les deux contenus ci-après, mot pour mot, avec la page entière et le nombre "
            "de ses membres."
        ),
        "reply_by": "2026-11-25",
        "clock": clock(),
        "reviews": [
            review(),
            review(
                number=2,
                words="Encore un de ses «\u00a0miracles\u00a0»… à vos risques et périls.",
                url="",
                author_pseudonym="",
                members=None,
                read_on=None,
                publications=[
                    {
                        "kind": "première mise en ligne",
                        "earliest": None,
                        "latest": None,
                        "source": "date inconnue",
                        "origin": "",
                    }
                ],
                clocks=[clock(window=Window.unknown())],
            ),
        ],
        "exhibits": [
            exhibit(1),
            exhibit(2),
            exhibit(3, name="pv-constat.pdf", kind="procès-verbal de constat", is_image=False),
        ],
        "bailiff_report_on": None,
        **changes,
    }


def lawyer_content(**changes: Any) -> dict[str, Any]:
    reading = {
        "label": "Diffamation publique envers un particulier",
        "articles": "L. 1881 art. 23, 29 al. 1 et 32 al. 1",
        "reason": "Fait précis, vérifiable, imputé à la personne.",
    }
    press = clock(title="Diffamation ou injure, publique ou non")
    civil = clock("CIVIL_5Y", title="Dénigrement, vie privée, responsabilité civile")
    first, second = bailiff_content()["reviews"]
    act = {
        "label": "Plainte simple",
        "done_on": "2026-11-21",
        "done_by": "le praticien",
        "is_regular": True,
    }
    return bailiff_content(
        partner={"kind": "lawyer", "name": "Cabinet Merle", "town": "Lyon"},
        instructions="Étudier une action contre l’auteur ; proposer une stratégie et un budget.",
        clock=press,
        reviews=[
            first
            | {
                "passages": [reading | {"words": WORDS.splitlines()[0]}],
                "assessment": [{"name": "Ce qui est visé", "words": "la personne du praticien"}],
                "acts": [act],
                "clocks": [press, civil],
            },
            second | {"passages": [], "assessment": [], "acts": []},
        ],
        is_hospital=True,
        already_replied=True,
        already_reported=False,
        free_choice={
            "choice": "Je demande à mon assureur de me proposer un avocat",
            "wording": WORDING,
            "lawyer_name": "",
            "lawyer_contact": "",
            "made_on": "2026-11-23",
        },
        **changes,
    )


def jpeg(text: str = "capture", size: tuple[int, int] = (800, 1200)) -> bytes:
    """A print copy, as `exhibits/print_copy.py` makes them from a PNG."""
    picture = Image.new("RGB", size, "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((20, 20, size[0] - 20, 90), fill="#0f5d6b")
    draw.text((40, 45), text, fill="white")
    copy = BytesIO()
    picture.save(copy, "JPEG", quality=85)
    return copy.getvalue()


def pictures(content: dict[str, Any]) -> dict[int, list[bytes]]:
    """A different picture, of one page, for each exhibit that is one."""
    wanted = [exhibit for exhibit in content["exhibits"] if exhibit["is_image"]]
    return {exhibit["id"]: [jpeg(exhibit["name"])] for exhibit in wanted}


def made(content: dict[str, Any]) -> bytes:
    """The PDF of a content, with its pictures. Made once: the same content, the same bytes."""
    return _made(json.dumps(content, sort_keys=True))


@cache
def _made(content: str) -> bytes:
    frozen = json.loads(content)
    return dossier_pdf(frozen, images=pictures(frozen))
