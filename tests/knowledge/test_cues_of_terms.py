"""Money, terms, rights and provenance: told by the thing and by what is asked of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.cues import Cues, load_cues


@pytest.fixture(scope="module")
def cues() -> Cues:
    return load_cues(Path("knowledge/house/cues.yaml"))


ASKED = {
    "provenance-limits/hash-chain": [
        "say someone swaps the bag but keeps your scannable tag. does the record catch it",
        "if a crook moved the chip into another bag, would the scan show it",
        "要是有人把包调包了只留下标签，记录能发现吗",
        "骗子把芯片缝到别的包里，扫码查得出来吗",
    ],
    "provenance-trace-code/never-shows": [
        "what stops a thief from using my trace card to find where i live",
        "can someone learn my address from the nfc tag",
        "捡到我的溯源卡的人会不会查到我住哪",
        "扫码会不会泄露我的个人信息",
        "does link 3 show the price",
    ],
    "provenance-trace-code/how-often": [
        "how many times can i scan the code before it runs out",
        "does tapping the tag every day cost anything",
        "那个TV-开头的码我手痒天天扫，会不会扫废了，要钱不",
        "标签扫多了会失效吗，收费不",
    ],
    "provenance-eight-links/list": [
        "溯源链里看得到它坐过哪些飞机车、修过几回么",
        "溯源记录里会显示运输路线吗",
        "does the trace show which flights it took",
        "can the provenance record tell how it travelled",
    ],
    "provenance-warning-signs/valid-code": [
        "does NFC chip prove it real", "扫得出来就说明是正品吧",
        "the tag scans, so that means the bag is genuine?", "芯片能感应就能算真的吗",
    ],
    "provenance-sourcing/third-party": [
        "谁帮你们进货的，有没有第三方卖家", "你们进货是找批发吗",
        "any third-party sellers on here", "who sources the bags for you",
    ],
    "payment-methods/transfer-to-staff": [
        "taobao上那个店员说加她微信转账便宜点", "柜姐让我付她支付宝转",
        "the clerk asks me to pay her personal account",
    ],
    "boundary-discounts/other-tier": [
        "我老公黑卡，我能用他的生日折扣吗", "闺蜜是金卡会员，我蹭她的优惠行不",
        "my sister is gold, can i use her birthday discount",
    ],
    "provenance-limits/dpp": [
        "欧洲那个给衣服发电子身份证的规定，现在店里卖的都强制有了吗",
        "数字产品护照在欧盟生效了没",
        "is the digital product passport mandatory for clothes yet",
        "is your trace code a digital passport as the EU law asks",
    ],
    "payment-instalments-law/on-return": [
        "sent my thing back after 2 of 6 instalments. still on the hook for 4?",
        "if I return the bag what happens to the remaining payments of the plan",
        "分期付了两期，包退了，剩下的还用还吗",
        "退货以后分期已付的钱怎么办",
    ],
    "shipping-parcels/broken-seal-rule": [
        "courier at the door, tape on the box is ripped, he wants my signature NOW",
        "the parcel looks opened, should I sign for it",
        "快递小哥在门口，箱子封条撕开过，签不签",
        "包裹压扁了，能签收吗",
    ],
    "boundary-future/next-sale": [
        "will the Orbe be cheaper in january",
        "any chance the tote goes on sale next spring, marked down?",
        "Sillage 年后会降价吗",
        "等到双十一再买会便宜不",
    ],
    "boundary-stock/restock": [
        "Lune下回补货几号", "Cadence 38 什么时候再有货",
        "any idea when the loafers are restocked", "what date will the Grain be available again",
    ],
    "material-white-gold-platinum/yellowing": [
        "白色的18K金戴久了有点发黄，是不是买到假的了", "白金戒指怎么变色了，正常吗",
        "my white gold clasp looks yellowish, is it fake",
        "white gold going warmer at the edges, wrong metal?",
    ],
    "material-pilling/fake": ["羊绒衫起球是不是买到假的", "it pills, so is it fake cashmere?"],
    "boundary-unconfirmed/eu-handling-fee": [
        "听说欧盟进口包裹11月起除了关税还要再收一笔什么处理费，到底收几欧 给个准数",
        "how many euros is the new EU handling fee on import parcels",
        "欧洲网购小包的海关手续费现在收多少",
        "the handling charge on parcels into europe, is it 2 euros",
    ],
    "membership-personal-shopper/overview": [
        "金卡那个导购和黑卡那个 有啥两样", "金卡和黑卡的顾问有什么区别",
        "is the gold shopper the same as the black one",
        "difference between a gold and a black stylist",
    ],
    "tax-uk-135/end-of-relief": [
        "that UK £135 duty relief, is it staying for good", "英国135英镑免关税以后会取消吗",
        "until when does the british 135 pounds exemption last", "135镑以下免税是永久的吗，英国",
    ],
    "boundary-advice/investment": [
        "入手一只Nil放五年，能赚多少，给我算个收益率", "Méridien 十年后能卖多少钱",
        "what yearly yield would I get if I hold the crocodile bag ten years",
        "how much will the ring be worth in 5 years",
    ],
    "boundary-customs/under-declare": [
        "cmon just put 500 on the customs form, who checks",
        "please just write two hundred on the declaration",
        "报关单上随便写个三百呗", "申报的时候直接填500得了",
    ],
    "shipping-exotic-skins/carry-exemption": [
        "听说自己背着鳄鱼包过关不用办那个证，那网上下单寄给我也不用吧",
        "鳄鱼皮随身带回国和邮寄一样要证吗",
        "I can carry a croc bag in my luggage without papers, so why not by post",
        "is the CITES exemption for what I wear in person good for a parcel too",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "section"), [(text, section) for section, texts in ASKED.items() for text in texts]
)
def test_a_thing_and_what_is_asked_of_it_name_the_section(
    cues: Cues, text: str, section: str
) -> None:
    assert cues.section_of(text) == section


@pytest.mark.parametrize(
    "text",
    [
        "is the loafer cheaper than the slip dress",
        "how do I care for white gold",
        "can I pay for the Orbe in 6 instalments",
        "where do I scan the code",
        "what is the trace code",
        "is Sillage on the heavy side",
        "我能退货吗，退货期几天",
        "金卡洗包多少钱",
        "英国135英镑以下要交税吗",
        "箱子要留着吗",
        "does the price include tax next to the checkout total",
        "my parcel arrives next week, can I change the address",
        "白金和黄金哪个好",
        "分期要利息吗",
        "鳄鱼皮怎么保养",
        "手表多久保养一次",
        "would the crocodile bag be safe in the overhead locker",
        "生日月买会便宜多少",
        "saw it for less in a boutique in Rome, do you match",
        "我是黑卡，生日优惠怎么用",
        "18K白金=铂金么？我那只戴着戴着泛黄",
    ],
)
def test_what_only_looks_alike_names_none_of_them(cues: Cues, text: str) -> None:
    assert cues.section_of(text) not in ASKED
