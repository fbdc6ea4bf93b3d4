"""Every event is said once, and whatever a verb writes in it is put in words."""

import re
from enum import StrEnum
from pathlib import Path

import pytest
from django.conf import settings
from django.db.models import TextChoices

from apps.journal.kinds import Kind
from apps.journal.sentences import SENTENCES
from apps.journal.words import CODES, in_words
from apps.legal.acts import ACTS
from apps.legal.rules import RULES

ROOMS = sorted((Path(settings.BASE_DIR) / "apps/journal/sentences").rglob("*.py"))
SAID_AS_IT_IS = re.compile(r"ER-\d{4}-\d{6}|M-\d{6}")  # the reference of a file, of a mission
EVERY = {
    "act": {act.code: act.label for act in ACTS},
    "rule": {rule.code: rule.label for rule in RULES},
} | {
    name: {code.value: str(code.label) for code in found}
    for name, found in CODES.items()
    if isinstance(found, type) and issubclass(found, TextChoices | StrEnum)
}

# The journal is never rewritten: a code that it may hold keeps its word for ever. New ones are
# added here, none is taken away.
FOR_EVER = {
    "act": """PLAINTE_SIMPLE DEMANDE_AIDE_JURIDICTIONNELLE REQUISITIONS_ARTICULEES AUDITION
        PV_ENQUETE SOIT_TRANSMIS MISE_EN_DEMEURE LRAR SIGNALEMENT_PLATEFORME NOTIFICATION_DSA
        CONSTAT DROIT_DE_REPONSE PLAINTE_CNIL PLAINTE_ORDRE MEDIATION DECLARATION_ASSUREUR
        REQUETE_145 CITATION_DIRECTE PLAINTE_CPC ASSIGNATION ASSIGNATION_REFERE PLACEMENT
        CONCLUSIONS_NOTIFIEES
        CONCLUSIONS COMMUNICATION_PIECES_BORDEREAU JUGEMENT SIGNIFICATION NOTIFICATION_ENTRE_AVOCATS
        APPEL DELIBERE ORDONNANCE_DE_CLOTURE BULLETIN RENVOI CONFERENCE_MISE_EN_ETAT
        ASSIGNATION_NULLE ASSIGNATION_1240 RAPPEL_A_LA_LOI NOTIFICATION_RAPPEL_A_LA_LOI
        DEMANDE_REPORT_CLOTURE REQUISITOIRE_INTRODUCTIF REQUISITOIRE_DEFINITIF ORDONNANCE_DE_RENVOI
        AUDIENCE AVIS_FIN_INFORMATION""",
    "call_outcome": "reached message_left no_answer to_call_again wrong_number",
    "complaint_channel": "portal post phone email",
    "label": """OPINION DIFF_PUB DIFF_PUB_AGG INJ_PUB INJ_PUB_AGG DIFF_FONC INJ_FONC PROVOC DIFF_NP
        INJ_NP DIFF_NP_AGG INJ_NP_AGG DENIGREMENT FAUX_AVIS VIE_PRIVEE PRES_INNOCENCE CYBERHARC
        MENACES DOXING USURPATION CHANTAGE OUTRAGE_SANTE RGPD FACTUAL_ERROR UNDETERMINED""",
    "outcome": """removed_by_platform removed_by_author page_deleted delisted court_decision
        answered lawful refused time_barred advised""",
    "partner_kind": "lawyer bailiff technical",
    "presence": "online removed changed unknown",
    "publication_kind": "FIRST REPOST HYPERLINK REACTIVATION EDIT THIRD_PARTY_SHARE",
    "reason": "lawful time_barred refused prospects other",
    "rule": """PRESS_3M PRESS_1Y PRESS_NP_AGG PRESS_65_2 PRES_INNOCENCE_3M REPLY_RIGHT_REQUEST
        REPLY_RIGHT_INSERT CIVIL_5Y DELIT_6Y CONTRAV_1Y RGPD_ANSWER DSA_NOTICE_ACK
        DSA_INTERNAL_COMPLAINT DSA_ODS AUTHOR_DATA_IDENTITY AUTHOR_DATA_ACCOUNT AUTHOR_DATA_IP
        TRUTH_OFFER COUNTER_PROOF SUMMONS_HEARING_GAP INS_DECLARATION INS_BIENNIAL COMPLAINT_ACK
        COMPLAINT_ANSWER GOOGLE_APPEAL REPLY_RIGHT_ACTION CPC_DEPOSIT JUDGMENT_SERVICE""",
    "step": """QUALIFY POLICE CAPTURE SECOND_READING AUTHOR_CLUES BAILIFF BAILIFF_DOSSIER ADVICE
        PLATFORM_RULES LAWYER_CHOICE ASSESSMENT REPORT GDPR_REQUEST CORRECTION TECHNICAL COMPLAINT
        LAWYER LAWYER_DOSSIER ONLINE_CHECK CLOSING DECISION GDPR_ANSWER""",
    "withdrawal": "wrong_file duplicate third_person other",
}


def test_every_kind_is_said_once_in_one_room() -> None:
    said = re.compile(r"^    Kind\.(\w+): ", re.MULTILINE)
    written = [kind for path in ROOMS for kind in said.findall(path.read_text())]
    assert sorted(written) == sorted(kind.name for kind in Kind)
    assert set(SENTENCES) == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_every_code_and_every_day_of_an_event_is_put_in_words(kind: Kind) -> None:
    sample = SENTENCES[kind].sample
    words = in_words(sample)
    for name, value in sample.items():
        if isinstance(value, str) and not SAID_AS_IT_IS.fullmatch(value):
            assert words[name] != value, name


@pytest.mark.parametrize("name", CODES)
def test_every_code_has_its_word(name: str) -> None:
    assert set(EVERY[name]) == set(FOR_EVER[name].split())
    for code, label in EVERY[name].items():
        assert in_words({name: code})[name] == label != ""
