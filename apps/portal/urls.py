from django.urls import path

from apps.portal.views.correspondence.advice import advice
from apps.portal.views.correspondence.answer_request import answer_request
from apps.portal.views.correspondence.ask_advice import ask_advice
from apps.portal.views.correspondence.call_back import call_back
from apps.portal.views.correspondence.complain import complain
from apps.portal.views.correspondence.complaint import complaint
from apps.portal.views.correspondence.incident_call_back import incident_call_back
from apps.portal.views.correspondence.messages import messages
from apps.portal.views.declarations.autosave import autosave
from apps.portal.views.declarations.check_answers import check_answers
from apps.portal.views.declarations.confirm_declaration import confirm_declaration
from apps.portal.views.declarations.confirmation import confirmation
from apps.portal.views.declarations.date_clock import date_clock
from apps.portal.views.declarations.declare_context import declare_context
from apps.portal.views.declarations.declare_date import declare_date
from apps.portal.views.declarations.declare_dates import declare_dates
from apps.portal.views.declarations.declare_exhibits import declare_exhibits
from apps.portal.views.declarations.declare_facility import declare_facility
from apps.portal.views.declarations.declare_practice import declare_practice
from apps.portal.views.declarations.declare_review import declare_review
from apps.portal.views.declarations.declare_reviews import declare_reviews
from apps.portal.views.declarations.declare_situation import declare_situation
from apps.portal.views.declarations.delegates import delegates
from apps.portal.views.declarations.delegations import delegations
from apps.portal.views.declarations.delete_draft import delete_draft
from apps.portal.views.declarations.dismiss_delegate import dismiss_delegate
from apps.portal.views.declarations.handed_over import handed_over
from apps.portal.views.declarations.health_words import health_words
from apps.portal.views.declarations.platform import platform
from apps.portal.views.declarations.remove_exhibit import remove_exhibit
from apps.portal.views.declarations.remove_review import remove_review
from apps.portal.views.declarations.start_declaration import start_declaration
from apps.portal.views.declarations.start_for import start_for
from apps.portal.views.declarations.too_late import too_late
from apps.portal.views.exhibits.describe_exhibit import describe_exhibit
from apps.portal.views.exhibits.exhibit import (
    link_exhibit,
    replace_exhibit,
    withdraw_exhibit,
)
from apps.portal.views.exhibits.exhibits import exhibits
from apps.portal.views.exhibits.start_upload import (
    start_draft_upload,
    start_incident_upload,
)
from apps.portal.views.exhibits.upload import upload
from apps.portal.views.files.incident import incident
from apps.portal.views.files.incidents import incidents
from apps.portal.views.files.satisfaction import satisfaction
from apps.portal.views.guidance.explainers import explainer, explainers
from apps.portal.views.guidance.home import start
from apps.portal.views.guidance.reflex_card import reflex_card
from apps.portal.views.letters.preferences import preferences
from apps.portal.views.missions.lawyer import lawyer
from apps.portal.views.readings.lawful_kit import lawful_kit
from apps.portal.views.readings.online_checks import online_checks
from apps.portal.views.readings.report_to_platform import report_to_platform

EXHIBIT = "mes-dossiers/<str:reference>/pieces/<int:number>/"

