from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
    Kind.EXHIBIT_ADDED: Sentence(
        "Pièce n° {number} ajoutée.", "La pièce n° {number} a été ajoutée.", {"number": 1}
    ),
    Kind.EXHIBIT_REPLACED: Sentence(
        "Pièce n° {number} remplacée par la pièce n° {new_number}.",
        "La pièce n° {number} a été remplacée par la pièce n° {new_number}.",
        {"number": 1, "new_number": 4},
    ),
    Kind.EXHIBIT_WITHDRAWN: Sentence(
        "Pièce n° {number} retirée ({withdrawal}).",
        "La pièce n° {number} a été retirée ({withdrawal}).",
        {"number": 1, "withdrawal": "wrong_file"},
    ),
    Kind.EXHIBIT_LINKED: Sentence(
        "Pièce n° {number} reliée à {reviews} contenu(s) et {passages} passage(s).",
        "",
        {"number": 1, "reviews": 1, "passages": 2},
    ),
    Kind.EXHIBIT_DOWNLOADED: Sentence("Pièce n° {number} téléchargée.", "", {"number": 1}),
}
