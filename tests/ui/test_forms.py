from typing import Any

import pytest
from django import forms
from django.template import Context, Template

from apps.ui.fields import DayField, RadioRows


class Declaration(forms.Form):
    conditional_fields = ("ago",)

    kind = forms.ChoiceField(
        label="Quand l’avis a-t-il été publié ?",
        choices=[("exact", "Date exacte"), ("ago", "Il y a…")],
        widget=RadioRows(hints={"ago": "Par exemple « il y a 2 mois »."}),
    )
    published_on = DayField(label="Date de publication")
    words = forms.CharField(label="Mots exacts", help_text="Sans rien corriger.")
    email = forms.EmailField(label="Adresse e-mail")
    proof = forms.FileField(label="Capture d’écran")
    exact = forms.BooleanField(label="Ces informations sont exactes")
    ago = forms.IntegerField(label="Il y a combien de temps ?", required=False)
    link = forms.URLField(label="Lien", required=False, assume_scheme="https")

    def clean(self) -> None:
        if self.data.get("link") == "https://example.org/contradiction":
            raise forms.ValidationError("Les deux dates se contredisent.")


def page(source: str, **context: Any) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def test_an_untouched_form_has_no_summary_and_no_prefix() -> None:
    html = page("{% error_summary form %}[{% error_prefix form %}]", form=Declaration())
    assert html.strip() == "[]"


def test_a_form_sent_back_prefixes_the_title() -> None:
    assert page("{% error_prefix form %}", form=Declaration({})) == "Erreur\u00a0: "


@pytest.mark.parametrize(
    ("anchor", "message"),
    [
        ("id_kind_0", "Choisissez une réponse à «\u00a0Quand l’avis a-t-il été publié ?\u00a0»."),
        ("id_published_on_0", "Indiquez le jour, le mois et l’année."),
        ("id_words", "Complétez «\u00a0Mots exacts\u00a0»."),
        ("id_email", "Indiquez une adresse e-mail."),
        ("id_proof", "Ajoutez un fichier\u00a0: «\u00a0Capture d’écran\u00a0»."),
        ("id_exact", "Cochez la case «\u00a0Ces informations sont exactes\u00a0»."),
    ],
)
def test_the_summary_names_each_field_and_leads_to_its_first_box(anchor: str, message: str) -> None:
    form = Declaration({})
    html = page("{% error_summary form %}", form=form)
    assert "Il y a un problème" in html
    assert 'role="alert"' in html
    assert f'<a href="#{anchor}">{message}</a>' in html
    assert f'id="{anchor}"' in str(form)


def test_the_same_words_stand_in_the_summary_and_at_the_field() -> None:
    form = Declaration({})
    assert "Complétez «\u00a0Mots exacts\u00a0»." in page(
        "{{ form.words.as_field_group }}", form=form
    )


def test_an_error_of_the_whole_form_is_said_once_and_leads_to_its_first_box() -> None:
    form = Declaration({"link": "https://example.org/contradiction"})
    html = page("{% error_summary form %}{{ form }}", form=form)
    assert html.count("Les deux dates se contredisent.") == 1
    assert '<a href="#id_kind_0">Les deux dates se contredisent.</a>' in html


def test_an_error_of_a_set_of_forms_leads_to_the_first_box_of_the_first() -> None:
    reviews = forms.formset_factory(Declaration, extra=0, max_num=1, validate_max=True)
    members = {f"form-{number}-words": "Odieux." for number in range(2)}
    formset = reviews({"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0"} | members)
    html = page("{% error_summary formset %}", formset=formset)
    assert '<a href="#id_form-0-kind_0">Veuillez soumettre au plus 1 formulaire' in html


def test_a_form_without_a_box_says_its_error_all_the_same() -> None:
    class Confirmation(forms.Form):
        def clean(self) -> None:
            raise forms.ValidationError("Ce dossier est terminé.")

    html = page("{% error_summary form %}", form=Confirmation({"any": "thing"}))
    assert "Ce dossier est terminé." in html
    assert "<a" not in html


def test_the_summary_gathers_several_forms_and_the_members_of_a_formset() -> None:
    reviews = forms.formset_factory(Declaration, extra=0)
    formset = reviews({"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "1"})
    html = page("{% error_summary form formset %}", form=Declaration({}), formset=formset)
    assert 'href="#id_words"' in html
    assert 'href="#id_form-0-words"' in html


def test_a_control_is_tied_to_its_hint_and_to_its_error() -> None:
    html = page("{{ form.words.as_field_group }}", form=Declaration({}))
    assert 'aria-describedby="id_words_helptext id_words_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_words_helptext"' in html


def test_what_may_be_left_blank_says_so_unless_another_answer_calls_for_it() -> None:
    form = Declaration()
    assert "facultatif" in page("{{ form.link.as_field_group }}", form=form)
    assert "facultatif" not in page("{{ form.ago.as_field_group }}", form=form)
    assert "facultatif" not in page("{{ form.words.as_field_group }}", form=form)


def test_radio_buttons_are_a_group_with_a_legend_and_hints() -> None:
    html = page("{{ form.kind.as_field_group }}", form=Declaration())
    assert "<fieldset" in html
    assert "<legend" in html
    assert 'aria-describedby="id_kind_1_hint"' in html
    assert 'id="id_kind_1_hint">Par exemple' in html


def test_browsers_are_not_asked_for_their_own_bubbles() -> None:
    assert " required" not in str(Declaration())


def test_a_label_is_escaped() -> None:
    form = Declaration()
    form.fields["words"].label = "<script>"
    assert "<script>" not in str(form)
