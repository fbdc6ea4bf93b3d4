import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.legal.medical_words import MedicalKind, medical_words

FOUND = [
    ("Elle souffre d’une hernie.", "hernie", MedicalKind.DISEASE),
    ("SES SÉQUELLES", "SÉQUELLES", MedicalKind.DISEASE),
    ("Je lui ai prescrit du Doliprane", "Doliprane", MedicalKind.DRUG),
    ("prednisone 20 mg", "prednisone", MedicalKind.DRUG),
    ("Elle a été opérée chez nous", "a été opérée", MedicalKind.CARE),
    ("lors de sa consultation", "sa consultation", MedicalKind.CARE),
    ("voir son dossier médical", "dossier médical", MedicalKind.CARE),
    ("consultation du 3 mars 2026", "consultation du 3 mars 2026", MedicalKind.CARE_DATE),
    ("Opérée le 12/03", "Opérée le 12/03", MedicalKind.CARE_DATE),
    ("le 1er février, une intervention", "1er février, une intervention", MedicalKind.CARE_DATE),
]
SILENT = [
    "",
    "Je suis cardiologue à Lyon et je ne connais pas cette personne.",
    "L’avis a été publié le 3 mars sur Google, je l’ai lu le lendemain.",
    "Le constat a été fait le 12/03/2026 par un commissaire de justice.",
    "Je souhaite le retrait de cette fiche et des excuses.",
    "Lulu du 12",
]


@pytest.mark.parametrize(("text", "words", "reason"), FOUND)
def test_words_about_somebody_s_health_are_found(
    text: str, words: str, reason: MedicalKind
) -> None:
    finding = medical_words(text)[0]
    assert (finding.words, finding.reason) == (words, reason)
    assert text[finding.start : finding.end] == words


@pytest.mark.parametrize("text", SILENT)
def test_what_says_nothing_of_anybody_s_health_is_left_alone(text: str) -> None:
    assert medical_words(text) == []


def test_accents_case_and_ligatures_change_nothing() -> None:
    texts = ("une sclérose en plaques", "UNE SCLEROSE EN PLAQUES", "une scle\u0301rose en plaques")
    assert all(len(medical_words(text)) == 1 for text in texts)
    assert medical_words("opération de l’œil")[0].words == "opération de l’œil"


@given(st.text(st.sampled_from("abcé œ’3/ mhernieœÉß\u0301\n") | st.characters(), max_size=80))
def test_any_text_gives_findings_that_stand_in_it_and_do_not_overlap(text: str) -> None:
    end = 0
    for finding in medical_words(text):
        assert end <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.words
        end = finding.end
