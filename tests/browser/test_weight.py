"""Each portal page as a telephone gets it: light, from this site alone, and nothing inline."""

from io import BytesIO

import pikepdf
import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, Response

from apps.casework.tasks import make_receipts
from apps.directory.models import Practitioner
from apps.legal.explainers import EXPLAINERS
from apps.legal.taxonomy import Label
from tests.factories import PractitionerFactory, qualified_incident

from .conftest import PHONE, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
ALL_IS_THERE = """async () => {
    await document.fonts.ready;
    await new Promise(requestIdleCallback);
}"""
AT_MOST = 150_000  # octets of the page and all it asks for, uncompressed


def pages_of(practitioner: Practitioner) -> list[str]:
    incident = qualified_incident(practitioner=practitioner, exhibits=1)
    lawful = qualified_incident(practitioner=practitioner, label=Label.OPINION)
    make_receipts()
    of_the_file = ("confirmation", "incident", "messages", "lawyer", "exhibits")
    alone = ("start", "reflex_card", "explainers", "preferences", "incidents", "start_declaration")
    return [
        *(reverse(f"portal:{name}") for name in alone),
        *(reverse(f"portal:{name}", args=[incident.reference]) for name in of_the_file),
        *(reverse("portal:explainer", args=[page.slug]) for page in EXPLAINERS),
        reverse("portal:lawful_kit", args=[lawful.reference]),
    ]


def test_every_portal_page_is_light_and_keeps_to_this_site(browser: Browser, live_server) -> None:
    practitioner, site = PractitionerFactory(), live_server.url
    paths = pages_of(practitioner)
    context = browser.new_context(viewport=PHONE, locale="fr-FR")
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    octets: dict[str, int] = {}
    weigh(page, site, reverse("account_login"), octets)
    sign_in(context, practitioner.user, site)
    for path in paths:
        weigh(page, site, path, octets)
    context.close()
    assert not complaints


def weigh(page: Page, site: str, path: str, octets: dict[str, int]) -> None:
    """`octets` are those of the answers that were weighed before."""
    asked = asked_by(page, site + path)
    assert all(url.startswith(site) for url in asked), path
    for url in asked:
        if url not in octets:
            octets[url] = len(page.request.get(url).body())  # not from the cache, not compressed
    weights = {url: octets[url] for url in asked}
    assert sum(weights.values()) <= AT_MOST, (path, weights)


def asked_by(page: Page, url: str) -> set[str]:
    """The addresses that a page asks for, its own among them."""
    answers: list[Response] = []

    def keep(answer: Response) -> None:
        answers.append(answer)

    page.on("response", keep)
    main = page.goto(url)
    page.evaluate(ALL_IS_THERE)
    page.remove_listener("response", keep)
    assert main.status == 200, url
    policy = main.headers["content-security-policy"]
    assert "'unsafe-inline'" not in policy
    assert "default-src 'none'" in policy
    return {answer.url for answer in answers if not answer.url.startswith("data:")}


def test_the_reflex_card_is_one_sheet_of_paper(browser: Browser, live_server) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(live_server.url + reverse("portal:reflex_card"))
    with pikepdf.open(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))) as sheet:
        assert len(sheet.pages) == 1
    page.close()
