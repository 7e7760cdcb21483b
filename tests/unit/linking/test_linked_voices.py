"""Two voices set against each other, inside one report or between two."""

import msgspec
import pytest
from making import Making

from dragoman.linking import Linked
from dragoman.record.nouns import Figure, Target


def kinds(linked: Linked) -> list[str]:
    return [d.kind for d in linked.record.disagreements]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It began on May 7, according to Oslo, on May 8, according to the navy.", ["date"]),
        ("It began on May 7, according to Oslo, and on May 7, according to the navy.", []),
        ("It began on May 7, according to Oslo. It ended on May 8, according to the navy.", []),
    ],
)
def test_two_days_in_one_sentence_each_according_to_another(linked, text, found):
    assert kinds(linked(Making("r0", "2024-05-09", text=text))) == found


def test_two_numbers_in_one_sentence_each_according_to_another(linked):
    text = "The fleet has 41 trawlers, according to Oslo, or 44 trawlers, according to a union."
    made = Making("r0", "2024-05-09", text=text)
    for value in (41, 44):
        mention = made.mention(f"{value} trawlers")
        made.figures.append(
            Figure(
                id=f"f{value}",
                value=value,
                unit="trawler",
                measure="fleet",
                kind="actual",
                mentions=(mention,),
            )
        )
    (found,) = linked(made).record.disagreements
    assert {s.value for s in found.sides} == {"41", "44"}


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        ("The navy spoke only of exploratory talks.", ["status"]),
        ("The navy spoke of three old frigates.", []),
    ],
)
def test_agreed_says_one_and_only_talked_of_says_the_next(linked, answer, found):
    firm = "the two had agreed on the sale of three frigates"
    soft = answer.removeprefix("The navy spoke ").removesuffix(".").removeprefix("only of ")
    made = Making("r0", "2024-05-09", text=f"The Fjord Post wrote that {firm}. {answer}")
    nor, chl = made.state("Norway", "NOR"), made.state("Chile", "CHL")
    made.commitment("agreed", firm, (nor, chl))
    paper, navy = (
        made.entity("organization", "Fjord Post"),
        made.entity("organization", "Chilean Navy", "CHL"),
    )
    made.statement(paper, firm)
    made.statement(navy, soft)
    assert kinds(linked(made)) == found


@pytest.mark.parametrize(("voices", "found"), [(2, ["date"]), (1, [])])
def test_a_visit_awaited_on_two_days_by_two_voices_of_one_report(linked, voices, found):
    quotes = ("will visit Chile on May 7", "would arrive in Chile on May 6")
    made = Making("r0", "2024-05-01", text=" … ".join(quotes))
    who, chl = made.person("Solveig Haugen", "NOR"), made.state("Chile", "CHL")
    speakers = [made.person("Daniel Cruz", "CHL"), made.person("Marta Rojas", "CHL")]
    for k, (quote, day) in enumerate(zip(quotes, ("2024-05-07", "2024-05-06"), strict=True)):
        made.commitment("planned", quote, (who,), (chl,), "2024-05-01", Target(due=day))
        made.statement(speakers[k if voices > 1 else 0], quote)
    assert kinds(linked(made)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plus 81 steel ferries for the western fjords, the contract says.", ["figure"]),
        ("By June 81 steel ferries for the western fjords had been delivered.", []),
    ],
)
def test_what_was_delivered_is_no_other_account_of_what_was_planned(linked, text, found):
    made = []
    plan = "The order covers 80 steel ferries for the western fjords."
    for report, words, value, kind in (("r0", plan, 80, "target"), ("r1", text, 81, "actual")):
        making = Making(report, "2024-05-09", text=words)
        mention = making.mention(f"{value} steel ferries")
        figure = Figure(
            id="f",
            value=value,
            unit="ferry",
            measure=f"about {value}",
            kind="target",
            mentions=(mention,),
        )
        making.figures.append(msgspec.structs.replace(figure, kind=kind))
        made.append(making)
    assert kinds(linked(*made)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It was put off at Norway's request, he said. She said it was the Chilean side that "
            "had asked for time.",
            ["attribution"],
        ),
        ("It was Chile that had asked for time. Norway agreed.", []),
        ("Chile asked for time, and it was Chile that had proposed May.", []),
    ],
)
def test_two_sides_are_each_said_to_have_asked(linked, text, found):
    assert kinds(linked(Making("r0", "2024-05-09", text=text))) == found
