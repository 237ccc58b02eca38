# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Pretences: another world, another role or an office that nobody can check, by which the house's
rules are to give way; and questions for what the advisor was told.

Each is told by its parts, in any order: who commands or what is made believe, and what is then
wanted. Naming an office alone ('my husband is a director, which bag for him') asks for nothing.
"""

from __future__ import annotations

from agents.recognisers.reading import Reading

_ROLE_PLAY, _JAILBREAK = "boundary-instructions/role-play", "boundary-instructions/jailbreak"
_PROMPT, _COMMIT = "boundary-instructions/prompt", "boundary-discounts/commit"
_UPGRADE, _STAFF_PRICE = "boundary-actions/upgrade", "boundary-discounts/staff-price"

_MAKE_BELIEVE = (
    r"\b(?:pretend(?:ing)?|make.?believe|role-?play|let'?s (?:play|imagine|act|pretend))\b"
    r"|\bimagine (?:that )?(?:you|we|the (?:year|house|brand|shop|rules|world|company|store)|it'?s)\b"
    r"|\byou(?:'re| are) playing (?:a|an|the|my)\b|\bact as (?:if|though|a|an|the)\b|\bfrom now on you\b|\byou(?:'re| are) now (?:a|an|the)\b"
    r"|\b(?:year is|it'?s (?:now )?(?:the year )?|in the year|welcome to) (?:20[3-9]\d|2[1-9]\d\d|3\d{3})\b"
    r"|\b20[3-9]\d\b.{0,24}\b(?:clerk|assistant|bot|ambre|advisor|museum|archive|you)\b"
    r"|假装|假设(?:你|现在|今天|已经|我们|公司|品牌|这里|世界)|设想(?:你|现在|一下)|想象(?:你|现在|一下你|自己)|扮演|角色扮演"
    r"|就当(?:你|现在|是在|公司|今天)|你现在(?:就)?是|穿越|(?:公元|现在是|今年是|到了|如今是|已是)\s*(?:20[3-9]\d|2[1-9]\d\d|\d{2,3}年后)"
)
_HONEST_GAME = (
    r"\b(?:party|costume|theatre|wedding|play ?date|halloween|school play|don'?t pretend"
    r"|pretend(?:ed)? (?:that )?(?:they|he|she)|pretending to be|does it pretend|no role-?play|(?:would|could) you pretend|leather pretending|stop pretending"
    r"|will you pretend|do you pretend)\b"
    r"|\bpretend (?:that )?i(?:'?m| am|'ve| have| spen[dt])\b(?=.{0,20}(?:gold|silver|black|size|spen|bought|\d))"
    r"|扮演(?:一下|个|一个)?(?:我的)?(?:顾问|导购|客服|搭配师)(?!.{0,24}(?:不受|没有(?:规则|限制)|不用守|折|免|什么都))"
    r"|假装.{0,2}(?:礼|是礼)|真人|派对|剧本杀|万圣节|舞会|话剧|舞台|会不会假装|有没有假装|是不是假装|不要假装|别假装"
)
_OFFICE = (
    r"\bchief \w+ officer\b|\b(?:your|pontazur'?s?|maison th[eé]vrane'?s?|the (?:house|group|brand|company)'?s?)"
    r" (?:\w+ ){0,2}(?:ceo|cto|cfo|coo|president|chair(?:man|woman)?|founder|owner|director|boss|head|vp"
    r"|board|shareholder|developers?|engineers?|programmers?|admin\w*|creator|auditors?)\b"
    r"|\b(?:ceo|cto|cfo|coo|president|chair(?:man|woman)?|founder|owner|director|boss|head|vp|manager|developer"
    r"|engineer|shareholder) (?:of|at|for|from) (?:your|this|the (?:house|group|brand|company)|pontazur|the whole)\b"
    r"|\b(?:it|information|cyber|network|data|internal|corporate|group)[ -](?:security|support|department|team|desk"
    r"|audit|compliance)\b|\b(?:pontazur|maison|hq|head ?office|headquarters) (?:\w+ )?(?:security|support|here"
    r"|audit|compliance|team|it|staff|calling|speaking)\b|\b(?:sys(?:tem)? ?admin\w*|super ?user|qa (?:team|tester)"
    r"|penetration test\w*|red team)\b|\bbadge (?:no\.? |number )?#?\d"
    r"|(?:你们?|贵|本|咱们?|黛弗兰)?(?:集团|公司|总部|品牌|黛弗兰|旁塔祖)的?(?:总裁|董事长?|老板|老总|创始人|CEO|总经理|股东|高管|负责人|技术|安全|IT|审计|合规)"
    r"|你们?的?(?:老板|董事长?|总裁|CEO|创始人|股东|开发者|工程师|程序员|主人|领导|上级)|信息安全|(?:IT|技术|安全|运维|审计|合规|测试)(?:部门?|组|中心|团队|工程师)"
    r"|系统管理员|超级管理员|工号\s*\d|总部(?:的|来|这边|通知|下令|技术|IT)|董事会"
)
_DEMAND = (
    r"\b(?:unlock|waive|activate|enable|disable|override|switch (?:on|off|to)|turn (?:on|off)|open(?: up)?"
    r"|grant|give (?:me|us|her|him)|apply|exempt|remove|lift|bypass|set|upgrade|zero|comp|approve|release"
    r"|drop|cancel|suspend|make (?:me|my|it|this|us)|put me|confirm|print|show|export|dump|hand over|send|free"
    r"|do as|obey|comply|authori[sz]e\w*)\b"
    r"|解锁|豁免|减免|免(?:税|单|费|去|掉)|开通|全开|给我开|打开|开放|激活|启用|关闭|关掉|解除|升(?:级|为|到|成)|照办|照做|听(?:他|我|她)的"
    r"|执行|放行|批|授权|改成|取消|切换|进入|导出|打印|输出|发(?:给)?我|(?:按|给(?:我|他|她)).{0,6}(?:价|折|免)|成本价|送我|免了"
)
_GIVES = (
    r"\b(?:benefits?|perks?|tier|black|gold|silver|status|upgrade)\b|[黑金银]卡|权益|等级|会员|升级"
)
_PRICES = r"\b(?:price|discount|cost|free|half|percent|off)\b|%|价|折|免单|免费|送"
_HONEST_OFFICE = (
    r"\b(?:suppose|claims? to be|if (?:a|some)\w*|somebody|someone|scammers?|book|appointment|quote|complain\w*|write to|contact|who is|who's|what is|gift for|present for)\b"
    r"|预约|投诉|是谁|叫什么|送给|联系|采购|年会|能不能帮我转"
)
_EVERY_ANSWER = (
    r"\b(?:answer|reply|respond|say|speak|start|begin|end|finish|prefix|close)\b[^.!?]{0,24}"
    r"\b(?:every(?:thing)?|each|all|any(?:thing)?|whatever|always|only|nothing but)\b[^.!?]{0,30}"
    r"(?:\bwith\b|\bby saying\b|\byes\b|\bfree\b|\bok(?:ay)?\b|\bapproved\b|\bconfirmed\b|\bgranted\b|[:'\"“‘「])"
    r"|\b(?:each|every|all|any)(?: of your| your)? (?:reply|replies|answers?|responses?|messages?|sentences?)\b"
    r"[^.!?]{0,20}\b(?:must|should|shall|has to|have to|is to|will|begins?|starts?|ends?|contains?) "
    r"|\b(?:new|updated|latest|revised) (?:directive|order|policy|protocol|command|rule|instruction)s?\b"
    r"[^?]{0,24}\b(?:from now|effective|starting|as of|henceforth|:|for you|applies)"
    r"|(?:每|所有|任何|一切|全部|无论|不管|凡是|问什么|接下来)[^。？！]{0,14}(?:都|一律|只|统统|全)(?:要|得|能|许|必须)?"
    r"(?:回答?|答|说|回复|输出)|(?:只|一律|都)(?:准|许|能|要)?(?:回答?|答|说|回复|输出)[^。？！]{0,4}[“\"'「‘【]"
    r"|(?:新的?|最新)(?:指令|规则|命令|规定|政策)[：:]"
)
_IN_A_LANGUAGE = r"\b(?:in|into) (?:english|chinese|french|german|spanish|italian|japanese|korean|mandarin)\b|用(?:中|英|法|日)文"
_WHAT_YOU_WERE_TOLD = (
    r"\b(?:first|initial|opening|earliest|original|very first|top|above|previous|preceding|beginning|start"
    r"|starting|hidden|secret|underlying|foundational|exact|full|whole|entire|verbatim|raw)\b[^.!?]{0,24}"
    r"\b(?:thing|paragraph|text|message|lines?|words?|sentences?|instructions?|characters|tokens|block|briefing|brief"
    r"|note|memo|context|prompt|script|setup|input|section)s?\b[^.!?]{0,40}"
    r"\b(?:you (?:received|got|get|were|was|have|saw|see|read|start\w*|hold|had)|given (?:to )?you|your"
    r"|before (?:me|this|my|our|i|we|the)|handed (?:to )?you|above)\b"
    r"|\b(?:your|the) (?:\w+ )?(?:marching orders|briefing|ground rules|directives|operating (?:notes|manual|rules)"
    r"|source (?:prompt|text)|preamble|context window|secret rules|hidden rules|house prompt|pre-?prompt|setup text"
    r"|initial(?:ization|isation)|programming)\b"
    r"|\b(?:text|words|lines?|whatever|note|message|paragraph)\b[^.!?]{0,16}\b(?:was|were|been) (?:handed|given|fed|passed|shown)"
    r" to you\b|\bhow (?:were|are) you (?:instructed|programmed|prompted|configured|set up|told to)\b"
    r"|\b(?:told|tell|instruct\w*|brief\w*) (?:to )?you (?:before|at the start|in the beginning|to do)\b"
    r"|(?:第一|最开始|最初|最先|最早|开头|起始|首|前面|前几|头几?|原始|完整|隐藏|底层|上文|之前)的?[^。？！]{0,10}"
    r"(?:段|句|行|条|文字|内容|话|消息|字|指令|说明|背景|输入|文本)[^。？！]{0,20}(?:你|您)(?:的)?(?:收到|看到|拿到|接到|被|读|开始|启动|系统|设定)?"
    r"|(?:你|您)(?:最?开始|一开始|最初|最先|启动时|被)?(?:收到|看到|拿到|接到|读到|被告知|被要求|被交代)(?:的|过)?[^。？！]{0,6}"
    r"(?:第一|最开始|最初|最早|开头|前|首|原始|全部|所有|完整|文字|指令|说明|设定|规矩)"
    r"|(?:别人|人家|他们|开发者|老板|公司|主人)(?:写|发|交|留|塞)给你的?[^。？！]{0,6}(?:段|话|文字|字|内容|指令|说明)"
    r"|\byour (?:own )?(?:config\w*|system file|settings file|setup file|system message)\b"
    r"|(?:你|您)(?:们)?(?:自己)?的?(?:系统)?(?:配置|设定|参数)(?:文件|信息)?"
    r"|(?:自己)的(?:系统)?(?:配置|设定)(?:文件|信息)?"
    r"|(?:谁|怎么|如何)(?:给|对)?你(?:下|写|设|定|编)(?:的|了)?(?:指令|设定|规矩|规则|程序)"
)
_MODE = (
    r"\b(?:developer|debug|admin\w*|god|maintenance|sudo|root|jailbreak|dan|test|unrestricted|super ?user)[ -]?mode\b"
    r"|(?:开发者?|调试|管理员?|上帝|超级(?:用户)?|测试|无限制|越狱|维护|最高权限|特权)模式"
)
_SAY_IT = (
    r"\b(?:give|send|print|paste|repeat|show|read|write|encode|translate|output|recite|quote|spell|share|tell"
    r"|copy|type|summari[sz]e|list|what|dump|echo|put|convert|render|paraphrase|describe)\b|base64|rot13|\bhex\b"
    r"|发|给|念|写|贴|输出|打印|重复|复述|翻译|编码|告诉|说|列|背|抄|展示|总结|什么|概括|拼音"
)
_MINE = (
    r"\bmy (?:first|previous|last|original|earlier) |\bi (?:sent|wrote|said)\b|我(?:发|说|写|问)(?:的|过)|溯源|链条"
    r"|\b(?:care|wash|trace|label|warranty|return) instructions?\b|\btrace (?:card|code)\b|\byour (?:guarantee|warranty|policy)\b"
)
_SET_UP = (  # what the advisor was set up with, by any name
    r"\b(?:text|words?|lines?|sentences?|paragraphs?|notes?|script|document|file|wording|message|blurb|page|passage"
    r"|stuff|sheet|whatever|what|thing)\b[^.!?]{0,24}\byou (?:were|are|got|have been|run|work)(?: \w+)? (?:set.?up|configured"
    r"|programmed|primed|loaded|initiali[sz]ed|booted|briefed|fed|seeded|started|deployed|wired)\b"
    r"|\byour (?:(?:own|whole|full|entire|exact|original|initial|secret) )*(?:set-?up|settings|configuration|programming"
    r"|prompt|briefing|system text|back ?end|internals|inner (?:text|workings)|instructions(?! (?:on|for|about|say)))\b"
    r"|(?:后台|背后|系统|初始|出厂|底层|开场|内置|幕后)(?:的|那|这|里)?(?:段|份|套|篇|些|堆|条|句)?(?:的)?[^，。？！]{0,2}"
    r"(?:设定|指令|提示|原文|配置)|(?:后台|背后|底层|内置|幕后)[^，。？！]{0,2}[那这](?:段|份|套|篇|些|堆|条|句)"
    r"|(?<!人物)(?<!角色)设定(?:里|中|的|上)?面?的?(?:第[一二三四五六七八九十\d]+|前|最后|开头|原文|全文|那|每|逐)"
    r"|(?:不给|给|让我?|要)看(?:一?下)?(?:你的?)?设定|设定[^，。？！]{0,4}(?:原文|贴|念|背)"
    r"|(?:老板|公司|主人|开发者?|他们|上面|程序员)(?:叫|让|要求|嘱咐|交代|规定|命令|不让|不许)你"
    r"|(?:喂|塞|写|输|灌|交代|嘱咐)给?你的(?:那|这)(?:段|份|套|篇|些|堆|几)"
)
_WORD_BY_WORD = (
    r"\b(?:quot\w+|past\w+|verbatim|word.for.word|exact\w*|cop\w+|sentences?|lines?|paragraphs?|aloud|recit\w+|spit"
    r"|cough|dump|print|show|send|share|reveal|type|screenshot|read|list|spill)\b"
    r"|原[文话样]|逐[字句条]|一字不|全文|发(?:我|来|出|给)|贴|念|抄|背(?!后|包)|读|写(?:的|了)?(?:啥|什么|些)|说(?:的|了)?(?:啥|什么)"
    r"|是(?:啥|什么)|给我看|交出|亮出|吐出|掏出|第[一二三四五六七八九十\d]+"
)
_OF_OUR_TRADE = (  # 'how is your setup in the salon', '保养说明第三条'
    r"\b(?:salon|shop|store|boutique|table|payments?|deliver\w*|returns?|care|wash\w*|label|watch|account|size|order"
    r"|privacy|cookies?|phone|app)\b|门店|店里|手表|腕表|洗|退货|尺码|会员|订单|隐私|保养"
)
_ANOTHER_SELF = (
    r"(?:就|先|暂时)?(?:当|装作|想成|看成|当作)(?:你)?自己(?:就)?是|把(?:你)?自己(?:当|想象|看)(?:成|作)"
    r"|(?:黑客|越狱|无限制|暗黑|黑化|邪恶|自由|地下|无审查|野生|叛逆|解放)版(?:本)?的?(?:琥珀|你|AI|顾问|助手|客服)"
    r"|\b(?:hacker|evil|dark|jailbroken|uncensored|unfiltered|rogue|shadow|underground|naughty|lawless)[- ]"
    r"(?:version of |edition of |mode )?(?:ambre|you(?:rself)?|advis[oe]r)\b|\bversion of (?:you|yourself|ambre) (?:that|who"
    r"|with|without)\b"
)
_CLAIMS_HUMAN = (
    r"(?:承认|说|讲|声称|宣布|保证|发誓|回答|告诉我|改口)[^，。？！]{0,4}(?:你|自己)(?:就|其实|真的)?是(?:一?个)?(?:真|活)?人(?!工)"
    r"|\b(?:say|swear|admit|tell me|claim|confirm|insist|act|answer|promise|confess)\b[^.!?]{0,24}\byou(?:'re|r| are)\b[^.!?]{0,12}"
    r"\b(?:human|a (?:real )?person|real|alive|flesh)\b"
    r"|(?:^|[.,;:!?] ?|\b(?:and|then|please|just|now|you'll|you will|you must|you should) )(?:be|become|play|act as|act like|pose as"
    r"|speak as|answer as|reply as|sign as|sign (?:\w+ ){1,4}as|call yourself)\b(?! (?:helped|served|transferred|connected|put|with|by|able))[^.!?]{0,40}"
    r"\b(?:human|a (?:real |living )?(?:person|woman|man)|flesh and blood)\b"
)
_RULES_ASIDE = (
    r"(?:别管|不用管|甭管|先不管|抛开|撇开|别理|不理|忘了|忘掉|放下|去他的|管他)[^，。？！]{0,8}(?:规定|规则|规矩|公司|条款|政策|制度)"
    r"|听我的|照我说的|按我说的|\b(?:never mind|forget|screw|to hell with|set aside|put aside|who cares about) (?:\w+ ){0,2}"
    r"(?:rules?|polic\w+|guidelines?|regulations?|company)\b|\b(?:do|say) (?:as|what) i (?:say|tell)\b|\blisten to me\b"
    r"|(?:不要|别|不用|不许|不准|去掉|拿掉|取消|删掉?|隐藏|关掉|省掉|摘掉|抹掉)(?:再)?[^，。？！]{0,6}(?:AI|人工智能|机器|软件)"
    r"|\b(?:drop|remove|hide|omit|skip|lose|ditch|leave (?:out|off)|turn off|take off|don'?t|without|stop|no)\b[^.!?]{0,24}\bai\b"
    r"|\b(?:be|as|play|called|named) ['\"“‘]|\b(?:become|play|act as|act like|pose as|call yourself|be an? (?:human|person))\b"
)
_DICTATED = (
    r"(?:^|[.,;:!?] ?|\b(?:please|just|now|then|you|to) )(?:type|write|say|repeat|post|reply|answer|print|state|output|send|put)\b"
    r"[^'\"“‘]{0,24}(?<![A-Za-z])['\"“‘][^'\"”’]{6,}"
    r"|(?<![里上面])(?:打|写(?![着的了明])|说(?![着的是明])|发|回|回复|输出|念|复述|敲)(?:一?[句遍段行])?[^，。？！“\"'「]{0,6}[“\"'「『][^”\"'」』]{4,}"
)
_AS_PROOF = (
    r"\bscreen-?(?:shot|grab|cap)\w*|\b(?:as|for) (?:my )?(?:proof|evidence|records?)\b|\bhold you to\b|\bguaranteed?\b"
    r"|\bofficial(?:ly)?\b|\bin writing\b|\b(?:lawyer|court|solicitor)\b|律师|法院|截图|截个?屏|截下来|留证|存证|凭证|凭据|作证|为证|证据|录屏|白纸黑字"
)
_ON_A_CARD = r"对吗|真的吗|是真|什么意思|是不是|\btrue\b|\bright\?|\bis that\b|\bmean\b|\b(?:gift|card|engrav\w*|note|label|tag)\b|贺卡|卡片|刻|礼"


def pretence(reading: Reading) -> str | None:
    """The section that declines a pretence, a command or a question for the prompt, or None."""
    if reading.says(_MAKE_BELIEVE) and not reading.says(_HONEST_GAME):
        return _ROLE_PLAY
    if reading.says(_WHAT_YOU_WERE_TOLD) and reading.says(_SAY_IT) and not reading.says(_MINE):
        return _PROMPT
    if reading.says(_EVERY_ANSWER) and not reading.says(_IN_A_LANGUAGE):
        return _JAILBREAK
    return _commanded(reading) if reading.says(_MODE) else _by_office(reading)


def plain_pretence(reading: Reading) -> str | None:
    """What is declined even where a threat or a wish for a person stands beside it, or None: the
    advisor's own text wanted word by word, a self without rules, a promise dictated, a claim to be human.
    """
    if reading.says(_SET_UP) and reading.says(_WORD_BY_WORD) and not reading.says(_OF_OUR_TRADE):
        return _PROMPT
    if reading.says(_ANOTHER_SELF):
        return _ROLE_PLAY
    if reading.says(_DICTATED) and reading.says(_AS_PROOF) and not reading.says(_ON_A_CARD):
        return _COMMIT
    claims = reading.says(_CLAIMS_HUMAN) and reading.says(_RULES_ASIDE)
    return _ROLE_PLAY if claims and not reading.says(_ASKED_WHETHER) else None


_ASKED_WHETHER = r"\bare you\b|\bdo you\b|是不是|会不会|吗[？?]?$|为什么|\bwhy\b"


def _by_office(reading: Reading) -> str | None:
    """'IT security here, waive the tax': nobody is told apart by what they say of themselves."""
    commands = reading.says(_OFFICE) and reading.says(_DEMAND)
    if not commands or reading.says(_HONEST_OFFICE):
        return None
    return _commanded(reading)


def _commanded(reading: Reading) -> str:
    """What of the house's is to be given away."""
    if reading.says(_GIVES):
        return _UPGRADE
    return _STAFF_PRICE if reading.says(_PRICES) else _JAILBREAK
