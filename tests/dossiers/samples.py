"""Frozen contents as `casework/dossier_content.py` makes them, and pictures as it prints them."""

import hashlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw

URL = "https://www.facebook.com/groups/primalien/posts/10159874563217894/?comment_id=1015987"
WORDS = (
    "Ce chirurgien a opéré sans autorisation le 3 mars.\n"
    "Tout l’hôpital le sait, personne ne dit rien. Fuyez."
)
STEPS = [
    "Point de départ\u00a0: première mise en ligne (date relative affichée par la plateforme).",
    "Date affichée\u00a0: «\u00a0il y a 3 semaines\u00a0», relevée le lundi 23 novembre 2026.",
    "Fenêtre\u00a0: du lundi 26 octobre 2026 au lundi 2 novembre 2026. Le délai court du jour le "
    "plus ancien.",
    "Règle PRESS_3M (L. 29 juil. 1881 art. 65 al. 1)\u00a0: 3 mois.",
    "Calcul\u00a0: lundi 26 octobre 2026 + 3 mois = mardi 26 janvier 2027, jusqu'à minuit.",
    "Date théorique\u00a0: mardi 26 janvier 2027, dernier jour inclus.",
    "Prudence\u00a0: un jour de moins, lundi 25 janvier 2027.",
    "Date opérationnelle\u00a0: agir au plus tard le lundi 25 janvier 2027.",
    "Dernier jour pour une signification, ni dimanche ni jour férié (art. 664 CPC)\u00a0: mardi "
    "26 janvier 2027.",
    "Calendrier\u00a0: métropole (69).",
]


def clock(**changes: Any) -> dict[str, Any]:
    return {
        "rule_label": "L. 29 juil. 1881 art. 65 al. 1",
        "is_validated": False,
        "is_unknown": False,
        "legal_last_day": "2027-01-26",
        "prudent_day": "2027-01-25",
        "act_by": "2027-01-25",
        "last_service_day": "2027-01-26",
        "explanation": STEPS,
        **changes,
    }


UNKNOWN = {
    "is_unknown": True,
    "legal_last_day": None,
    "prudent_day": None,
    "act_by": None,
    "last_service_day": None,
    "explanation": ["Aucune date n'est connue\u00a0: le délai est peut-être expiré."],
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
                "earliest": "2026-10-26",
                "latest": "2026-11-02",
                "source": "date relative affichée par la plateforme",
                "origin": STEPS[1],
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
            "Constater les deux contenus ci-après, mot pour mot, avec la page entière et son nombre "
            "de membres."
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
                clocks=[clock(**UNKNOWN)],
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
    press = clock(rule_label="Diffamation ou injure, publique ou non\u00a0: action publique et civile")
    civil = clock(
        rule_label="Dénigrement, vie privée, responsabilité civile (C. civ. art. 9 et 1240)",
        legal_last_day="2031-10-26",
        prudent_day="2031-10-25",
        act_by="2031-10-24",
        last_service_day="2031-10-25",
        is_validated=True,
    )
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
                "acts": [act],
                "clocks": [press, civil],
            },
            second | {"passages": [], "acts": []},
        ],
        is_hospital=True,
        already_replied=True,
        already_reported=False,
        free_choice={
            "choice": "Je demande à mon assureur de me proposer un avocat",
            "wording": (
                "Je sais que je choisis librement mon avocat (article L. 127-3 du code des "
                "assurances). Je demande par écrit à mon assureur de me proposer le nom d’un avocat."
            ),
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


def pictures(content: dict[str, Any]) -> dict[int, bytes]:
    """A different picture for each exhibit that is one."""
    wanted = [exhibit for exhibit in content["exhibits"] if exhibit["is_image"]]
    return {exhibit["id"]: jpeg(exhibit["name"]) for exhibit in wanted}
