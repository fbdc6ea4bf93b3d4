from django.urls import path

from .views.acknowledge import acknowledge
from .views.add_publication import add_publication
from .views.assign import assign
from .views.attach import attach
from .views.calendar import calendar
from .views.change_publication import change_publication
from .views.close import close
from .views.compile import compile
from .views.decide_not_to_act import decide_not_to_act
from .views.incident import incident
from .views.letters import letters
from .views.prescription import prescription
from .views.prescription_csv import prescription_csv
from .views.qualify import qualify
from .views.queue import queue
from .views.record_act import record_act
from .views.resend import resend
from .views.second_inaction import second_inaction
from .views.take import take
from .views.write_message import write_message
from .views.write_note import write_note

FILE = "dossiers/<str:reference>/"
CONTENT = f"{FILE}contenus/<int:number>/"

app_name = "desk"
urlpatterns = [
    path("", queue, name="queue"),
    path("courriers/", letters, name="letters"),
    path("courriers/<int:pk>/renvoyer/", resend, name="resend"),
    path("calendrier/", calendar, name="calendar"),
    path("prescription/", prescription, name="prescription"),
    path("prescription/export.csv", prescription_csv, name="prescription_csv"),
    path(FILE, incident, name="incident"),
    path(f"{FILE}prendre/", take, name="take"),
    path(f"{FILE}messages/", write_message, name="write_message"),
    path(f"{FILE}notes/", write_note, name="write_note"),
    path(f"{FILE}echeances/<int:pk>/accuser/", acknowledge, name="acknowledge"),
    path(f"{CONTENT}qualifier/", qualify, name="qualify"),
    path(f"{CONTENT}actes/ajouter/", record_act, name="record_act"),
    path(f"{CONTENT}publications/ajouter/", add_publication, name="add_publication"),
    path(f"{CONTENT}publications/<int:pk>/changer/", change_publication, name="change_publication"),
    path(f"{CONTENT}ne-pas-agir/", decide_not_to_act, name="decide_not_to_act"),
    path(f"{CONTENT}ne-pas-agir/contresigner/", second_inaction, name="second_inaction"),
    path(f"{FILE}missions/confier/<str:kind>/", assign, name="assign"),
    path(f"{FILE}missions/<int:pk>/dossier-pdf/", compile, name="compile"),
    path(f"{FILE}pieces/ajouter/", attach, name="attach"),
    path(f"{FILE}clore/", close, name="close"),
]
