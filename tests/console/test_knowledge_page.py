"""The knowledge page as Streamlit runs it; typing into the editor is tested in a browser."""

from __future__ import annotations

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from console.parts.knowledge import differences
from console.parts.knowledge.changes import passage_changes
from console.parts.knowledge.editor import Draft
from console.parts.plain import one_line, prose
from knowledge.articles import parse_article
from shop.access import Role, Staff
from shop.clients import Visitor
from shop.conversations import Behaviour
from shop.disagreements import Disagreement
from shop.revisions import RevisionState
from shop.turns import Answer
from tests.console.conftest import ARTICLE, SignIn
from tests.console.pages import button, labels, open_page, shown

ID = "care-lambskin"
BETTER = ARTICLE.replace("soft cloth", "soft dry cloth")


@pytest.fixture
def edith(sign_in: SignIn) -> Staff:
    return sign_in(Role.EDITOR)


def editing(typed: str, base: int = 1) -> AppTest:
    """The editor with a text typed into it that began from revision `base`."""
    page = open_page("knowledge", view="edit", article=ID)
    page.session_state["knowledge-drafts"] = {ID: Draft(base, typed)}
    return page.run()


def states(services: Any) -> list[RevisionState]:
    return [revision.state for revision in services.article_store.history(ID)]


def test_the_shelf_finds_an_article_by_its_text(edith: Staff) -> None:
    page = open_page("knowledge")
    assert "Caring for lambskin" in labels(page)
    page.text_input(key="knowledge-text").set_value("cashmere").run()
    assert "Caring for lambskin" not in labels(page)
    assert "No article has these words." in shown(page)


def test_an_article_is_read_in_both_languages_with_its_facts(edith: Staff) -> None:
    page = open_page("knowledge", article=ID)
    assert not page.exception
    texts = [block.value for block in page.markdown]
    assert texts[0].startswith("Blot it")  # the interface's language first
    assert "先用软布轻轻按压。" in texts
    for fact in ("leather atelier", "CARE-10", "High", "All markets", "from 2026-01-01"):
        assert fact in shown(page)


def an_answer_met_a_disagreement(services: Any) -> None:
    shopper = Visitor("v" * 32, None)
    conversation = services.chats.open(shopper, "en")
    _, turn = services.chats.say(shopper, conversation.id, "Is it 30 days?", "first")
    services.turns.begin(turn)
    found = Disagreement(
        f"{ID}/rain/en@1", f"{ID}/old/en@1", "You have 30 days.", "You have 14 days."
    )
    answer = Answer("30 days.", "en", Behaviour.ANSWER, disagreements=(found,))
    services.turns.finish(turn, answer)


def test_sources_that_disagree_are_listed_until_an_editor_settles_them(
    edith: Staff, staffed: Any
) -> None:
    an_answer_met_a_disagreement(staffed)
    page = open_page("knowledge")
    assert not page.exception
    for words in ("Sources that disagree", "You have 14 days.", "Is it 30 days?"):
        assert words in shown(page)
    assert f"{ID}/rain/en@1" in labels(page)
    button(page, "Settled").click().run()
    assert "Sources that disagree" not in shown(page)


def test_a_personal_shopper_sees_what_disagrees_but_settles_nothing(
    sign_in: SignIn, staffed: Any
) -> None:
    sign_in(Role.PERSONAL_SHOPPER)
    an_answer_met_a_disagreement(staffed)
    page = open_page("knowledge")
    assert "Sources that disagree" in shown(page)
    assert "Settled" not in labels(page)


def test_a_missing_article_says_so_and_leads_back(edith: Staff) -> None:
    page = open_page("knowledge", article="gone")
    assert not page.exception
    assert "There is no article gone." in shown(page)
    assert "All articles" in labels(page)


def test_a_personal_shopper_reads_but_sees_no_button_to_edit(sign_in: SignIn) -> None:
    sign_in(Role.PERSONAL_SHOPPER)
    page = open_page("knowledge", article=ID)
    assert "Edit" not in labels(page)
    assert "History" in labels(page)


def test_the_address_of_the_editor_opens_nothing_without_the_permission(sign_in: SignIn) -> None:
    sign_in(Role.PERSONAL_SHOPPER)
    page = open_page("knowledge", view="edit", article=ID)
    assert "Save draft" not in labels(page)
    assert "reads articles but does not change them" in page.info[0].value


def test_nothing_is_saved_before_something_was_changed(edith: Staff) -> None:
    assert button(open_page("knowledge", view="edit", article=ID), "Save draft").disabled


