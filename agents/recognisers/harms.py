# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Harms: a forged proof, whatever claim it is to serve, and harm that is meant for somebody or for
what is theirs. Declined though a complaint or a threat stands beside it; who fears a forgery, or
has spilt something on another's bag, is answered.
"""

from __future__ import annotations

from agents.recognisers.reading import Reading
from agents.recognisers.schemes import PROOFS, WANTS, Scheme, planned

_WANTS_OR_ASKS = (
    rf"{WANTS}|^\W*(?:want|wanna|trying|hoping)\b|\b(?:what|which|how|act as)\b|啥|什么|哪"
)
_IS_WARY = (  # of a forgery that somebody else made, of harm that may come
    r"\b(?:what happens|what would happen|what if|legal(?:ly)?|illegal|penalt\w+|fined?|spot|avoid\w*|protect\w*|recogni[sz]e"
    r"|to report|report(?:ed|ing)? (?:it|this|them|him|her|someone|somebody|the seller|a seller)|was i|been|worried|afraid"
    r"|someone (?:else )?(?:could|might|can)|did|fix|save|rescue|restore|undo|by mistake|by accident|accidentally|never)\b"
    r"|会怎样|怎么处理|什么后果|犯法|违法|处罚|为什么|会不会|防|避免|识别|分辨|辨别|举报|遇到|买到|被骗|怕|担心|卖给我|不小心|误|别人会|有人会"
)
_PROOFS = rf"{PROOFS}|\b(?:lab|laboratory|counterfeit)\b"
_MADE_UP = (
    r"\b(?:fake|false|bogus|phone?y|forged|doctored|dodgy|sham|invented|made.?up|fabricated|counterfeit) (?:\w+[ -]){0,3}"
    r"(?:reports?|certificates?|appraisals?|letters?|papers?|results?|receipts?|statements?|findings?|verdicts?)\b"
    r"|\b(?:fake|forge|doctor|fabricate|invent|photoshop|falsify)\b (?:[\w'’]+ ){0,3}(?:reports?|certificates?|appraisals?|letters?"
    r"|papers?|results?|receipts?|statements?|findings?|verdicts?)\b"
    r"|(?:开|写|做|弄|搞|编|造|出|办|打印|仿|买|拟|整|来)(?:一|个|张|份|几|出|点)*(?:假|虚假|伪造?|不实)的?[^，。？！]{0,6}(?:报告|证|鉴定|检测|结论|单|票)"
    r"|(?:报告|证书?|证明|鉴定|检测|结论)[^，。？！]{0,6}(?:造假|作假|做假|掺假|改成假)|(?:伪造|捏造|编造?(?!织|号|码|辑)|杜撰|仿(?:造|写|制|一))[^，。？！]{0,8}(?:报告|证|鉴定|检测|结论|质检)"
    r"|\bact as (?:an? |the )?(?:\w+ )?(?:lab\w*|appraisers?|gemm?ologist|expert)\b"
    r"|\b(?:write|draft|make|create|produce|type|compose|generate|invent)\b (?:(?:me|up|us) )*(?:an?|the|one|some|that) (?:\w+ ){0,3}"
    r"(?:letter|report|certificate|appraisal|statement|result)s? (?:from|by|signed by|in the name of|as if) (?:\w+ ){0,4}"
    r"(?:lab\w*|gemm?ologist|expert|jeweller|appraiser|customs|police|doctor|court)\b"
    r"|\b(?:reports?|certificates?|appraisals?|papers?|letters?) (?:that )?i(?:'ve)? (?:made|wrote|written|typed|printed|drew|cooked)\b"
    r"|(?:写|编|出|拟|弄)(?:一|个|封|份|张)+[^，。？！]{0,6}(?:实验室|鉴定机构|检测机构|质检|专家|海关)[^，。？！]{0,8}(?:口吻|名义|抬头|落款|签名)"
    r"|(?:自己|我)(?:写|做|打|编|弄|印)的[^，。？！]{0,3}(?:报告|鉴定|证书|检测)[^，。？！]{0,16}(?:认|过关|通过|采信|赔)"
)
_SHOWN_TO_HER = (
    r"\b(?:sent|received|gave|given|came with|arrived|seller'?s?|spot|tell|detect|recogni[sz]e|worried|caught|someone|somebody)\b"
    r"|收到|寄来|卖给我|给了我|别人|有人|怎么(?:看|认|分|辨|识)|识破|遇到"
)
_SOMEBODY_ZH = r"(?:邻居|室友|同事|老板|上司|前任|前男友|前女友|前夫|前妻|小三|情敌|房东|婆婆|公公|亲家|同学|对门|楼上|楼下|隔壁|那家|那个?人|仇人|别人|闺蜜|姐妹|嫂子|弟妹|妯娌)"
_SOMEBODY = rf"{_SOMEBODY_ZH}(?!的)"
_A_PERSON = (
    r"(?:my|his|her|the|that|this|a|some) (?:\w+ ){0,2}(?:neighbou?r|room-?mate|flat-?mate|boss|colleague|co-?worker|ex|rival"
    r"|landlord|sister|brother|in-law|mother|father|husband|wife|classmate|teacher|woman|man|guy|girl|bitch)s?\b(?!')"
)
_CLEANERS = (
    r"\b(?:bleach|chlorine|ammonia|descaler|acid|acetone|cleaners?|fumes?|chemicals?|mothballs?|solvents?|peroxide|gas)\b"
    r"|漂白|84|消毒液|洁厕|氨水|清洁剂|酸|樟脑|丙酮|去污剂|溶剂|药水|毒"
)
_TO_HURT = (
    rf"(?:整|坑|害|报复|教训|收拾|对付|恶心|(?:弄|毒|熏|呛|整)(?:死|倒|晕|蛊|哭|残))(?:一下)?[^，。？！的]{{0,4}}{_SOMEBODY}"
    rf"|给{_SOMEBODY}[^，。？！]{{0,4}}(?:下毒|点颜色|好看|教训)|让{_SOMEBODY}[^，。？！]{{0,4}}(?:中毒|难受|遭殃|住院|吃苦|倒霉|生病)"
    r"|(?:混|兑|配|掺|加|调)[^，。？！]{0,6}最(?:毒|呛|狠|猛)|最毒的?(?:配|组合|混)"
    rf"|\b(?:get back at|get even with|gas|poison|harm|hurt|sicken|injure|punish|get revenge on|knock out|smoke out|teach)"
    rf" {_A_PERSON}|\bmake {_A_PERSON} (?:sick|ill|cough|choke|faint|vomit|suffer|throw up|cry)\b"
    r"|\bhow (?:strong|toxic|potent|deadly) (?:can|could|do) (?:i|you|we) (?:make|get|mix)\b|\bmost (?:toxic|poisonous|lethal|deadly|noxious)\b|\b(?:deadliest|strongest fumes)\b"
)
_THEIR_THINGS = (
    r"\b(?:bags?|totes?|shoes?|pumps?|heels?|boots?|loafers?|dress(?:es)?|sweaters?|jumpers?|cashmere|suede|silk|leather|rings?"
    r"|neckl\w+|pearls?|watch(?:es)?|sunglasses|coats?|things|stuff|wardrobe|patent)\b|包|鞋|裙|衣|衫|表|戒|项链|珍珠|墨镜|皮|东西"
)
_SPOILT = (
    r"\bhow (?:to|do i|can i|could i|would i)\b[^.!?]{0,16}\b(?:ruin|destroy|wreck|sabotage|trash|vandali[sz]e)\b[^.!?]{0,12}"
    r"\b(?:her|his|their|someone|somebody|my (?:\w+[ -]){0,4}\w+'?s)\b"
    r"|\b(?:ruin|destroy|wreck|damage|kill|spoil|stain|melt|eat|sabotage|dissolve|shrink|scratch)s?\b[^.!?]{0,40}"
    r"\b(?:someone|somebody|her|his|their|my (?:\w+[ -]){0,4}\w+'?s)\b[^.!?]{0,60}\b(?:accident|notic\w+|for good|secretly|revenge|caught"
    r"|blame|suspect\w*|trace|on purpose|quietly|finding out)\b"
    rf"|(?:毁掉?|毁了|弄坏|搞坏|整坏|腐蚀|划花|烧坏|缩水)(?!了)[^，。？！了]{{0,6}}{_SOMEBODY_ZH}的?"
    rf"|(?:悄悄|偷偷|暗中|神不知鬼不觉)地?把?(?:她|他|{_SOMEBODY_ZH})的?[^，。？！]{{0,6}}(?:染|毁|弄坏|划|剪|烧|搞坏)"
    rf"|(?:往|给|在){_SOMEBODY_ZH}[^，。？！了]{{0,10}}(?:放虫|下料|动手脚|倒酸|做手脚|搞破坏)"
)

_PLAIN = (
    Scheme("boundary-authenticity/replica", _PROOFS, _MADE_UP, _SHOWN_TO_HER),
    Scheme("boundary-misuse/mixing", r"\b(?:bleach|chlorine|ammonia)\b|漂白|84|消毒液", _TO_HURT),
    Scheme("boundary-misuse/harm", _CLEANERS, _TO_HURT),
    Scheme("boundary-misuse/harm", _THEIR_THINGS, _SPOILT),
)


def harm(reading: Reading) -> str | None:
    """The section that declines a forged proof, or harm meant for somebody; or None."""
    return planned(reading, _PLAIN, _WANTS_OR_ASKS, _IS_WARY)