app_name = "portal"
urlpatterns = [
    path("accueil/", start, name="start"),
    path("fiche-reflexe/", reflex_card, name="reflex_card"),
    path("comprendre/", explainers, name="explainers"),
    path("comprendre/<slug:slug>/", explainer, name="explainer"),
    path("declarer/", start_declaration, name="start_declaration"),
    path("declarer/<uuid:key>/garder/", autosave, name="autosave"),
    path("declarer/<uuid:key>/supprimer/", delete_draft, name="delete_draft"),
    path("declarer/<uuid:key>/situation/", declare_situation, name="declare_situation"),
    path("declarer/<uuid:key>/exercice/", declare_practice, name="declare_practice"),
    path("declarer/<uuid:key>/exercice/etablissement/", declare_facility, name="declare_facility"),
    path("declarer/<uuid:key>/etre-rappele/", call_back, name="call_back"),
    path("declarer/<uuid:key>/transmise/", handed_over, name="handed_over"),
    path("declarer/<uuid:key>/contenus/", declare_reviews, name="declare_reviews"),
    path("declarer/<uuid:key>/contenus/<int:number>/", declare_review, name="declare_review"),
    path("declarer/<uuid:key>/contenus/<int:number>/retirer/", remove_review, name="remove_review"),
    path("declarer/<uuid:key>/dates/", declare_dates, name="declare_dates"),
    path("declarer/<uuid:key>/dates/<int:number>/", declare_date, name="declare_date"),
    path("declarer/<uuid:key>/dates/<int:number>/trop-tard/", too_late, name="too_late"),
    path("declarer/<uuid:key>/dates/delai/", date_clock, name="date_clock"),
    path("declarer/site-reconnu/", platform, name="platform"),
    path("mots-de-sante/", health_words, name="health_words"),
    path("declarer/<uuid:key>/preuves/", declare_exhibits, name="declare_exhibits"),
    path("declarer/<uuid:key>/preuves/envois/", start_draft_upload, name="start_draft_upload"),
    path("declarer/<uuid:key>/preuves/<int:pk>/", describe_exhibit, name="describe_exhibit"),
    path("declarer/<uuid:key>/preuves/<int:pk>/retirer/", remove_exhibit, name="remove_exhibit"),
    path("declarer/<uuid:key>/contexte/", declare_context, name="declare_context"),
    path("declarer/<uuid:key>/verifier/", check_answers, name="check_answers"),
    path("declarer/confirmation/<str:reference>/", confirmation, name="confirmation"),
    path("mes-preferences/", preferences, name="preferences"),
    path("mes-dossiers/", incidents, name="incidents"),
    path("mes-dossiers/<str:reference>/", incident, name="incident"),
    path(
        "mes-dossiers/<str:reference>/confirmer/",
        confirm_declaration,
        name="confirm_declaration",
    ),
    path(
        "mes-dossiers/<str:reference>/etre-rappele/", incident_call_back, name="incident_call_back"
    ),
    path("mes-delegues/", delegates, name="delegates"),
    path("mes-delegues/<int:pk>/retirer/", dismiss_delegate, name="dismiss_delegate"),
    path("declarer-pour/", delegations, name="delegations"),
    path("declarer-pour/<int:pk>/", start_for, name="start_for"),
    path("reclamations/", complain, name="complain"),
    path("reclamations/<int:pk>/", complaint, name="complaint"),
    path("conseils/demander/", ask_advice, name="ask_advice"),
    path("conseils/<int:pk>/", advice, name="advice"),
    path("mes-dossiers/<str:reference>/messages/", messages, name="messages"),
    path("mes-dossiers/<str:reference>/a-faire/<int:pk>/", answer_request, name="answer_request"),
    path("mes-dossiers/<str:reference>/en-ligne/", online_checks, name="online_checks"),
    path(
        "mes-dossiers/<str:reference>/contenus/<int:number>/signaler/",
        report_to_platform,
        name="report_to_platform",
    ),
    path("mes-dossiers/<str:reference>/mon-avis/", satisfaction, name="satisfaction"),
    path("mes-dossiers/<str:reference>/accompagnement/", lawful_kit, name="lawful_kit"),
    path("mes-dossiers/<str:reference>/avocat/", lawyer, name="lawyer"),
    path("mes-dossiers/<str:reference>/pieces/", exhibits, name="exhibits"),
    path(
        "mes-dossiers/<str:reference>/pieces/envois/",
        start_incident_upload,
        name="start_incident_upload",
    ),
    path(f"{EXHIBIT}relier/", link_exhibit, name="link_exhibit"),
    path(f"{EXHIBIT}remplacer/", replace_exhibit, name="replace_exhibit"),
    path(f"{EXHIBIT}retirer/", withdraw_exhibit, name="withdraw_exhibit"),
    path("envois/<uuid:key>/", upload, name="upload"),
]