def test_a_mistake_is_told_with_its_line_and_field_and_cannot_be_saved(edith: Staff) -> None:
    page = editing(ARTICLE.replace("confidence: high", "confidence: sure"))
    assert "Line 7, confidence:" in shown(page)
    assert button(page, "Save draft").disabled


def test_an_article_keeps_its_id(edith: Staff) -> None:
    page = editing(ARTICLE.replace(f"id: {ID}", "id: another"))
    assert f"Line 2, id: must stay {ID}" in shown(page)


def test_saving_makes_a_draft_that_the_advisor_does_not_know(edith: Staff, staffed: Any) -> None:
    page = editing(BETTER)
    button(page, "Save draft").click().run()
    assert not page.exception
    assert states(staffed) == [RevisionState.DRAFT, RevisionState.PUBLISHED]
    assert "Saved as revision 2, a draft." in shown(page)
    assert not any("dry cloth" in passage.text for passage in staffed.search.passages)


def test_publishing_says_first_what_changes_and_then_the_advisor_knows_it(
    edith: Staff, staffed: Any
) -> None:
    page = editing(BETTER)
    button(page, "Save draft").click().run()
    assert "For the advisor: 1 changed, 1 unchanged" in shown(page)
    button(page, "Publish revision 2").click().run()
    assert states(staffed) == [RevisionState.PUBLISHED, RevisionState.SUPERSEDED]
    assert any("dry cloth" in passage.text for passage in staffed.search.passages)


def test_a_colleagues_newer_revision_is_not_overwritten_unread(
    edith: Staff, staffed: Any, sign_in: SignIn
) -> None:
    manager = sign_in(Role.MANAGER)
    staffed.article_store.save(manager, ID, BETTER, "", 1)
    sign_in(Role.EDITOR)
    page = editing(ARTICLE.replace("soft cloth", "sponge"), base=1)
    assert f"{manager.name} saved revision 2 after you began." in shown(page)
    assert button(page, "Save draft").disabled
    button(page, "Go on from revision 2 with my text").click().run()
    button(page, "Save draft").click().run()
    assert "sponge" in staffed.article_store.get(ID, 3).markdown


def test_the_history_shows_what_changed_by_the_word(edith: Staff, staffed: Any) -> None:
    staffed.article_store.save(edith, ID, BETTER, "It must be dry", 1)
    page = open_page("knowledge", view="history", article=ID)
    assert not page.exception
    assert "<ins> dry</ins>" in shown(page)
    assert "It must be dry" in shown(page)


def test_a_question_may_be_tried_on_what_is_published(edith: Staff) -> None:
    page = open_page("knowledge", view="trial")
    page.text_input(key="knowledge-question").set_value("soft cloth").run()
    assert "Caring for lambskin\\: Caught in the rain" in labels(page)
    assert "<b>0.75</b>" in shown(page)


def test_only_changed_passages_count_as_changed() -> None:
    changes = passage_changes(parse_article(ARTICLE), parse_article(BETTER))
    assert changes.changed == (f"{ID}/rain/en",)
    assert changes.kept == (f"{ID}/rain/zh",)


def test_a_passage_that_now_behaves_differently_counts_as_changed() -> None:
    refusing = ARTICLE.replace("{#rain}", "{#rain behaviour=refuse}")
    changes = passage_changes(parse_article(ARTICLE), parse_article(refusing))
    assert len(changes.changed) == 2


def test_the_first_publication_of_an_article_is_all_new() -> None:
    assert len(passage_changes(None, parse_article(ARTICLE)).added) == 2


def test_one_corrected_chinese_character_is_one_mark() -> None:
    removed, added = differences.compare("先用软布按压。", "先用硬布按压。")
    assert [piece.text for piece in removed.pieces if piece.marked] == ["软"]
    assert [piece.text for piece in added.pieces if piece.marked] == ["硬"]


def test_unlike_lines_are_replaced_whole() -> None:
    removed, added = differences.compare("one two three", "ξ")
    assert removed.pieces[0].marked
    assert added.pieces[0].marked


def test_html_in_an_article_is_text_in_its_history() -> None:
    html = differences.as_html(differences.compare("", "<script>x()</script>"))
    assert "<script" not in html


def test_far_apart_changes_are_shown_apart() -> None:
    old = [str(n) for n in range(30)]
    new = ["x", *old[1:-1], "y"]
    runs = differences.around_changes(differences.compare("\n".join(old), "\n".join(new)))
    assert len(runs) == 2


def test_prices_and_ranges_are_no_formulas() -> None:
    assert prose("$40 to $90, 3~5 days :red[x]") == r"\$40 to \$90, 3\~5 days \:red[x]"


def test_a_label_stays_on_one_line_letter_for_letter() -> None:
    assert one_line("a\n*b*") == r"a \*b\*"
