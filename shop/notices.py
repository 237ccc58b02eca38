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
TRANSFERRED = Bilingual(
    "{name} 已将对话转给 {to}，由 {to} 继续为您服务。",
    "{name} has passed the conversation to {to}, who goes on.",
)
LOST = Bilingual(
    "{name} 暂时离开，您的对话已回到队列，会由同事接手；在此之前智能顾问可以为您解答。",
    "{name} is away for now. Your conversation is back in the queue for a colleague; "
    "until then the advisor, which is software, answers.",
)
LOST_TO_NOTE = Bilingual(
    "{name} 已离开，现在不在服务时间。已为您留言，同事会在 {opens}（北京时间）开始服务后在这里"
    "回复您；在此之前智能顾问可以为您解答。",
    "{name} has left, and nobody is on duty right now. A note is kept: a colleague will answer "
    "here after opening at {opens} Beijing time; "
    "until then the advisor, which is software, answers.",
)
CLOSED = Bilingual(
    "{name} 已结束对话。再发一条消息即可重新开始。",
    "{name} has closed the conversation. Write again at any time to reopen it.",
)
UNANSWERED = Bilingual(
    "这条消息已保存，但这次没能回答。请再问一次，或转人工。",
    "Your message is kept, but it could not be answered. Please ask again, or ask for a person.",
)


def notice(
    conversation: Conversation,
    says: Bilingual,
    name: str,
    at: datetime,
    remark: str = "",
    **places: str,
) -> Message:
    """A message of the house; the store gives its `seq`. The remark is for staff only."""
    return Message(
        id=new_id(),
        conversation_id=conversation.id,
        seq=0,
        author=Author.NOTICE,
        text=says.in_(conversation.lang).format(name=name, **places),
        at=at,
        lang=conversation.lang,
        staff_name=name,
        remark=remark,
    )
