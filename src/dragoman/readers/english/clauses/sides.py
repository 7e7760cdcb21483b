"""The two states a report is about."""

from spacy.tokens import Doc

from dragoman.readers.english.coreference.salience import main_states


def both_sides(doc: Doc) -> tuple[int, ...]:
    """Return the two states most spoken of, for what lies between them and nobody is named for."""
    cached: tuple[int, ...] | None = doc.user_data.get("dragoman.both_sides")
    if cached is None:
        first = main_states(doc)[:2]
        things = doc._.things
        cached = tuple(
            k
            for country in first
            for k, thing in enumerate(things)
            if thing.type == "state" and thing.country == country
        )
        doc.user_data["dragoman.both_sides"] = cached
    return cached
