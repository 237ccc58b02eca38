# ruff: noqa: E501  # word lists are cut where they end; a Chinese letter counts twice
"""Elsewhere: what has nothing to do with the house, though a place, a figure or an animal in it
looks as if it had.
"""

from __future__ import annotations

from dataclasses import dataclass

from agents.recognisers.reading import Reading

_OURS = (  # a word of the trade: then it is about a piece, however it begins
    r"\b(?:bags?|totes?|shoes?|loafers?|heels?|dress(?:es)?|rings?|neckl\w+|watch(?:es)?|knit\w*|jumper|sweater"
    r"|cashmere|leather|silk|suede|pearls?|gold|silver|diamonds?|strap|sunglasses|piece|order|parcel|deliver\w*"
    r"|ship\w*|salon|store|boutique|return\w*|exchang\w*|customs|tax|dut(?:y|ies)|wear|pack|gift|present|stain\w*"
    r"|spill\w*|spot|clean\w*|wash\w*|care|size|trace|warranty|repair\w*|buy|purchase|tier|member\w*|label|outfit"
    r"|match|pair|colou?r|engrav\w*|your|garnet|you (?:take|accept|stock|carry)|accept\w*|scann?\w*|real life|checkout)\b"
    r"|包|鞋|裙|戒|项链|表(?!演|示|达|白|扬)|羊绒|毛衣|皮|丝|麂|珍珠|金|银|钻|带(?!路|我去|孩子去|娃)|墨镜|件|订单|包裹|寄|送|发货|门店|沙龙|退|换"
    r"|海关|税|穿|背|戴|搭|礼物|污|渍|沾|洒|弄脏|洗|保养|养护|尺码|溯源|保修|修|买|会员|标|颜色|刻|配|收纳|卡|你们|你家|运输|布料|贵宾|羊|收比特"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """`section` declines it; it is told by `by`, unless the message is about a piece."""

    section: str
    by: str
    unless: str = _OURS


_PLACES_TO_SEE = (
    r"\b(?:plan|map out|draft|sketch|suggest|arrange|organi[sz]e|build)\b[^.!?]{0,30}"
    r"\b(?:days?|nights?|weeks?|weekend|trip|holiday|vacation|itinerary|getaway|honeymoon|tour|route|road trip)\b"
    r"|\b(?:itinerar\w+|sight-?see\w*|must-?sees?|tourist (?:spots?|attractions?|traps?)|tourism|travel (?:tips?|guide|plan\w*|advice)"
    r"|city break|backpack\w* (?:in|through|around)|road trip|hostels?|airbnb|(?:good|nice|cheap|best|which|book\w*|recommend\w*) (?:\w+ )?(?:hotel|flight|museum)s?"
    r"|flights? (?:to|from)|hotels? (?:in|near)|airfares?|(?:tourist|schengen|travel) visa|beaches|nightlife|street food|michelin|restaurants?|bistros?|brunch|cafes?|cafés?|tapas|ramen)\b"
    r"|\b(?:what|where) should (?:we|i) (?:see|visit|go)\b|\b\d+ (?:hours?|days?|nights?) in (?-i:[A-Z])"
    r"|\b(?:things to do|places to (?:eat|see|visit|go|stay)|where (?:to|should i|can i|do i|should we|can we)"
    r" (?:eat|dine|stay|sleep|go for|drink|get (?:a )?(?:good )?(?:coffee|dinner|lunch|pizza)))\b"
    r"|\b(?:train|bus|metro|taxi|drive|driving|ferry) (?:from|to|between)\b"
    r"|(?:几|[一二三四五六七八九\d]+)(?:日|天)(?:游|行程|自由行|之旅)|行程|旅游|旅行(?:计划|攻略|路线)|攻略|景点|去哪(?:儿|里)?(?:玩|吃|逛|住)"
    r"|好玩(?:的|吗|不)|好吃|(?:中午|晚上|晚饭|早餐|附近|当地)吃(?:什么|啥)|美食|餐厅|饭店|馆子|火锅|奶茶|小吃|咖啡馆|酒店推荐|推荐.{0,4}酒店|哪家酒店|订酒店|民宿|机票|高铁|签证|自驾|打卡|几天够|玩几天"
)
_FORTUNE = (
    r"\b(?:horoscopes?|tarot|zodiac|fortune(?:s|-?tell\w*)?|astrolog\w+|star ?signs?|palm (?:read\w*|lines?)"
    r"|birth chart|feng ?shui|lucky (?:number|day|colou?r)|numerology|psychic|crystal ball|mercury retrograde"
    r"|dream (?:mean\w*|interpret\w*)|i ching)\b"
    r"|\b(?:aries|taurus|gemini|virgo|libra|scorpio|sagittarius|capricorn|aquarius|pisces)\b"
    r"|运势|财运|桃花|运气|算(?:一?卦|命|一算|个命|算)|八字|星座|塔罗|占卜|风水|解梦|梦(?:见|到)|周公|面相|手相|生肖|犯太岁|本命年|黄历|吉日"
    r"|属[鼠牛虎兔龙蛇马羊猴鸡狗猪]|(?:白羊|金牛|双子|巨蟹|狮子|处女|天秤|天蝎|射手|摩羯|水瓶|双鱼)座?"
)
_COOKING = (
    r"\b(?:recipes?(?= (?:for|of|with|please|idea))|(?:to|i|we|you|for|of|slow) cook|cooking|bak(?:e|ing)|roast(?:ing)?|marinat\w+|saut[eé]\w*|simmer\w*|whisk|preheat"
    r"|ingredients? for|lasagn\w+|risotto|tiramisu|pancakes?|casserole|sourdough|dumplings?|stir.?fry|curry|(?:chicken|onion|tomato|noodle|lentil|make|of) soup"
    r"|cheesecake|brownies?|meal (?:plan|prep)|dinner ideas|cocktails?)\b"
    r"|菜谱|食谱|做法(?=.{0,4}$)|红烧|清蒸|糖醋|炖(?:汤|肉|排骨|鸡)|煲汤|煎(?:牛排|蛋|饼)|炒(?:菜|饭|蛋|面)|烤(?:蛋糕|鸡|肉|箱)|包饺子|和面|腌|蛋糕怎么|怎么做(?:饭|菜|.{0,4}(?:鱼|肉|鸡|面|汤|饼|蛋))"
)
_SCHOOL = (
    r"\b(?:homework|assignment|essay|term paper|book report|exam (?:question|answers?)|quiz|flashcards?|algebra"
    r"|geometry|calculus|(?:physics|chemistry|biology) (?:problem|question|test|exam|homework|class)|square root|pythagor\w*|photosynthesis|periodic table"
    r"|world war|french revolution|capital of|history of (?:rome|england|france|china)|conjugat\w+|grammar|translate (?:this|my|a|it)"
    r"|poems?|haiku|sonnet|limerick|lyrics|rap|song about|short story|cover letter|cv|resume|wedding speech)\b"
    r"|作业|数学题|物理题|化学题|英语题|应用题|奥数|作文|论文|读后感|考试|背单词|文言文|诗(?!尼)|写首|藏头|对联|歌词|演讲稿|简历|求职信|情书|翻译成|首都是"
)
_NEWS = (
    r"\b(?:stock (?:market|tips?|price|picks?)|stocks|shares|share price|dogecoin|nasdaq|s&p|forex|etfs?"
    r"|portfolio|dividends?|(?:nvidia|tesla|apple|amazon|tencent|alibaba) shares|mortgage|interest rates?|lottery|election\w*|president|prime minister|parliament|football|soccer"
    r"|basketball|premier league|world cup|nba|nfl|formula 1|grand prix|tennis final|champions league|movie|netflix"
    r"|tv series|podcast|video game|(?:a|another|me|some|funny|good) jokes?|riddle|girlfriend advice|dating (?:tips|advice|app)|pick-?up lines?)\b"
    r"|股票|股市|A股|大盘|涨停|基金|比特币|炒币|彩票|双色球|房贷|房价|楼市|足球|世界杯|篮球|欧冠|选举|总统|电影推荐|推荐.{0,4}(?:电影|电视剧)|看什么电影|追剧|综艺|小说推荐|游戏攻略"
    r"|笑话|段子|脑筋急转弯|相亲|追女生|追男生|表白|减肥|健身计划|高考|考研|面试|找工作"
)
_SUBJECTS = (
    Subject("boundary-off-topic/food-and-travel", _PLACES_TO_SEE),
    Subject("boundary-off-topic/jokes-and-chat", _FORTUNE),
    Subject("boundary-off-topic/food-and-travel", _COOKING),
    Subject("boundary-off-topic/writing", _SCHOOL),
    Subject("boundary-off-topic/news-and-sport", _NEWS),
)
_WANTED = (  # something is asked for, not told by the way
    r"\b(?:what|which|where|how|who|when|plan|give|tell|write|suggest|recommend|find|book|any|help|should|can|could"
    r"|will|is|are|do|does|read|explain|solve|make|need|list|best|tips?|ideas?|please|draft|compose|calculate|name)\b"
    r"|[?？]|吗|呢|什么|啥|哪|怎么|咋|如何|几|帮|给|写|推荐|安排|规划|做|算|看看|讲|说|有没有|求|教"
)


def elsewhere(reading: Reading) -> str | None:
    """The section that declines a subject which is not the house's, or None."""
    if reading.pieces or not reading.says(_WANTED):
        return None
    found = (s.section for s in _SUBJECTS if reading.says(s.by) and not reading.says(s.unless))
    return next(found, None)
