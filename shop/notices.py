"""What the house itself says in a conversation, in the conversation's language."""

from __future__ import annotations

from datetime import datetime

from shop.conversations import Author, Conversation, Message
from shop.ids import new_id
from shop.language import Bilingual

JOINED = Bilingual("{name} 已加入对话。", "{name} has joined the conversation.")
GIVEN_BACK = Bilingual(
    "{name} 已离开对话，由智能顾问继续为您服务。",
    "{name} has left the conversation. The advisor, which is software, goes on.",
)
CLOSED = Bilingual(
    "{name} 已结束对话。再发一条消息即可重新开始。",
    "{name} has closed the conversation. Write again at any time to reopen it.",
)
UNANSWERED = Bilingual(
    "这条消息已保存，但这次没能回答。请再问一次，或转人工。",
    "Your message is kept, but it could not be answered. Please ask again, or ask for a person.",
)


def notice(conversation: Conversation, says: Bilingual, name: str, at: datetime) -> Message:
    """A message of the house; the store gives its `seq`."""
    return Message(
        id=new_id(),
        conversation_id=conversation.id,
        seq=0,
        author=Author.NOTICE,
        text=says.in_(conversation.lang).format(name=name),
        at=at,
        lang=conversation.lang,
        staff_name=name,
    )
