from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from sqlalchemy import text

from shop.access import Role
from shop.chats import Chats
from shop.db import SqlStore
from shop.desk import Desk
from shop.disagreements import Disagreement
from shop.errors import NotAllowed, NotFound
from shop.handoffs import Reason
from shop.proofs import ClaimProof, SentenceProof
from shop.settling import Disagreements
from shop.turns import Turns
from tests.conftest import FrozenClock
from tests.shop.people import answer, hire, house_tiers, visitor

SHOWN = SentenceProof(
    "Blot it.", "openai", "supported", True, quote="Blot it with a cloth.",
    evidence=("care-lambskin/rain@1", "H-M1"), claims=(ClaimProof("Blot it", "supported"),),
)  # fmt: skip
LIE = SentenceProof(
    "Use\x00 heat.", "openai", "contradicted", False, "yes and no", "heat",
    claims=(ClaimProof("Use heat", "contradicted", "yes and no", "heat"),),
)  # fmt: skip
PAIR = Disagreement(
    "policy-returns/window/en@2", "rights-china/seven/en@1", "You have 30 days.", "You have 7 days."
)


class Scene:
    """A shopper whose question has just been answered."""

    def __init__(self, store: SqlStore, clock: FrozenClock) -> None:
        self.store, self.clock = store, clock
        self.chats, self.turns = Chats(store, clock), Turns(store, clock)
        self.desk = Desk(store, clock, house_tiers())
        self.shopper = visitor()
        self.id = self.chats.open(self.shopper, "en").id
        self.asked = 0

    def answered(self, *found: Disagreement) -> str:
        self.asked += 1
        _, turn_id = self.chats.say(self.shopper, self.id, "How long?", f"r{self.asked}")
        assert turn_id
        self.turns.begin(turn_id)
        kept = self.turns.finish(
            turn_id, replace(answer(), ledger=(SHOWN, LIE), disagreements=found)
        )
        assert kept
        return kept.id


@pytest.fixture
def scene(store: SqlStore, clock: FrozenClock) -> Scene:
    return Scene(store, clock)


def test_the_ledger_of_an_answer_is_kept_with_it_and_staff_may_read_it(scene: Scene) -> None:
    message_id = scene.answered()
    staff = hire(scene.store, scene.clock, "claire")
    scene.desk.request(scene.id, Reason.ASKED)
    ledger = scene.desk.ledger(staff, scene.id)
    assert ledger == {message_id: (SHOWN, replace(LIE, text="Use heat."))}


def test_a_ledger_is_for_staff_who_may_read_the_conversation(scene: Scene) -> None:
    scene.answered()
    editor = hire(scene.store, scene.clock, "edith", Role.EDITOR)
    with pytest.raises(NotFound):
        scene.desk.ledger(hire(scene.store, scene.clock, "claire"), scene.id)
    scene.desk.request(scene.id, Reason.ASKED)
    with pytest.raises(NotAllowed):
        scene.desk.ledger(editor, scene.id)


def test_a_ledger_is_erased_with_its_message(scene: Scene) -> None:
    message_id = scene.answered()
    with scene.store.engine.begin() as connection:
        connection.execute(text("UPDATE turns SET answer_id = NULL"))
        connection.execute(text("DELETE FROM messages WHERE id = :id"), {"id": message_id})
        assert connection.execute(text("SELECT count(*) FROM proofs")).scalar_one() == 0


def test_sources_that_disagree_are_listed_once_for_each_pair(scene: Scene) -> None:
    scene.answered(PAIR)
    scene.answered(PAIR)
    [found] = Disagreements(scene.store, scene.clock).open(
        hire(scene.store, scene.clock, "edith", Role.EDITOR)
    )
    assert (found.what, found.question, found.at) == (PAIR, "How long?", scene.clock())


def test_answers_that_find_the_same_disagreement_at_once_are_all_kept(
    store: SqlStore, clock: FrozenClock
) -> None:
    scenes = [Scene(store, clock) for _ in range(6)]
    with ThreadPoolExecutor(len(scenes)) as pool:
        kept = list(pool.map(lambda scene: scene.answered(PAIR), scenes))
    assert len(set(kept)) == len(scenes)
    assert len(Disagreements(store, clock).open(hire(store, clock, "claire"))) == 1


def test_a_settled_disagreement_leaves_the_list_and_does_not_come_back(scene: Scene) -> None:
    scene.answered(PAIR)
    editor = hire(scene.store, scene.clock, "edith", Role.EDITOR)
    disagreements = Disagreements(scene.store, scene.clock)
    [found] = disagreements.open(editor)
    disagreements.settle(editor, found.id)
    scene.answered(PAIR)
    assert disagreements.open(editor) == []
    with pytest.raises(NotFound):
        disagreements.settle(editor, found.id)


def test_only_those_who_edit_settle_what_disagrees(scene: Scene) -> None:
    scene.answered(PAIR)
    shopper = hire(scene.store, scene.clock, "claire")
    disagreements = Disagreements(scene.store, scene.clock)
    [found] = disagreements.open(shopper)
    with pytest.raises(NotAllowed):
        disagreements.settle(shopper, found.id)
