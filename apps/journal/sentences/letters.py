from ..kinds import Kind
from .shape import Sentence

SENTENCES: dict[Kind, Sentence] = {
    Kind.LETTER_RESENT: Sentence("Courrier renvoyé après un échec de remise.", "", {"letter": 1}),
}
