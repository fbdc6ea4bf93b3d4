from apps.directory.models import Partner

from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
    Kind.LAWYER_REQUESTED: Sentence(
        "Choix d’avocat exprimé par écrit par le sociétaire (C. assur. L. 127-3).",
        "Vous avez exprimé votre choix d’avocat par écrit.",
    ),
    Kind.ASSIGNMENT_PROPOSED: Sentence(
        "Mission {assignment} proposée : {partner_kind}.",
        "Nous avons saisi {the_partner}.",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_ACCEPTED: Sentence(
        "Mission {assignment} acceptée : {partner_kind}.",
        "La mission confiée à {the_partner} est acceptée.",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_DECLINED: Sentence(
        "Mission {assignment} refusée : {partner_kind}.",
        "",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_ENDED: Sentence(
        "Mission {assignment} terminée : {partner_kind}.",
        "La mission confiée à {the_partner} est terminée.",
        {"assignment": "M-000001", "partner_kind": Partner.Kind.BAILIFF.value},
    ),
    Kind.ASSIGNMENT_READ: Sentence(
        "Mission {assignment} consultée.", "", {"assignment": "M-000001"}
    ),
    Kind.DOSSIER_COMPILED: Sentence(
        "Dossier PDF établi pour {the_partner}, version {version}.",
        "",
        {"partner_kind": Partner.Kind.LAWYER.value, "version": 1},
    ),
    Kind.DOSSIER_RENDERED: Sentence(
        "Dossier PDF produit pour {the_partner}, version {version}.",
        "Votre dossier est prêt pour {the_partner}.",
        {"partner_kind": Partner.Kind.LAWYER.value, "version": 1},
    ),
    Kind.DOSSIER_DOWNLOADED: Sentence(
        "Dossier PDF téléchargé par {the_partner}, version {version}.",
        "",
        {"dossier": 1, "partner_kind": Partner.Kind.LAWYER.value, "version": 1},
    ),
}
