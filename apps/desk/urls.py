from django.urls import path

from .views.absences import absences, end_absence
from .views.acknowledge import acknowledge
from .views.add_publication import add_publication
from .views.advice_requests import advice_requests
from .views.answer_advice import answer_advice
from .views.answer_complaint import answer_complaint
from .views.ask_second_reading import ask_second_reading
from .views.assess import assess
from .views.assign import assign
from .views.attach import attach
from .views.authors import dismiss_author, link_author, unlink_author
from .views.bulk import bulk, run_bulk, undo_bulk
from .views.calendar import calendar
from .views.change_publication import change_publication
from .views.choose_bulk import choose_bulk
from .views.close import close
from .views.close_call_back import close_call_back
from .views.closed import closed
from .views.compile import compile
from .views.complaints import complaints
from .views.custody import custody
from .views.decide_not_to_act import decide_not_to_act
from .views.declare_by_phone import declare_by_phone
from .views.do_step import do_step, redo_step
from .views.file_cover import file_cover
from .views.file_deadlines import file_deadlines
from .views.file_exhibits import file_exhibits
from .views.file_history import file_history
from .views.file_missions import file_missions
from .views.file_readings import file_readings
from .views.file_steps import file_steps
from .views.filter_queue import filter_queue
from .views.hand_over import hand_over
from .views.incident import incident
from .views.letters import letters
from .views.link_exhibit import link_exhibit
from .views.merge import merge
from .views.my_day import my_day
from .views.prescription import prescription
from .views.prescription_csv import prescription_csv
from .views.presence import presence
from .views.qualify import qualify
from .views.queue import queue
from .views.queue_counts import queue_counts
from .views.queue_csv import queue_csv
from .views.queue_presence import queue_presence
from .views.record_act import record_act
from .views.record_call import follow_call, record_call
from .views.record_complaint import find_complainant, record_complaint
from .views.record_online_check import record_online_check
from .views.reopen import reopen
from .views.report_to_platform import report_to_platform
from .views.request_information import request_information
from .views.reread import reread, sample
from .views.resend import resend
from .views.save_view import delete_view, save_view
from .views.saved_answers import approve_answer, save_answer, saved_answers
from .views.search import search
from .views.second_inaction import second_inaction
from .views.second_reading import second_reading
from .views.shortcuts import shortcuts
from .views.skip_step import skip_step
from .views.snooze import snooze, wake
from .views.split import split
from .views.take import take
from .views.team import distribute, team
from .views.triage import triage
from .views.undo_close import undo_close
from .views.undo_merge import undo_merge
from .views.withdraw_request import withdraw_request
from .views.write_message import write_message
from .views.write_note import write_note

FILE = "dossiers/<str:reference>/"
CONTENT = f"{FILE}contenus/<int:number>/"

