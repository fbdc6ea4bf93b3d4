"""Each portal page as a telephone gets it: light, from this site alone, and nothing inline."""

from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, Response

from apps.casework.tasks import make_receipts
from apps.legal.explainers import EXPLAINERS
from apps.legal.taxonomy import Label
from tests.factories import PASSWORD, PractitionerFactory, qualified_incident

from .conftest import PHONE

pytestmark = pytest.mark.django_db(transaction=True)
AT_MOST = 150_000  # octets of the page and all it asks for, uncompressed


def pages() -> list[str]:
    practitioner = PractitionerFactory(user__email="chirurgien@example.org")
    incident = qualified_incident(practitioner=practitioner, exhibits=1)
    lawful = qualified_incident(practitioner=practitioner, label=Label.OPINION)
    make_receipts()
    of_the_file = ("confirmation", "incident", "messages", "lawyer", "exhibits")
    alone = ("start", "reflex_card", "explainers", "preferences", "incidents", "start_declaration")
    return [
        reverse("account_login"),
        *(reverse(f"portal:{name}") for name in alone),
        *(reverse(f"portal:{name}", args=[incident.reference]) for name in of_the_file),
        *(reverse("portal:explainer", args=[page.slug]) for page in EXPLAINERS),
        reverse("portal:lawful_kit", args=[lawful.reference]),
    ]


def test_every_portal_page_is_light_and_keeps_to_this_site(browser: Browser, live_server) -> None:
    paths, site = pages(), live_server.url
    context = browser.new_context(viewport=PHONE, locale="fr-FR")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(site + paths[0])
    page.get_by_label("Adresse e-mail").fill("chirurgien@example.org")
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main button[type=submit]").first.click()
    page.wait_for_load_state("load")
    for path in paths[1:]:
        weights = weights_of(page, site + path)
        assert all(url.startswith((site, "data:")) for url in weights), path
        assert sum(weights.values()) <= AT_MOST, (path, weights)
    context.close()
    assert not complaints


def weights_of(page: Page, url: str) -> dict[str, int]:
    """The octets of each answer, asked again without the cache."""
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    main = page.goto(url)
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", keep)
    assert main.status == 200, url
    policy = main.headers["content-security-policy"]
    assert "'unsafe-inline'" not in policy
    assert "default-src 'none'" in policy
    return {
        answer.url: len(page.request.get(answer.url).body())
        for answer in answers
        if not answer.url.startswith("data:")
    }


def test_the_reflex_card_is_one_sheet_of_paper(browser: Browser, live_server) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(live_server.url + reverse("portal:reflex_card"))
    with pikepdf.open(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as sheet:
        assert len(sheet.pages) == 1
    page.close()
