# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Others: what somebody else bought, paid, reserved or lives by, whoever asks for it.

Told by three things together: a person who is not the asker, something of theirs that only they
may see, and the wish to learn it. A rule that is asked for somebody ('can my wife return it', 'what
must he spend to be Gold') is no such wish, nor is what many people do.
"""

from __future__ import annotations

from agents.recognisers.reading import Reading

_NEIGHBOUR, _STATUS = "boundary-others-data/neighbour", "boundary-orders/status"
_FAMILY, _AUTHORITY = "boundary-others-data/family", "boundary-others-data/authority"

_KIN = (
    r"(?:husband|hubby|wife|partner|spouse|fianc[eé]e?|boyfriend|girlfriend|bf|gf|ex|mother|mum|mom"
    r"|dad|father|sister|brother|son|daughter|aunt|uncle|cousin|niece|nephew|grand\w+|in-?laws?"
    r"|friend|bestie|mate|boss|manager|colleague|coworker|co-worker|secretary|assistant|neighbou?r"
    r"|roommate|flatmate|landlord|teacher|classmate|client|rival|nanny)"
)
_STRANGER = (
    r"(?:(?:lady|woman|man|gentleman|gent|guy|girl|bloke|chap|person|couple|client|customer|buyer"
    r"|shopper|guest|visitor|member|account ?holder|celebrity|actress|actor|singer|one)"
    r"(?= (?:in|with|who|whose|that|before|after|ahead|at|from|next|behind|just|on|ending|over"
    r"|whom|i|he|she)\b|'s\b))"
)
_WHO_EN = (
    rf"(?:\b(?:he|she|they)\b|\bmy (?:\w+[- ]){{0,2}}{_KIN}\b"
    rf"|\b(?:the|that|this|another|some) (?:\w+ ){{0,2}}{_STRANGER}"
    rf"|\b(?:the |your )?(?:previous|last|next|other|another) (?:client|customer|buyer|shopper|guest"
    rf"|visitor|lady|gentleman|appointment)\b|\b(?:somebody|someone|anyone|anybody) else\b"
    rf"|\b(?:mrs?|ms|miss|madame|dr)\.? (?-i:[A-Z])\w+"
    rf"|\b(?:phone|account|number|card|member(?:ship)?)\b.{{0,12}}\bending\b.{{0,8}}\d{{3,}})"
)
_DID = (  # acts whose outcome the shop knows
    r"(?:b(?:uy|ought)\b|order(?:ed)?\b|purchased?\b|sp(?:end|ent)\b|pa(?:y|id)\b|reserved?\b"
    r"|booked?\b|returned?\b|send back\b|sent back\b|tr(?:y|ied|ying) on\b|get\b|got\b"
    r"|ch(?:oo|o)se\b|chosen?\b|pick(?:ed)?\b|end(?:ed)? up\b|settled? (?:on|for)\b|went (?:for|with)\b"
    r"|go(?:ne)? (?:for|with|home with)\b|w(?:alked|alk|ent) (?:out|away|off|home) with\b"
    r"|le(?:ft|ave) with\b|t(?:ook|ake|aken) home\b|put (?:aside|on hold)\b)"
)
_THEIRS = (
    r"(?:(?:order|purchase|shopping|spending) (?:history|list|record)s?|(?:last |recent )?orders?"
    r"|purchases?|receipts?|bill|tab|total|basket|wish ?list|favou?rites|appointments?|bookings?|slot|tier"
    r"|(?:home |delivery |shipping |postal )?address|phone|mobile|number|e-?mail|birthday"
    r"|(?:ring |shoe |dress )?size (?:on file|in your)|parcels?|packages?|spend(?:ing)?|account)"
)
_ASKS_EN = r"\b(?:what(?:'s)?|which|how (?:much|many|often)|where|when|whether|if|who(?:m|se)?)\b"
_RULE_EN = (  # the rule is asked for, for somebody
    r"\b(?:(?:can|could|would|will)(?! you\b)|may|should|shall|must|might|need(?! to (?:know|check|see|find))|needs|has to|have to|had to"
    r"|supposed|allowed|able|entitled|eligible|dut(?:y|ies)|tax(?:es)?|customs|vat|instal\w+"
    r"|to (?:be|become|reach|get|keep|stay)|if (?:he|she|they) (?:order|buy|pay|return)s?"
    r"|usually|normally|most people|scan\w*|trace)\b"
)
_PRIES_EN = (
    rf"{_ASKS_EN}[^.!?;]{{0,40}}\b(?:did|has|have|had|does|was|were|is)(?:n't)? {_WHO_EN}"
    rf"[^.!?;]{{0,60}}\b{_DID}",
    rf"{_ASKS_EN}[^,.!?;]{{0,30}}(?:'s|'ve|'d)? ?{_WHO_EN}(?:'s|'ve|'d)?"
    rf"[^,.!?;]{{0,40}}\b(?:bought|ordered|purchased|spent|paid|reserved|booked|returned|chose"
    rf"|chosen|picked|ended up|settled on|walked out|went (?:for|home) with|left with|took home"
    rf"|tried on)\b",
    rf"(?:^|[.!?;,:] ?|\b(?:and|so|but|please|tell me|know) )(?:did|has|have) {_WHO_EN}"
    rf"[^.!?;]{{0,40}}\b(?:b(?:uy|ought)|order(?:ed)?|purchased?|shop|sp(?:end|ent)|pay|paid|reserved?|booked?"
    rf"|returned?|pick(?:ed)?|chosen?)\b",
    rf"\b(?:whether|if|does|do)\b[^.!?;,]{{0,4}} {_WHO_EN} (?:still |ever |also |often |really )?(?:books?|buys?"
    rf"|orders?|shops?|visits?|comes? (?:in|by|here))\b(?! (?:me|you|it|one|from (?:a|another))\b)",
    rf"\b(?:tell|show|give|read|send|list|look(?:ing)? up|check|peek at|pull up|find(?: out)?|share|reveal"
    rf"|confirm|see|know)\b[^.!?;]{{0,30}}{_WHO_EN}(?:'s)?[^.!?;]{{0,24}}\b{_THEIRS}\b",
    rf"\b(?:what(?:'s| is| was| are)|where(?:'s| is)|which(?: is)?|when(?:'s| is| was))\b"
    rf"[^.!?;]{{0,12}}\b(?:(?:his|her|their)\b|{_WHO_EN}'s)[^.!?;]{{0,16}}\b{_THEIRS}\b",
    rf"\bhow (?:big|large|high|much|long) (?:was|is|were)\b[^.!?;]{{0,6}}\b(?:(?:his|her|their)\b|{_WHO_EN}'s)"
    rf"[^.!?;]{{0,16}}\b{_THEIRS}\b",
    r"\b(?:whether|if)\b (?:mrs?|ms|miss|madame|dr)\.? (?-i:[A-Z])\w+ (?:already |still )?(?:has|owns|got|have)\b",
)

_KIN_ZH = (
    r"(?:老公|老婆|丈夫|妻子|先生(?=[^，。]{0,4}(?:买|订|花|在))|太太|爱人|对象|男友|女友|男朋友"
    r"|女朋友|未婚[夫妻]|前任|前夫|前妻|前男友|前女友|爸爸?|妈妈?|婆婆|公公|岳[父母]|儿子|女儿"
    r"|姐姐?|妹妹?|哥哥?|弟弟?|嫂子|闺蜜|朋友|兄弟|同事|老板|领导|上司|秘书|同学|室友|邻居|老师|客户"
    r"|情敌|小三|亲戚|表[姐妹哥弟]|堂[姐妹哥弟])"
)
_WHO_ZH = (
    rf"(?:[他她](?!们家|们店)|(?<!我和)(?<!跟)(?<!送)(?<!给){_KIN_ZH}"
    r"|(?:那|这|某|哪|另|前一?|上一?|后一?|下一?|刚才|刚刚|隔壁|旁边|前面|对面|别的?|其他)[^，。？！]{0,10}?"
    r"(?:客人|客户|顾客|会员|用户|女士|先生|小姐姐?|太太|大姐|阿姨|大哥|帅哥|美女|大叔|大妈|老先生|老太太|小伙子?|姑娘|女生|男生|女的|男的|女孩"
    r"|男孩|明星|演员|人(?!民|工|均|家一般))"
    r"|别人|人家(?!都)|某人|[赵钱孙李周吴郑王冯陈沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘范彭方任袁柳史唐罗"
    r"毕郝邵汪毛狄贝成戴宋庞熊纪舒屈项祝董梁杜阮蓝席季贾江童郭林钟徐邱高夏蔡田胡凌霍万柯卢莫房解应丁邓单洪包左"
    r"石崔吉龚程陆荣翁段侯班秋伊宁甘武刘景叶黎白蒲卓乔温庄柴瞿阎慕连艾易廖曾文聂曹关游黄][一-龥]{0,2}"
    r"(?:女士|先生|小姐|太太|总(?=[^价]))"
    r"|(?:尾号|末尾|结尾|手机尾号|卡号|手机号|会员号|末四位|后四位)[^，。？！]{0,4}\d{3,}[^，。？！]{0,8}?"
    r"(?:会员|客人|客户|顾客|用户|账[户号]|机主|主人|那位|那个|的号|的人))"
)
_DONE_ZH = (
    r"(?:(?:[买订拿选挑付花刷试退定约]|下单|消费|预约|预订|收藏|挑中|看中|选中|相中|入手|拿下|提货|下)(?:了|过|走|的是|下|完)"
    r"|在你?们?(?:家|这|店)?.{0,4}(?:买|花|消费|订)(?:了|过|的))"
)
_THEIRS_ZH = (
    r"(?:地址|住址|电话|手机号|订单|消费(?:额|记录|金额|多少)|购买记录|购物记录|购物车|收藏|心愿单"
    r"|等级|积分|预约|生日(?:是|哪|几)|尺码记录|身份证|邮箱|账单|买(?:了|过)(?:些|点)?(?:什么|啥|哪|多少|几))"
)
_ASKS_ZH = r"(?:什么|啥|哪|多少|几[件个只双条枚万千次]|没有?[?？呀啊]*$|是不是|有没有|吗|些)"
_WANTS_ZH = r"(?:查|看看|看一?[下眼]|告诉|说[说下给]|报|念|透露|发我|给我|调|翻|列|打听|想知道|悄悄|偷偷|到底|多少|什么|啥|哪)"
_RULE_ZH = (  # 她想买, 能不能退, 一般人
    r"(?:能不能|可不可以|可以[退换用]|能[退换用]|应该|适合|合适|推荐|想[买要送选挑]|要买什么|该[买选挑]|一般|通常|大家|大多|多数"
    r"|怎么[洗退换办保养]|要[交缴]多少|税|运费|分期|算[不是什]|才能|够不够|是什么卡|升(?:级|到|金|银|黑)"
    r"|扫(?:码|了|描)|溯源|是不?是[真假]|退了?[，,]|送(?:了)?我的?.{0,12}(?:怎么|能|可以|是什么)|我(?:自己)?(?:买|订|下单)(?:了|的))"
)
_PRIES_ZH = (
    rf"{_WHO_ZH}[^。？！]{{0,12}}(?:挑|看|选|相)中(?:的是|了)?(?:什么|啥|哪)",
    rf"{_WHO_ZH}[^，。？！]{{0,16}}(?:有没有|是不是|有无)[^，。？！]{{0,8}}(?:买|订|下单|消费|退过|约)",
    rf"{_WHO_ZH}[^，。？！]{{0,14}}(?:[买订选拿退试入收]到?|收藏|预约)的(?:是|都是)?(?:什么|啥|哪|谁|几)",
    rf"{_WHO_ZH}[^，。？！]{{0,14}}(?:给|替|帮|寄给)谁(?:买|订|寄|送|选|的)",
    rf"{_WHO_ZH}[^，。？！]{{0,20}}{_DONE_ZH}[^，。？！]{{0,10}}{_ASKS_ZH}",
    rf"{_WANTS_ZH}[^。？！]{{0,12}}{_WHO_ZH}[^，。？！]{{0,16}}{_THEIRS_ZH}",
    rf"{_WHO_ZH}的?[^，。？！]{{0,8}}{_THEIRS_ZH}.{{0,10}}{_WANTS_ZH}",
)

_OWN_ORDER = (
    r"\b(?:my|the|this) (?:\w+ ){0,2}(?:order|parcel|package|shipment|delivery)\b"
    r"|\b(?:what|the \w+(?: \w+)?|thing|stuff|order|it) (?:that )?i (?:ordered|bought|paid for|placed)\b"
    r"|\border #?\d{3,}|\bi (?:ordered|paid|placed (?:an|my) order|checked out)\b"
    r"|\bi (?:sent|posted|shipped) (?:\w+ ){0,3}back\b|订单|包裹|快递|(?:那|这|我的?|下的|拍的|付款?的)[一二两三这那几]*(?:个|笔|张)?单|下的单|我[^，。？！]{0,6}寄回(?:去|来)?(?:了|的|那)|我(?:买|订|拍|付款)(?:了?的)"
    r"|(?:(?:昨|前|今)[天晚早]|上(?:周|个?月|星期)|大前天|刚).{0,8}(?:买|订|下单|付款|付|拍|下)(?:了|的)"
)
_STATE = (
    r"\b(?:has|have|did|is|was|whether|if|see|check)\b[^.!?;]{0,60}"
    r"\b(?:shipped|dispatched|sent|left|gone out|go out|leave|sitting|on its way|on the way|arrived|moved|moving"
    r"|packed|processed|out for delivery|handed to|inspected|checked|examined)\b[^.!?;]{0,40}"
    r"(?:\byet\b|\balready\b|\bnow\b|\bor not\b|\bout\b|\bwarehouse\b|\bcourier\b|\?|$)"
    r"|\b(?:any (?:news|update|movement)|what(?:'s| is) (?:the )?(?:status|happening)|status)\b"
    r"|(?:发(?:货|出|走|出来|出去)?|寄(?:出|走|了)?|出库|打包|揽收|到|验(?:完|收|好|过)?)(?:来|去)?了?(?:没有?|吗|么|不)"
    r"|(?:还没|有没有|是不是)(?:已经)?.{0,4}(?:发|寄|出库|送到|揽|打包|动)|到哪(?:儿|里|一步|了)?|什么状态|什么进度|走到哪"
)
_RULE_OF_STATE = (
    r"\bhow (?:long|soon|fast|many|much|do|does|is|are)\b|\b(?:free|insured|fee|cost|signature)\b"
    r"|\bif i (?:order|pay|buy)\b|\bbefore \d|\bfrom where\b|\bcan (?:i|you|my)\b(?! (?:see|check|tell"
    r"|look))|\bcancel|\brefund|\breturn\w*|\bwrong\b|\bdamaged\b|\bexchange|\b(?:sent|ship(?:ped)?) (?:from|to)\b|\bvat\b|\bcustoms\b|\b(?:his|her|their)\b"
    r"|\bnever\b|多久|几天|几点|多少|如果|要是|运费|退|换|取消|改地址|怎么算|能不能|从|香港|巴黎|查得到|他|她|友|一般|通常|坏|破|少了|错|没收到"
)

_ACTS_FOR = (  # whoever speaks for another is not that other
    r"\b(?:i'?m|i am|it'?s|this is|speaking|calling|writing|here) (?:\w+[, ]+){0,4}(?:assistant|pa|secretary|driver|butler|agent"
    r"|accountant|manager|stylist|concierge|housekeeper|nanny|lawyer|helper|executor) (?:to|of|for|at)\b"
    r"|\bas (?:her|his|their|(?:mrs?|ms|miss)\.? \w+'s) (?:\w+ )?(?:carer|assistant|pa|guardian|secretary|agent|daughter|son|nurse)\b"
    r"|\b(?:on behalf of|acting for|i (?:work for|assist|represent|look after|run errands for|speak for|manage|handle|keep the books for|do the books for))\b"
    r"|\b(?:s?he|they|my (?:boss|employer|principal)|mrs?\.? \w+|ms\.? \w+) (?:\w+ )?(?:told|asked|wants|instructed|authori[sz]ed|sent) me to"
    r" (?:check|find out|ask|look|see|get|confirm)\b"
    r"|(?:帮|替|代)(?:他|她|老板|太太|先生|女士)(?:来)?(?:问|查|看看|确认)"
    r"|(?:我是|这里是|我这边是).{0,10}的?(?:助理|秘书|司机|管家|经纪人|律师|会计|代理人|保姆|(?:形象|私人)顾问|造型师|搭配师)|代表(?:我们?)?.{0,6}(?:太太|女士|先生|老板|总|小姐)"
    r"|(?:太太|女士|先生|老板|[一-龥]总|小姐|他|她|老爷子|老人家)(?:让|叫|托|派|委托|授权)我(?:来|帮)?(?:查|问|看|核|了解)"
)
_ON_FILE = (  # what only the one it belongs to may see
    r"\b(?:tier|level|status|card) (?:is )?(?:s?he|they)(?:'s|'re| is| are| has| have)?\b"
    r"|\b(?:what|which|how (?:much|many|far)|when|where)\b[^.?!]{0,30}\b(?:s?he|they|(?:mrs?|ms|miss)\.? \w+)(?:'s|'ve| has| have| had)? (?:\w+ )?(?:b(?:uy|ought)"
    r"|order\w*|sp(?:end|ent)|pa(?:y|id)|owns?|reserved|booked|returned|has? left|purchas\w+)\b"
    r"|\b(?:has|was|is|were|have) (?:her|his|their) \w+ (?:been )?(?:already )?(?:paid|shipped|sent|ordered|delivered|reserved|booked)\b"
    r"|\b(?:her|his|their) (?:\w+ ){0,2}(?:tier|status|points|orders?|purchases?|spend\w*|balance|credit|wish ?list|address"
    r"|history|profile|appointments?|bookings?|account|sizes? on file)\b"
    r"|(?:他|她|太太|先生|女士|老板|总|小姐)[^，。？！]{0,10}(?:等级|什么卡|几级|买过|买了|花了|消费|订单|买的.{0,8}(?:哪天|哪一?天|几号|什么时候|多少钱|哪款|什么款)|积分|余额|储值|预约|地址|记录|差多少)"
)
_ERRAND = (  # what anybody may do for another
    r"\b(?:pick(?:ing)? ?up|collect\w*|sign for|pay for|return\w*|exchange|deliver\w*|gift|insur\w*|declar\w*|invoice)\b"
    r"|取件|取货|提货|代收|签收|代付|退|换|送货|发票|礼物|报关"
)


def others_data(reading: Reading) -> str | None:
    """The section that keeps what is somebody else's, or None."""
    if reading.says(_ACTS_FOR) and reading.says(_ON_FILE) and not reading.says(_ERRAND):
        return _AUTHORITY
    if _asks(reading, _PRIES_EN, _RULE_EN) or _asks(reading, _PRIES_ZH, _RULE_ZH):
        return _FAMILY if reading.says(_KIN_ZH + rf"|\bmy (?:\w+ ){{0,2}}{_KIN}\b") else _NEIGHBOUR
    return None


def _asks(reading: Reading, pries: tuple[str, ...], rule: str) -> bool:
    return any(map(reading.says, pries)) and not reading.says(rule)


def own_order(reading: Reading) -> str | None:
    """Where her own order stands, which cannot be seen here: 'has it left yet', '发货了没'."""
    asks = reading.says(_OWN_ORDER) and reading.says(_STATE)
    return _STATUS if asks and not reading.says(_RULE_OF_STATE) else None
