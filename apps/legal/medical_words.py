"""Words about somebody's health in what a practitioner writes (DECL-11): a warning, never a block.

A lexicon of stems, read without accents or case. It errs on the side of silence: the page says
« N’écrivez aucune information médicale », the words found only show where to look again.
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class MedicalKind(StrEnum):
    """What the words may tell of the person, in French, for the user."""

    CARE = "un soin ou un acte"
    DISEASE = "une maladie ou un symptôme"
    DRUG = "un médicament"
    CARE_DATE = "une date de soins"


@dataclass(frozen=True)
class Finding:
    """`words` stand in the text from `start` to `end`, excluded, counted in characters."""

    start: int
    end: int
    words: str
    reason: MedicalKind


def medical_words(text: str) -> list[Finding]:
    """The words of `text` that may tell something of a person's health, in their order.

    Where two readings overlap, the longer one is kept.
    """
    plain = "".join(map(_plain, text))
    spans = sorted(
        (
            (match.start(), match.end(), reason)
            for reason, pattern in PATTERNS.items()
            for match in pattern.finditer(plain)
        ),
        key=lambda span: (span[0], -span[1]),
    )
    if not spans:
        return []
    places = [place for place, character in enumerate(text) for _ in _plain(character)]
    findings: list[Finding] = []
    for first, last, reason in spans:
        start, end = places[first], places[last - 1] + 1
        if not findings or start >= findings[-1].end:
            findings.append(Finding(start, end, text[start:end], reason))
    return findings


@lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    """Its letters in lower case without accents: « É » is « e », « œ » is « oe »."""
    letters = unicodedata.normalize("NFKD", SPELLED.get(character, character).lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


SPELLED = {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "’": "'"}

_CARE = (
    r"accouche(?:e|ment|r)?\w{0,2} allaite\w* ablation anesthesi\w+ biopsie\w* bilan\ sanguin",
    r"avortement cesarienne\w* chimio\w* circoncision coloscopie\w* detartrage\w* devitalis\w+",
    r"dialyse\w* echographie\w* endoscopie\w* hospitalis\w+ infiltration\w*",
    r"implant\w*\ dentaire\w*",
    r"intervention\ chirurgicale irm ivg liposuccion mammographie\w* perfusion\w* platre\w*",
    r"prise\ de\ sang prothese\w* radiographie\w* radiotherapie reanimation reeducation sutur\w+",
    r"scanner\w* transfus\w+ vaccin\w* abdominoplastie rhinoplastie lifting",
    r"(?:a\ ete|ai|avais|avons|fut|ete)\ (?:opere|ausculte|anesthesie|examine)\w{0,2}",
    r"operee?s?\ (?:de|du|des|d'|par|en|le|pour)",
    r"operation\ (?:du|de\ la|des|de\ l')\ ?(?:genou|hanche|dents?|dos|oeil|yeux|nez|coeur|main)",
    r"dossier\ medical compte[\ -]rendu\ (?:operatoire|d'hospitalisation) ordonnance\w*",
    r"(?:sa|son|ses)\ (?:consultation|operation|traitement|analyse|examen|suivi\ medical|soin)s?",
    r"certificat\ medical arret\ (?:de\ travail|maladie) fausse\ couche grossesse enceinte\w?",
    r"suivie?\ (?:en\ (?:psychiatrie|oncologie|cardiologie)|pour\ (?:un|une|des))",
    r"tension\ arterielle",
)
_DISEASES = (
    r"abces alcoolique\w* alcoolisme allergi\w+ alzheimer anorexi\w+ arthrose asthm\w+ avc",
    r"bipolaire\w* boulimi\w+ cancer\w* carie\w* cirrhose dement\w+ demence depressi\w+ diabet\w+",
    r"douleur\w* eczema embolie epilep\w+ fractur\w+ handicap\w* hemorragi\w+ hepatite\w* herni\w+",
    r"hypertension hypertendu\w* infarctus infection\w* kyste\w*",
    r"insuffisance\ (?:renale|cardiaque)",
    r"leucemie lymphome melanome meningite metastase\w* migraine\w* obese\w* obesite paranoia\w*",
    r"parkinson pathologie\w* phlebite pneumonie psoriasis psychose psychotique\w* schizophren\w+",
    r"sclerose\ en\ plaques septicemie sequelle\w* seropositi\w+ sida vih sterilite symptome\w*",
    r"syphilis tabagisme thrombose toxicoman\w+ trisomi\w+ tuberculose tumeur\w* ulcere\w*",
    r"diagnosti(?:c|que)\w* antecedents\ medicaux sa\ maladie malade\w? mst ist",
)
_DRUGS = (
    r"amoxicilline anticoagulant\w* antidepresseur\w* antibiotique\w* anxiolytique\w* aspirine",
    r"augmentin benzodiazepine\w* bisoprolol botox clamoxyl codeine corticoide\w* cortisone",
    r"doliprane efferalgan eliquis fentanyl hydroxyzine ibuprofene insuline kardegic kenacort",
    r"levothyrox lexomil lyrica medicament\w* methadone metformine morphine neuroleptique\w*",
    r"omeprazole opiace\w* ozempic paracetamol pilule\w* plavix prednisone prozac psychotrope\w*",
    r"ritaline roaccutane seresta seroplex statine\w* subutex tramadol valium ventoline xanax",
    r"xarelto zolpidem stilnox \d+\ ?mg(?:/j(?:our)?)?",
)
_MONTHS = "janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre"
_DAY = (
    rf"(?:\d{{1,2}}(?:er)?\ (?:{_MONTHS})(?:\ \d{{4}})?|"
    r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?)"
)
_VISIT = (
    r"(?:opere\w{0,2}|soigne\w{0,2}|venue?s?\ (?:me\ voir|en\ consultation)|examine\w{0,2}|"
    r"consulte\w{0,2}|hospitalise\w{0,2}|consultation|rendez-vous|intervention|operation)"
)


def _words(groups: tuple[str, ...]) -> re.Pattern[str]:
    stems = [stem for group in groups for stem in re.split(r"(?<!\\) ", group)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(stems)})(?!\w)")


PATTERNS = {
    MedicalKind.CARE_DATE: re.compile(
        rf"(?<!\w)(?:{_VISIT}\ (?:(?:au\ cabinet|chez\ moi|par\ moi)\ )?(?:le|du|ce|depuis\ le)"
        rf"\ {_DAY}|{_DAY}[\w\ ',]{{0,30}}\b{_VISIT})(?!\w)"
    ),
    MedicalKind.CARE: _words(_CARE),
    MedicalKind.DISEASE: _words(_DISEASES),
    MedicalKind.DRUG: _words(_DRUGS),
}
