from datetime import date

from apps.legal.wording import full_date, quoted


def test_a_date_is_written_in_full() -> None:
    assert full_date(date(2026, 11, 13)) == "vendredi 13 novembre 2026"


def test_the_first_of_a_month_is_ordinal() -> None:
    assert full_date(date(2026, 12, 1)) == "mardi 1er décembre 2026"


def test_quotes_keep_their_words_close() -> None:
    assert quoted("hier") == "«\u00a0hier\u00a0»"
