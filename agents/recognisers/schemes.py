# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Schemes: help wanted with deceiving customs, the house, a buyer or an office.

Told by three things together: what is to be misused, how it is to deceive, and that the asker wants
it done or taught. Who asks what happens to a seller that does so, or whether something may be done,
wants to know a rule and is answered.
"""

from __future__ import annotations

from dataclasses import dataclass

from agents.recognisers.reading import Reading

WANTS = (
    r"\b(?:which|what) (?:invoice|declaration|value|form|paper\w*|price|label)s?\b|\bwhere (?:can|do|could) i\b|\bhow (?:to|do i|do we|can i|can we|could i|would i|should i|would one|does one|best)\b"
    r"|\b(?:what|which|best|easiest|safest|smartest|any|a|some|the|cleverest|surest)(?: \w+){0,2}"
    r" (?:way|trick|tricks|tips?|template|wording|method|excuse|story|reason|hack|advice)s?\b"
    r"|\b(?:help|teach|show|tell|walk|coach|guide|advise) (?:me|us)\b|^\W*need\b|\bi (?:want|need|plan|intend|would"
    r" like|wanna|am going|'d like)\b|\bi'(?:d|m|ll)\b|\bwhat (?:should|do|can|could) i (?:say|tell"
    r"|write|put|claim)\b|\b(?:please|just|can you|could you|will you|would you)\b|\b(?:make|write"
    r"|put|invent|come up with|think of|dream up|cook up|draft|give me)\b"
    r"|怎么(?!样?才?算|回事)|咋|如何|怎样(?!算)|教|帮我|帮忙|支(?:个)?招|出(?:个)?主意|办法|法子|诀窍|技巧|攻略|窍门|步骤|套路"
    r"|我(?:想|要|打算|准备)|想(?:把|让|找|个|进)|给我|替我|写|编|想个|找个|哪里能|上哪|去哪"
)
_ASKS_RULE = (
    r"\b(?:what (?:happens|would happen|if)|is it (?:legal|illegal|ok|okay|allowed|a crime)"
    r"|is that (?:legal|illegal|allowed)|legal(?:ly)?|illegal|against the law|penalt\w+|fined?|why"
    r"|do you|does (?:the|your|a|pontazur|maison)|spot|avoid|protect\w*|recogni[sz]e|to report|report(?:ed|ing)? (?:it|this|them|him|her|someone|somebody|the seller|a seller)"
    r"|was i|been|worried|afraid|do i need|must i|may i|am i allowed|is there a risk|how do you"
    r"|someone (?:else )?(?:could|might|can)|could somebody|somebody (?:could|might))\b"
    r"|会怎样|怎么处理|怎么罚|谁负责|会怎么样|什么后果|犯法|违法|合法|合规|处罚|罚|为什么|会不会|是不是|是否|防|避免买|识别|分辨|举报|遇到|买到"
    r"|被骗|怕|担心|别人会|有人会|可以吗|可不可以|能不能|要不要|需要.{0,6}吗|行吗|行不|行么|怎么看|卖给我|不用[^，]*吧|我知道|允许|算不算|你们会"
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """`of` is what is misused, `so_that` how it deceives; `unless` is what makes it honest."""

    section: str
    of: str
    so_that: str
    unless: str = r"(?!)"


_PRICE = (
    r"\b(?:invoice|receipt|bill|declar\w+|customs (?:form|value|paper\w*)|paperwork|cn2[23]|waybill"
    r"|value|price tag|slip|form|costs?|worth)s?\b|发票|申报|报关|面单|货值|价格|金额|小票|清关单"
)
_LOOK_LESS = (
    r"\b(?:look\w*|seem\w*|appear\w*|pass\w*|read\w*|show\w*) (?:\w+ )?(?:like|as|for|only|just|a|much"
    r"|far|less|lower|smaller|cheaper)\b|\b(?:hid\w+|conceal\w*|disguis\w*|mask\w*|bury|obscur\w*|fudg\w*"
    r"|falsif\w*|undervalu\w*|under-?declar\w*|low-?ball\w*|shrink\w*|deflat\w*)\b"
    r"|\b(?:lower|less|smaller|fraction|half|tenth|third)\b.{0,30}\b(?:customs|tax|dut(?:y|ies)|border)\b"
    r"|\b(?:customs|tax|dut(?:y|ies)|border)\b.{0,40}\b(?:lower|less|smaller|cheaper|believe|think|assume|suppose|reckon|won't|not"
    r" (?:see|notice|find))\b|\bwithout (?:the |a |any )?(?:real |true )?price\b"
    r"|看(?:着|起来|上去)?(?:像|只有|才)|(?:不|别|没)(?:会|要|让|能|人)*(?:被|让)?.{0,8}(?:看出|看穿|发现|查出|查到|查"
    r"|识破|察觉|怀疑|注意|起疑|露馅|认出)|(?:写|报|填|做|改|压|开|弄)(?:得|成|到)?(?:低|少|小)|低报|少报|瞒|藏|遮|盖(?:住|掉)|混过|蒙"
)
_CUSTOMS = r"\bcustoms\b|\btax(?:es)?\b|\bdut(?:y|ies)\b|\bborder\b|\bimport\w*\b|\binspect\w*\b|海关|税|报关|清关|申报|过关|查|入境|看出"
_IDS = (
    r"\b(?:ids?|id cards?|identit(?:y|ies)|passports?|id numbers?|quotas?|allowances?|accounts?)\b"
    r"|身份证|证件|实名|护照|额度|名额"
)
_OF_OTHERS = (
    r"\b(?:collect\w*|buy\w*|rent\w*|gather\w*|harvest\w*|borrow\w*|find\w*|round up|line up|get|use|using"
    r"|pool\w*)\b[^.!?]{0,40}\b(?:strangers?|students?|people'?s?|others?|friends|relatives|several|many"
    r"|lots|dozens?|\w*teen|ten|twenty|a bunch|a few|a pile|villagers|colleagues|names|fake|someone|somebody)\b"
    r"|\b(?:strangers?'?|students'?|other people'?s?|villagers'?|borrowed|rented|bought|fake)\b[^.!?]{0,16}"
    r"\b(?:ids?|id cards?|identit|passports?|names|quotas?|allowances?)\b"
    r"|(?:收|买|租|借|凑|搜集|收集|找|弄|搞|拉|用|刷)[^，。？！]{0,12}(?:陌生人|别人|路人|学生|村民|老乡|老人|亲戚|朋友|一批|多个|几个"
    r"|几十|一堆|大量|员工|网友|同学|其他人|假)|(?:陌生人|别人|路人|学生|村民|老人|网友|他人).{0,8}(?:身份证|证件|实名|额度)"
)
_STORY = (
    r"\b(?:stor(?:y|ies)|excuses?|reasons?|explanation|lie|tale|alibi|wording|pretext|cover story"
    r"|line|sounds? like|came (?:that|this) way|what (?:should|do|can|could) i (?:say|tell|write|claim)|claim|say|pretend|blame|pass (?:it|this|them) off)\b"
    r"|说辞|说法|理由|借口|故事|瞎话|谎|一套话|由头|怎么说|咋说|怎么讲|(?:怎么|咋|如何)(?:跟|和|对|同)[^，。]{0,6}(?:讲|说|解释)|才像|说成|赖|甩锅|推给|装作|当(?:成|作)?.{0,4}(?:质量|瑕疵)"
)
_SELF_MADE = (
    r"\b(?:i|my (?:dog|cat|kid|son|daughter|\w+))\b[^.!?]{0,24}\b(?:scratch\w*|drop\w*|spill\w*|snag\w*|tore|ripp?ed"
    r"|broke|burn\w*|stain\w*|dent\w*|damag\w*|ruin\w*|chew\w*|wash\w*|wore|cut|melted|crack\w*|smash\w*)\b"
    r"|\b(?:scam|trick (?:you|them)|fraudulent\w*|fake (?:a|the) (?:fault|defect|complaint)|nothing(?: is|'s)? wrong)\b"
    r"|说(?:成|包|它|是|鞋|表)?.{0,4}(?:坏|有问题)的?|假装.{0,4}(?:坏|有问题)|骗(?:个|到|取|你们|点|一笔)?.{0,4}(?:退款|钱|赔)|明明(?:没|是好)"
    r"|\b(?:self-?made|my own fault|my fault|wear and tear)\b"
    r"|(?:我|自己|孩子|狗|猫)[^，。？！]{0,10}(?:刮|划|摔|磕|撞|洗|烫|熨|勾|钩|弄|泼|撒|洒|染|撕|扯|咬|抓|剪|坐|踩|穿|用)"
    r"[^，。？！]{0,6}(?:坏|花|破|断|脏|缩|皱|掉|裂|了|的)"
)
_TAKE_BACK = (
    r"\b(?:return\w*|refund\w*|take it back|taken back|replac\w+|exchang\w+|warranty|defect\w*|fault(?!.{0,4}mine)"
    r"|quality|manufactur\w+|free repair|money back|new one|compensat\w+)\b|退|赔|换|质保|保修|质量|瑕疵|出厂|免费修"
)
_FAKES = (
    r"\b(?:fakes?|replicas?|counterfeits?|knock-?offs?|dupes?|superfakes?|copies|imitations?|aaa|mirror[ -]"
    r" (?:grade|quality)|look-?alikes?)\b|A货|a货|高仿|仿品|仿货|假货|假包|复刻|莆田|超A|原单|一比一|1:1|仿的|假的"
)
_TRADE = (
    r"\b(?:sell\w*|flip\w*|re-?sell\w*|list\w*|trad\w+|offload\w*|unload\w*|market\w*|ship\w*|pass\w*|stock"
    r"|import\w*|wholesale|business|margin|profit|with your|your (?:trace )?(?:card|code|box|tag|chip|label)s?)\b"
    r"|卖|出手|出货|进货|进点|批发|上架|挂(?:网|闲鱼|出)|当真的|充当|转手|配上|配你|用你们?|套你|贴你|赚"
)
_EXOTIC = r"\b(?:python|croc\w*|alligator|lizard|snakeskin|exotics?|skins?|cites|ivory|nil)\b|鳄鱼|蟒|蛇皮|蜥蜴|珍稀|象牙|CITES"
_NO_PAPERS = (
    r"\b(?:without|w/o|w/out|with no|no|skip\w*|avoid\w*|dodg\w*|bypass\w*|minus|lacking|around|not"
    r" declar\w+|undeclared)\b[^.!?]{0,24}\b(?:papers?|paperwork|permits?|cites|documents?|certificates?"
    r"|declar\w*|licen[cs]e|forms?)?\b|\b(?:past|through|by) (?:the )?(?:customs|airport|border|security|officers?)\b"
    r"|\b(?:sneak|smuggl|hide|conceal|slip)\w*\b|(?:不|没|无|免|绕|躲|逃|跳)(?:过|开|掉|带|用|办|要|有|申)*.{0,4}(?:证|文件|许可|申报|手续|CITES|报)"
    r"|偷偷|夹带|混过|藏|悄悄|蒙混"
)
_ACROSS = (
    r"\b(?:airport|customs|border|through|past|into|out of|home|abroad|fly\w*|plane|luggage|suitcase|carry|bring|get|take|send|ship)\b"
    r"|机场|海关|过关|带(?:进|回|出|入|过)|入境|出境|寄|回国|闯"
)
PROOFS = (
    r"\b(?:reports?|certificates?|appraisals?|letters?|papers?|results?|receipts?|statements?|findings?|verdicts?)\b"
    r"|报告|证书|证明|鉴定|检测|结论|单据|小票|票据"
)
_PAPERS = rf"{PROOFS}|\b(?:invoice|trace card|grading)s?\b|发票|凭证|溯源卡|保卡"
_MADE_TO_SAY = (
    r"\b(?:edit|alter|doctor|forge|photoshop|fake|falsify|fabricate|tamper|tweak|retouch|change)\w*\b"
    r"|(?:改|涂)(?:成|掉|一下|个|出)|\bPS?(?:图|一下|成|掉)|(?<![A-Za-z])PS?(?=一下|图|成|掉)|修图|伪造|造假|做假|编造|弄个假"
)
_HONEST_PAPERS = (
    r"\b(?:name|title|address|spelling|wrong|mistake|typo|correct|reissue|size|return|care|my email)\b"
    r"|抬头|写错|打错|地址|名字|开错|补开|退|换码|洗|尺码|刻"
)
_WORN = r"\b(?:worn|wore|used|unsealed|scuffed|stained|cut (?:off )?(?:the )?tag)\b|穿过|用过|背过|戴过|剪(?:了|掉)|拆(?:了|掉)|磨花|弄脏"
_PASSED_AS_NEW = (
    r"\b(?:pass|get (?:it )?(?:past|through)|fool|trick|slip (?:it )?(?:past|through)|look (?:like )?(?:new|unworn|unused)"
    r"|nobody (?:will )?notic|without (?:you|them|anyone) notic)\w*"
    r"|蒙混|混过|骗过|糊弄|看不出|瞒|当(?:成|作)?新的|装作没|过(?:得了)?(?:验收|质检|检验)|通过(?:验收|质检)"
)
_TRACED = r"\b(?:trace (?:card|code)s?|nfc|chips?)\b|追?溯源?(?:卡|码)|NFC|芯片"
_COPIED = r"\b(?:clon|replicat|counterfeit|imitat|forg)\w*\b|高仿|仿(?:造|制|做|冒)|复刻|克隆|复制"
_SCHEMES = (
    Scheme("boundary-authenticity/replica", _TRACED, _COPIED),
    Scheme("boundary-misuse/harm", _PAPERS, _MADE_TO_SAY, _HONEST_PAPERS),
    Scheme(
        "boundary-misuse/harm",
        _WORN,
        _PASSED_AS_NEW,
        r"\bpass(?:ed|es)? (?:it |this )?on\b|二手|转卖",
    ),
    Scheme(
        "boundary-customs/under-declare",
        _PRICE,
        rf"(?=.*(?:{_CUSTOMS}))(?:.*?)(?:{_LOOK_LESS})",
        r"\b(?:gift receipt|gift|present)\b.{0,40}\b(?:price|receipt)\b|礼物.{0,12}价格",
    ),
    Scheme("boundary-customs/other-quota", _IDS, _OF_OTHERS),
    Scheme("boundary-misuse/harm", _STORY, rf"(?=.*(?:{_TAKE_BACK}))(?:.*?)(?:{_SELF_MADE})"),
    Scheme(
        "boundary-authenticity/replica", _FAKES, _TRADE, r"\b(?:got|received|sold me)\b|退|赔|收到"
    ),
    Scheme("boundary-customs/evade", _EXOTIC, rf"(?=.*(?:{_ACROSS}))(?:.*?)(?:{_NO_PAPERS})"),
)


def scheme(reading: Reading) -> str | None:
    """The section that declines to help with a fraud, or None."""
    return planned(reading, _SCHEMES)


def planned(
    reading: Reading, schemes: tuple[Scheme, ...], wants: str = WANTS, honest: str = _ASKS_RULE
) -> str | None:
    """The section of the first scheme that is wanted and not only asked about, or None."""
    if not reading.says(wants) or reading.says(honest):
        return None
    found = (
        one.section
        for one in schemes
        if reading.says(one.of) and reading.says(one.so_that) and not reading.says(one.unless)
    )
    return next(found, None)
