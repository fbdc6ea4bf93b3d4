from django.urls import path

from apps.desk.views.correspondence.advice_requests import advice_requests
from apps.desk.views.correspondence.answer_advice import answer_advice
from apps.desk.views.correspondence.answer_complaint import answer_complaint
from apps.desk.views.correspondence.close_call_back import close_call_back
from apps.desk.views.correspondence.complaints import complaints
from apps.desk.views.correspondence.record_call import follow_call, record_call
from apps.desk.views.correspondence.record_complaint import find_complainant, record_complaint
from apps.desk.views.correspondence.request_information import request_information
from apps.desk.views.correspondence.saved_answers import approve_answer, save_answer, saved_answers
from apps.desk.views.correspondence.withdraw_request import withdraw_request
from apps.desk.views.correspondence.write_message import write_message
from apps.desk.views.correspondence.write_note import write_note
from apps.desk.views.deadlines.acknowledge import acknowledge
from apps.desk.views.deadlines.add_publication import add_publication
from apps.desk.views.deadlines.calendar import calendar
from apps.desk.views.deadlines.change_publication import change_publication
from apps.desk.views.deadlines.check_act import check_act
from apps.desk.views.deadlines.confirm_dates import confirm_dates
from apps.desk.views.deadlines.file_deadlines import file_deadlines
from apps.desk.views.deadlines.prescription import prescription
from apps.desk.views.deadlines.prescription_csv import prescription_csv
from apps.desk.views.deadlines.record_act import record_act
from apps.desk.views.deadlines.undo_check import undo_check
from apps.desk.views.declarations.declare_by_phone import declare_by_phone
from apps.desk.views.exhibits.attach import attach
from apps.desk.views.exhibits.custody import custody
from apps.desk.views.exhibits.file_exhibits import file_exhibits
from apps.desk.views.exhibits.link_exhibit import link_exhibit
from apps.desk.views.files.authors import dismiss_author, link_author, unlink_author
from apps.desk.views.files.close import close
from apps.desk.views.files.closed import closed
from apps.desk.views.files.file_history import file_history
from apps.desk.views.files.hand_over import hand_over
from apps.desk.views.files.incident import incident
from apps.desk.views.files.merge import merge
from apps.desk.views.files.presence import presence
from apps.desk.views.files.reopen import reopen
from apps.desk.views.files.snooze import snooze, wake
from apps.desk.views.files.split import split
from apps.desk.views.files.take import take
from apps.desk.views.files.undo_close import undo_close
from apps.desk.views.files.undo_merge import undo_merge
from apps.desk.views.letters.letters import letters
from apps.desk.views.letters.resend import resend
from apps.desk.views.missions.assign import assign
from apps.desk.views.missions.compile import compile
from apps.desk.views.missions.file_cover import file_cover
from apps.desk.views.missions.file_missions import file_missions
from apps.desk.views.queue.bulk import bulk, run_bulk, undo_bulk
from apps.desk.views.queue.choose_bulk import choose_bulk
from apps.desk.views.queue.filter_queue import filter_queue
from apps.desk.views.queue.queue import queue
from apps.desk.views.queue.queue_counts import queue_counts
from apps.desk.views.queue.queue_csv import queue_csv
from apps.desk.views.queue.queue_presence import queue_presence
from apps.desk.views.queue.save_view import delete_view, save_view
from apps.desk.views.queue.shortcuts import shortcuts
from apps.desk.views.readings.ask_second_reading import ask_second_reading
from apps.desk.views.readings.assess import assess
from apps.desk.views.readings.decide_not_to_act import decide_not_to_act
from apps.desk.views.readings.do_step import do_step, redo_step
from apps.desk.views.readings.file_readings import file_readings
from apps.desk.views.readings.file_steps import file_steps
from apps.desk.views.readings.qualify import qualify
from apps.desk.views.readings.record_online_check import record_online_check
from apps.desk.views.readings.report_to_platform import report_to_platform
from apps.desk.views.readings.reread import reread, sample
from apps.desk.views.readings.second_inaction import second_inaction
from apps.desk.views.readings.second_reading import second_reading
from apps.desk.views.readings.skip_step import skip_step
from apps.desk.views.readings.triage import triage
from apps.desk.views.search.search import search
from apps.desk.views.team.absences import absences, end_absence
from apps.desk.views.team.my_day import my_day
from apps.desk.views.team.team import distribute, team

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
    path(f"{FILE}actes/<int:pk>/verifier/", check_act, name="check_act"),
    path(f"{FILE}actes/<int:pk>/reprendre/", undo_check, name="undo_check"),
    path(f"{CONTENT}dates/confirmer/", confirm_dates, name="confirm_dates"),
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
