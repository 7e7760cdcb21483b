"""How rare words are, over the rows of a record or over texts at large."""

from making import Making

from dragoman.linking.wording.words import RarityAtLarge, content_words


def test_a_word_few_texts_have_tells_more_than_a_common_one():
    rarity = RarityAtLarge()
    told = content_words("the minister signed the herring agreement")
    assert rarity.rarest(told, 1) == ["herring"]
    common, rare = content_words("minister agreement"), content_words("minister herring")
    assert rarity.total(common) < rarity.total(rare)
    assert rarity.shared(told, rare) == 1.0
    assert rarity.likeness(told, frozenset()) == 0.0


def signed(own: str, one: tuple[str, str], other: tuple[str, str], day: str) -> Making:
    made = Making(own, day)
    sides = (made.state(*one), made.state(*other))
    quote = "signed a pact on herring quotas" if int(own[1:]) % 2 else "the herring pact was signed"
    made.event("AGREE", quote, sides, (), "2024-03-05")
    return made


def why_one(linked, *made: Making) -> set[tuple[float, str]]:
    """Why the first two reports tell one event."""
    reasons = (r for r in linked(*made).reasons if r.noun == "event" and r.left and r.right)
    return {(r.score, r.why) for r in reasons if {r.left.report, r.right.report} == {"r0", "r1"}}


def test_what_makes_two_tellings_one_stays_as_others_tell_the_like(linked):
    norway, chile = ("Norway", "NOR"), ("Chile", "CHL")
    two = [signed(f"r{n}", norway, chile, "2024-03-06") for n in range(2)]
    peru, kenya = ("Peru", "PER"), ("Kenya", "KEN")
    more = [signed(f"r{n}", peru, kenya, "2024-03-06") for n in range(2, 14)]
    assert why_one(linked, *two)
    assert why_one(linked, *two, *more) == why_one(linked, *two)
