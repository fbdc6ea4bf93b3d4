from html.parser import HTMLParser

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.template import Context, RequestContext, Template
from django.template.loader import get_template, render_to_string
from django.test import Client, RequestFactory, override_settings

from apps.accounts.models import User


class Landmarks(HTMLParser):
    """Collects what a page is made of."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]


def frame(audience: str, user: User | AnonymousUser, path: str = "/") -> str:
    request = RequestFactory().get(path)
    request.user = user
    source = (
        f'{{% extends "{audience}" %}}{{% block title_prefix %}}Erreur\u00a0: \n{{% endblock %}}'
        "{% block title %}\n  Dates\n{% endblock %}{% block main %}<h1>Dates</h1>{% endblock %}"
    )
    return Template(source).render(RequestContext(request))


@pytest.mark.parametrize(
    ("audience", "links"),
    [
        ("portal", ("Mes dossiers", "Déclarer")),
        ("desk", ("File", "Prescription", "Courriers non remis", "Calendrier")),
        ("extranet", ("Mes missions",)),
    ],
)
def test_each_audience_has_its_mood_its_ways_and_its_way_out(
    audience: str, links: tuple[str, ...]
) -> None:
    html = frame(f"{audience}/base.html", User(name="Claire Lambert"))
    assert f'<body class="{audience}"' in html
    for label in (*links, "Claire Lambert", "Se déconnecter"):
        assert label in html


def test_the_page_one_is_on_is_marked_in_the_navigation() -> None:
    html = frame("desk/base.html", User(name="Karim"), path="/bureau/")
    assert '<a href="/bureau/" aria-current="page">File</a>' in html
    assert html.count("aria-current") == 1


def test_a_title_is_one_line_that_begins_with_the_error() -> None:
    html = frame("portal/base.html", User(name="Claire"))
    assert "<title>Erreur\u00a0: Dates – Vigie</title>" in html


def test_the_frame_has_one_of_each_landmark_and_a_way_past_the_navigation() -> None:
    html = frame("portal/base.html", User(name="Claire"))
    page = Landmarks(html)
    for landmark in ("header", "nav", "main", "footer", "h1"):
        assert page.tags.count(landmark) == 1
    assert '<html lang="fr">' in html
    assert 'href="#main"' in html


def test_the_frame_holds_nothing_that_the_content_policy_refuses() -> None:
    html = frame("portal/base.html", User(name="Claire"))
    page = Landmarks(html)
    assert "style" not in page.tags + page.attributes
    assert not [name for name in page.attributes if name.startswith("on")]
    assert "</script>" in html
    assert "//" not in html.replace("http://www.w3.org", "")


def test_nobody_signed_in_is_offered_no_way_out() -> None:
    assert "Se déconnecter" not in frame("base.html", AnonymousUser())


@pytest.mark.parametrize("code", [400, 429, 500])
def test_a_page_of_last_resort_needs_nothing(code: int) -> None:
    html = get_template(f"{code}.html").render()
    assert "Revenir à l’accueil" in html


@override_settings(DEBUG=False)
@pytest.mark.django_db
def test_an_unknown_address_says_so_in_french(client: Client) -> None:
    response = client.get("/inconnue/")
    assert response.status_code == 404
    assert "Cette page n’existe pas" in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/compte/connexion/", ("Adresse e-mail", "Mot de passe", "Mot de passe oublié")),
        ("/compte/mot-de-passe-oublie/", ("Recevoir le lien",)),
        ("/compte/mot-de-passe-oublie/envoye/", ("Consultez vos e-mails",)),
        ("/compte/mot-de-passe/1-unknown/", ("Ce lien n’est plus valable",)),
        ("/compte/mot-de-passe/change/", ("Mot de passe enregistré",)),
        ("/compte/desactive/", ("Ce compte est fermé",)),
    ],
)
def test_account_pages_speak_our_words(client: Client, path: str, words: tuple[str, ...]) -> None:
    html = client.get(path).content.decode()
    for word in words:
        assert word in html


@pytest.mark.django_db
def test_signing_in_with_nothing_says_what_is_missing(client: Client) -> None:
    html = client.post("/compte/connexion/", {}).content.decode()
    assert "<title>Erreur\u00a0: Se connecter – Vigie</title>" in html
    assert '<a href="#id_login">Indiquez une adresse e-mail.</a>' in html
    assert '<a href="#id_password">Indiquez un mot de passe.</a>' in html


@pytest.mark.django_db
def test_signing_in_with_a_wrong_password_does_not_say_which_half_is_wrong(client: Client) -> None:
    form = {"login": "dr@example.org", "password": "autre chose"}
    html = client.post("/compte/connexion/", form).content.decode()
    assert "Il y a un problème" in html
    assert "ou le mot de passe" in html


def test_pagination_keeps_the_filters_of_the_address() -> None:
    request = RequestFactory().get("/file/?statut=recu&page=2")
    page = Paginator(range(30), 10).page(2)
    html = Template("{% load ui %}{% pagination page %}").render(
        Context({"request": request, "page": page})
    )
    assert 'href="?statut=recu&amp;page=1"' in html
    assert 'href="?statut=recu&amp;page=3"' in html
    assert "Page 2 sur 3" in html


def test_a_message_and_a_note_never_look_alike() -> None:
    context = {"form": forms.Form(), "action": "/", "label": "Envoyer", "csrf_token": "x"}
    message = render_to_string(
        "components/message_composer.html", {**context, "visible_to": "le Dr Lambert"}
    )
    note = render_to_string("components/note_composer.html", context)
    assert "Visible par le Dr Lambert" in message
    assert "jamais envoyée" in note
    assert "composer--note" not in message


def test_an_icon_is_drawn_once_for_each_way_it_is_asked_for() -> None:
    small, large = (
        Template(f"{{% load icons %}}{{% heroicon_mini 'phone' size={size} %}}")
        for size in (12, 24)
    )
    assert 'width="12"' in small.render(Context())
    assert 'width="24"' in large.render(Context())
