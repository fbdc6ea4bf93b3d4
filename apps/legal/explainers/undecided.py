"""What nobody has read yet."""

from ..explainer_shape import Explainer
from ..taxonomy import Label
from .sentences import PROOF, SHORT

UNDECIDED = (
    Explainer(
        slug="a-examiner",
        name="Pas encore tranché",
        labels=(Label.UNDETERMINED,),
        means="Nous n’avons pas fini de lire ces mots, ou il nous manque un élément.",
        signs=("ce que vous nous avez confié, et ce qu’il reste à vérifier",),
        example="Un avis dont la date ou l’auteur reste à établir.",
        actions=("Nous gardons la date la plus courte en vue, par prudence.", PROOF),
        follows="Nous poursuivons l’examen. En attendant, nous comptons le délai le plus court.",
        term=SHORT,
    ),
)
