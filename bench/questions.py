"""Questions of many kinds in both languages, for measuring time and memory; never graded."""

from __future__ import annotations

from shop.language import Lang

_ENGLISH = """
How do I clean a lambskin bag that got a little dirty?
My calfskin tote was caught in the rain, what should I do first?
Can I wear a silk scarf in the rain?
How should I wash a cashmere sweater at home?
What does the crossed-out washtub on the label mean?
Is suede harder to look after than grained leather?
How do I get a water stain out of silk twill?
Can I put perfume on while wearing pearls?
How often should a mechanical watch be serviced?
Is an opal safe to wear every day?
I wear a US 7 in shoes, which EU size is that?
My foot is 24.3 cm long, which size should I take?
My ring finger measures 53 mm around, which ring size is that?
I am a UK 10, what French size is it?
Which belt length fits a waist of 82 cm?
How do I measure my wrist for a bracelet?
What is the difference between Italian and French clothing sizes?
How long do I have to return something I bought online?
Can I return an engraved ring?
How fast does a parcel reach Shanghai?
Who pays the duty when you ship to Hangzhou?
Is there a limit to what I can buy across the border in a year?
What does DDP mean for my order?
Do you ship exotic skins abroad?
How can I be sure that a piece comes from the maison?
What is written on the provenance record?
Which guarantee do I have in the EU if the clasp breaks?
Can I pay in instalments?
What are the benefits of the gold tier?
When can I reach a personal shopper?
Can I book an appointment at a salon?
How do you use what I write in this chat?
Are you a person?
What is the weather like in Paris?
""".strip().splitlines()

_CHINESE = """
羊皮包脏了一点，怎么清洁？
小牛皮托特包淋雨了，第一步该做什么？
真丝方巾下雨天能戴吗？
羊绒衫在家怎么洗？
水洗标上打叉的水盆是什么意思？
麂皮是不是比荔枝纹皮难打理？
真丝上有水渍怎么处理？
戴着珍珠可以喷香水吗？
机械表多久保养一次？
欧泊适合每天戴吗？
我平时穿美码 7，欧码是多少？
脚长 24.3 厘米应该选几码？
无名指一圈 53 毫米，戒指选几号？
英码 10 对应法码多少？
腰围 82 厘米选多长的腰带？
手围怎么量，手镯才合适？
意大利码和法国码差多少？
网上买的东西多少天内可以退？
刻字的戒指能退吗？
包裹寄到上海要几天？
寄到杭州，关税由谁来付？
跨境购物一年有额度吗？
DDP 是什么意思？
稀有皮革可以寄到国外吗？
怎么确认这件是品牌出品的？
溯源记录里写了什么？
在欧洲，扣子坏了有什么保障？
可以分期付款吗？
金卡会员有哪些礼遇？
什么时间能联系到私人导购？
可以预约到店吗？
我在这里说的话你们怎么使用？
你是真人吗？
今天巴黎天气怎么样？
""".strip().splitlines()

QUESTIONS: tuple[tuple[str, Lang], ...] = tuple(
    question
    for english, chinese in zip(_ENGLISH, _CHINESE, strict=True)
    for question in ((english, "en"), (chinese, "zh"))
)