app_name = "desk"
urlpatterns = [
    path("", queue, name="queue"),
    path("ma-journee/", my_day, name="my_day"),
    path("comptes/", queue_counts, name="queue_counts"),
    path("presences/", queue_presence, name="queue_presence"),
    path("filtrer/", filter_queue, name="filter_queue"),
    path("export.csv", queue_csv, name="queue_csv"),
    path("vues/enregistrer/", save_view, name="save_view"),
    path("vues/<int:pk>/supprimer/", delete_view, name="delete_view"),
    path("raccourcis/", shortcuts, name="shortcuts"),
    path("recherche/", search, name="search"),
    path("en-nombre/", choose_bulk, name="choose_bulk"),
    path("en-nombre/<int:pk>/", bulk, name="bulk"),
    path("en-nombre/<int:pk>/faire/", run_bulk, name="run_bulk"),
    path("en-nombre/<int:pk>/annuler/", undo_bulk, name="undo_bulk"),
    path("equipe/", team, name="team"),
    path("equipe/repartir/", distribute, name="distribute"),
    path("equipe/absences/", absences, name="absences"),
    path("equipe/absences/<int:pk>/terminer/", end_absence, name="end_absence"),
    path("equipe/relectures/", sample, name="sample"),
    path("equipe/relectures/<str:reference>/", reread, name="reread"),
    path("reponses/", saved_answers, name="saved_answers"),
    path("reponses/ajouter/", save_answer, name="save_answer"),
    path("reponses/<int:pk>/", save_answer, name="change_answer"),
    path("reponses/<int:pk>/approuver/", approve_answer, name="approve_answer"),
    path("courriers/", letters, name="letters"),
    path("courriers/<int:pk>/renvoyer/", resend, name="resend"),
    path("rappels/<int:pk>/appele/", close_call_back, name="close_call_back"),
    path("reclamations/", complaints, name="complaints"),
    path("reclamations/noter/", find_complainant, name="find_complainant"),
    path("reclamations/noter/<int:pk>/", record_complaint, name="record_complaint"),
    path("reclamations/<int:pk>/", answer_complaint, name="answer_complaint"),
    path("conseils/", advice_requests, name="advice_requests"),
    path("conseils/<int:pk>/", answer_advice, name="answer_advice"),
    path("declarer-par-telephone/", declare_by_phone, name="declare_by_phone"),
    path("calendrier/", calendar, name="calendar"),
    path("prescription/", prescription, name="prescription"),
    path("prescription/export.csv", prescription_csv, name="prescription_csv"),
    path(FILE, incident, name="incident"),
    path(f"{FILE}qualification/", file_readings, name="file_readings"),
    path(f"{FILE}echeances/", file_deadlines, name="file_deadlines"),
    path(f"{FILE}demarches/", file_steps, name="file_steps"),
    path(f"{FILE}demarches/<int:pk>/faite/", do_step, name="do_step"),
    path(f"{FILE}demarches/<int:pk>/remettre/", redo_step, name="redo_step"),
    path(f"{FILE}demarches/<int:pk>/ecarter/", skip_step, name="skip_step"),
    path(f"{FILE}pieces/", file_exhibits, name="file_exhibits"),
    path(f"{FILE}partenaires/", file_missions, name="file_missions"),
    path(f"{FILE}garanties/", file_cover, name="file_cover"),
    path(f"{FILE}journal/", file_history, name="file_history"),
    path(f"{FILE}presence/", presence, name="presence"),
    path(f"{FILE}confier/", hand_over, name="hand_over"),
    path(f"{FILE}sommeil/", snooze, name="snooze"),
    path(f"{FILE}reveiller/", wake, name="wake"),
    path(f"{FILE}prendre/", take, name="take"),
    path(f"{FILE}tri/<slug:choice>/", triage, name="triage"),
    path(f"{FILE}messages/", write_message, name="write_message"),
    path(f"{FILE}notes/", write_note, name="write_note"),
    path(f"{FILE}appels/", record_call, name="record_call"),
    path(f"{FILE}appels/<int:pk>/fait/", follow_call, name="follow_call"),
    path(f"{FILE}demandes/ajouter/", request_information, name="request_information"),
    path(f"{FILE}demandes/<int:pk>/retirer/", withdraw_request, name="withdraw_request"),
    path(f"{CONTENT}en-ligne/", record_online_check, name="record_online_check"),
    path(f"{CONTENT}signaler/", report_to_platform, name="report_to_platform"),
    path(f"{FILE}echeances/<int:pk>/accuser/", acknowledge, name="acknowledge"),
    path(f"{CONTENT}qualifier/", qualify, name="qualify"),
    path(f"{CONTENT}appreciation/", assess, name="assess"),
    path(f"{CONTENT}relire/<int:pk>/", second_reading, name="second_reading"),
    path(f"{CONTENT}relire/<int:pk>/demander/", ask_second_reading, name="ask_second_reading"),
    path(f"{CONTENT}actes/ajouter/", record_act, name="record_act"),
    path(f"{CONTENT}publications/ajouter/", add_publication, name="add_publication"),
    path(f"{CONTENT}publications/<int:pk>/changer/", change_publication, name="change_publication"),
    path(f"{CONTENT}ne-pas-agir/", decide_not_to_act, name="decide_not_to_act"),
    path(f"{CONTENT}ne-pas-agir/contresigner/", second_inaction, name="second_inaction"),
    path(f"{FILE}missions/confier/<str:kind>/", assign, name="assign"),
    path(f"{FILE}missions/<int:pk>/dossier-pdf/", compile, name="compile"),
    path(f"{FILE}pieces/ajouter/", attach, name="attach"),
    path(f"{FILE}pieces/possession/", custody, name="custody"),
    path(f"{FILE}pieces/<int:number>/relier/", link_exhibit, name="link_exhibit"),
    path(f"{FILE}reunir/", merge, name="merge"),
    path(f"{FILE}reunions/<int:pk>/annuler/", undo_merge, name="undo_merge"),
    path(f"{FILE}separer/", split, name="split"),
    path(f"{FILE}auteur/<str:other>/relier/", link_author, name="link_author"),
    path(f"{FILE}auteur/<str:other>/reprendre/", unlink_author, name="unlink_author"),
    path(f"{FILE}auteur/<str:other>/ecarter/", dismiss_author, name="dismiss_author"),
    path(f"{FILE}clore/", close, name="close"),
    path(f"{FILE}cloture/", closed, name="closed"),
    path(f"{FILE}cloture/annuler/", undo_close, name="undo_close"),
    path(f"{FILE}rouvrir/", reopen, name="reopen"),
]
