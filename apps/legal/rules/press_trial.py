"""Once somebody is sued: the days of a trial under the press act, from complaint to judgment."""

from datetime import date

from ..rule_shape import Rule, Start, TermNature
from .press import PRESS_ACT, PRESS_ACT_DATE

PRESS_TRIAL = (
    Rule(
        code="TRUTH_OFFER",
        label="Offre de preuve de la vérité par le défendeur",
        articles=f"{PRESS_ACT} art. 55",
        days=10,
        start=Start.SUMMONS_SERVED,
        nature=TermNature.TERM,
        valid_from=PRESS_ACT_DATE,
        confidence="A",
        source="P11, P12, P17",
        note="Délai non franc, sans report. Aucune audience avant sa fin, même en référé.",
    ),
    Rule(
        code="COUNTER_PROOF",
        label="Preuve contraire par le demandeur",
        articles=f"{PRESS_ACT} art. 56",
        days=5,
        start=Start.TRUTH_OFFERED,
        nature=TermNature.TERM,
        valid_from=PRESS_ACT_DATE,
        confidence="A",
        source="P13",
    ),
    Rule(
        code="SUMMONS_HEARING_GAP",
        label="Délai entre la citation et l’audience",
        articles=f"{PRESS_ACT} art. 54",
        days=20,
        start=Start.SUMMONS_SERVED,
        nature=TermNature.MINIMUM,
        valid_from=PRESS_ACT_DATE,
        confidence="C",
    ),
    Rule(
        code="CPC_DEPOSIT",
        label="Consignation fixée par le juge (plainte avec constitution de partie civile)",
        articles="CPP art. 88",
        start=Start.DEPOSIT_TIME_LIMIT,
        nature=TermNature.TERM,
        valid_from=date(1959, 3, 2),
        confidence="B",
        source="I3, I4",
        note=(
            "Aucune durée\u00a0: le juge fixe le dernier jour. Sans versement ni dispense à cette "
            "date, la plainte n’interrompt pas."
        ),
    ),
    Rule(
        code="JUDGMENT_SERVICE",
        label="Signification du jugement rendu hors la présence du demandeur ou des parties",
        articles=f"{PRESS_ACT} art. 65",
        months=3,
        start=Start.JUDGMENT,
        nature=TermNature.TERM,
        valid_from=PRESS_ACT_DATE,
        confidence="B",
        source="Cass. crim. 4 sept. 2018, n° 17-85.963",
        note="À la charge du demandeur, d’après un abrégé de la décision.",
    ),
)
