"""Once the summons is served: the days of a trial under the press act."""

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
)
