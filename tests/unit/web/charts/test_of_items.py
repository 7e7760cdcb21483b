"""The charts on the pages of single items, out of a record."""

from dragoman.store.database import Database
from dragoman.store.linked.loading import load_commitments
from dragoman.store.views.company import company
from dragoman.web.charts.of_items import commitment_charts, entity_charts


def test_an_entity_is_shown_with_offices_and_company(filled: Database) -> None:
    with filled.reading() as connection:
        offices, around = entity_charts(connection, "e-min", "Bjørn Sæther")
        nobody = entity_charts(connection, "e-acc", "Accra")
    assert [row[0].text for row in offices.rows] == ["Foreign Minister, Norway"]
    assert [row[0].href for row in around.rows] == ["/entity/e-gha"]
    assert nobody == []


def test_company_is_counted_by_noun(filled: Database) -> None:
    with filled.reading() as connection:
        first, *_ = company(connection, "e-nor", 1)
    assert (first.name, first.events, first.commitments) == ("Ghana", 2, 1)


def test_a_commitment_has_a_life_line_where_something_followed(filled: Database) -> None:
    with filled.reading() as connection:
        boats, meet = load_commitments(connection, ["c-boats", "c-meet"])
        (line,) = commitment_charts(connection, boats)
        assert commitment_charts(connection, meet) == []
    assert [row[2].href for row in line.rows[:2]] == ["/commitment/c-boats", "/event/v-boats"]
    assert line.rows[2][1].text == "due"
