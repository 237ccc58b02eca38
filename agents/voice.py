"""What the advisor says of itself and of a hand-over: fixed sentences in both languages.

They state nothing about pieces, materials or rules, except desk hours and times, which are
handed in by code that computed them. Facts about the house come from the knowledge.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from shop.handoffs import Handoff, Lane
from shop.language import Bilingual, Lang
from shop.moments import clock_time

BEIJING = ZoneInfo("Asia/Shanghai")

GREETING = Bilingual(
    zh="您好，我是琥珀，黛弗兰的 AI 顾问，是软件，不是真人。"
    "材质、养护、尺码、税费与服务规则，我都依据本店资料回答；需要真人时，请随时告诉我。",
    en="Hello, I am Ambre, the AI advisor of Maison Thévrane: software, not a person. "
    "I answer from our house notes on materials, care, sizes, duty and service; "
    "if you would rather speak to a person, just say so.",
)
UNKNOWN = Bilingual(
    zh="我们的资料里没有这一点的记载，我无法确认。您可以换个说法再问，或者让我转给同事。",
    en="I don't have that in our house notes, so I can't confirm it. "
    "You may put it another way, or I can pass you to a colleague.",
)
SIDE_UNKNOWN = Bilingual(
    zh="关于{name}，我们的资料里没有记录，我无法确认。",
    en="As for {name}, it is not in our house notes, so I can't confirm it.",
)
NOTHING_ASKED = Bilingual(
    zh="请问您想了解什么？可以告诉我是哪一件，或哪方面的问题。",
    en="What would you like to know? Tell me which piece it is, or what it is about.",
)
OTHER_LANGUAGE = Bilingual(
    zh="我用中文和英文回答；如果您更愿意与真人沟通，请随时告诉我。",
    en="I answer in English and Chinese; "
    "if you would rather speak to a person, just say so and a colleague can take over.",
)
FAILED = Bilingual(
    zh="抱歉，我这边出了问题，这次没能回答。您的消息已保存，您可以再问一次，或者让我转给同事。",
    en="I am sorry, something went wrong on my side and I could not answer. "
    "Your message is saved; you may ask again, or I can pass you to a colleague.",
)
_WAITING = {
    Lane.DEDICATED: Bilingual(
        zh="已转给您的专属私人顾问，最迟 {due}（北京时间）在这里回复您。",
        en="I have passed this to your personal shopper, "
        "who will reply here by {due} Beijing time.",
    ),
    Lane.SHARED: Bilingual(
        zh="已转给私人顾问台，同事会在这里回复您。",
        en="I have passed this to our personal shoppers; a colleague will reply here.",
    ),
    Lane.SERVICE: Bilingual(
        zh="已转给服务台，同事会在这里回复您。",
        en="I have passed this to our service desk; a colleague will reply here.",
    ),
}
_NOTED = Bilingual(
    zh="现在不在服务时间，我已为您留言，同事会在 {due}（北京时间）开始服务后在这里回复您。",
    en="Nobody is on duty right now. I have taken a note; "
    "a colleague will answer here after opening at {due} Beijing time.",
)


def handed_over(handoff: Handoff, lang: Lang, now: datetime) -> str:
    """The sentence about a hand-over that has really happened, or a note really taken."""
    said = _NOTED if handoff.note_only else _WAITING[handoff.lane]
    return said.in_(lang).format(due=clock_time(handoff.due, now, lang, BEIJING))
