"""What may be said of a trace code that was looked up: what the record shows, and what that is not.

A record that holds says that the record was not changed, and nothing of the piece: each ruling
ends with what it does not prove (H-F5). No ruling names a price or an owner: no record has one.
"""

from __future__ import annotations

from datetime import tzinfo

from shop.language import Bilingual
from shop.provenance import STATIONS
from shop.rulings import Ruling, ruling, same
from shop.trace_codes import form_of_code
from shop.trace_findings import Finding, Verdict

STATION_NAMES = (
    Bilingual("原料批次", "material lot"),
    Bilingual("工坊与完成日期", "atelier and finishing date"),
    Bilingual("买手购货凭证", "buyer's purchase receipt"),
    Bilingual("质检", "quality check"),
    Bilingual("出口报关记录", "export customs record"),
    Bilingual("进口报关记录", "import customs record"),
    Bilingual("运输扫描", "transport scans"),
    Bilingual("养护记录", "service history"),
)

_CONTACT_ZH = "请不要取下标签，并联系我们。"
_CONTACT_EN = "Please do not remove the tag, and contact us."
_WHY = {
    "order": Bilingual("环节的顺序不对", "the links are not in their order"),
    "altered": Bilingual("内容与校验值不符", "its content does not match its seal"),
    "rewritten": Bilingual("与以前扫码时的记录不同", "it is not what an earlier scan saw"),
    "missing": Bilingual("以前扫码时有的环节不见了", "a link that an earlier scan saw is gone"),
}


def record_of_code(found: Finding, piece: str, zone: tzinfo) -> Ruling:
    """What looking up found, what that proves and what it doesn't, as one ruling.

    `piece` is the name of the recorded piece ('' without a record); days are said in `zone`.
    `values`: verdict, and link, first_scan, delivered where there are such.
    """
    shown = what_it_shows(found, piece, zone)
    return shown.then(what_it_proves_not(found))


def what_it_shows(found: Finding, piece: str, zone: tzinfo) -> Ruling:
    match found.verdict:
        case Verdict.BAD_FORM:
            return form_of_code(found.code)
        case Verdict.UNKNOWN:
            return _unknown(found)
        case Verdict.BROKEN:
            return _broken(found, piece)
        case Verdict.SCANNED_EARLY:
            return _scanned_early(found, piece, zone)
        case Verdict.VERIFIED:
            return _verified(found, piece)


def what_it_proves(found: Finding) -> Ruling:
    """How far the finding carries."""
    zh, en = _PROVES[found.verdict]
    return ruling("H-F4", "house", zh, en)


def what_it_proves_not(found: Finding) -> Ruling:
    zh, en = _PROVES_NOT[found.verdict]
    return ruling("H-F5", "house", zh, en)


def _unknown(found: Finding) -> Ruling:
    return ruling(
        "H-F3",
        "house",
        "溯源登记中没有 {code} 的记录。请与溯源卡上的溯源码逐字核对；"
        "仍查不到时请联系服务台 10:00–20:00（北京时间）。",
        "Our trace registry has no record of {code}. Please compare it with the trace code on the "
        "card, sign by sign; if it still isn't found, contact the service desk, 10:00–20:00 "
        "Beijing time.",
        code=same(found.code),
        verdict=found.verdict.value,
    )


def _broken(found: Finding, piece: str) -> Ruling:
    assert found.broken is not None  # noqa: S101  # the verdict says so
    return ruling(
        "H-F4 H-F5",
        "house",
        "{code}（{piece}）的溯源记录在第 {link} 环节“{name}”断开：{why}。"
        "从这一环节起，记录不能作为依据。" + _CONTACT_ZH,
        "The trace record of {code} ({piece}) breaks at link {link}, {name}: {why}. From this link "
        "on, the record cannot be relied on. " + _CONTACT_EN,
        code=same(found.code),
        piece=same(piece),
        link=found.broken.number,
        name=STATION_NAMES[found.broken.number - 1],
        why=_WHY[found.broken.why],
        verdict=found.verdict.value,
    )


def _scanned_early(found: Finding, piece: str, zone: tzinfo) -> Ruling:
    assert found.first_scan is not None  # noqa: S101  # the verdict says so
    first = found.first_scan.astimezone(zone).date().isoformat()
    if found.delivered is None:
        return ruling(
            "H-F5 H-F4",
            "house",
            "{code}（{piece}）在 {first_scan:day} 已被扫码，而记录中还没有送达。"
            "首次扫码早于收货是警示信号：" + _CONTACT_ZH,
            "{code} ({piece}) was scanned on {first_scan:day}, and its record shows no delivery "
            "yet. A first scan before delivery is a warning sign. " + _CONTACT_EN,
            code=same(found.code),
            piece=same(piece),
            first_scan=first,
            verdict=found.verdict.value,
        )
    return ruling(
        "H-F5 H-F4",
        "house",
        "{code}（{piece}）的首次扫码在 {first_scan:day}，早于记录中的送达 {delivered:day}。"
        "这是警示信号：" + _CONTACT_ZH,
        "{code} ({piece}) was first scanned on {first_scan:day}, before the delivery in its "
        "record on {delivered:day}. That is a warning sign. " + _CONTACT_EN,
        code=same(found.code),
        piece=same(piece),
        first_scan=first,
        delivered=found.delivered.astimezone(zone).date().isoformat(),
        verdict=found.verdict.value,
    )


def _verified(found: Finding, piece: str) -> Ruling:
    assert found.record is not None  # noqa: S101  # the verdict says so
    whole = found.record.reached == STATIONS
    return ruling(
        "H-F4 H-F5",
        "house",
        ("{code}（{piece}）的溯源记录有全部 {links} 个环节，" if whole
         else "{code}（{piece}）的溯源记录目前到第 {links} 环节（共 8 个），")
        + "逐环核对一致，没有发现事后改动。",
        ("The trace record of {code} ({piece}) has all {links} links; " if whole
         else "The trace record of {code} ({piece}) has reached link {links} of 8 so far; ")
        + "each matches its seal, and no later change was found.",
        code=same(found.code),
        piece=same(piece),
        links=found.record.reached,
        verdict=found.verdict.value,
    )  # fmt: skip


_NO_APPRAISAL = ("这不等于鉴定。", "This is not an appraisal.")

_PROVES = {
    Verdict.BAD_FORM: (
        "只说明溯源码不是这样写的。",
        "Only that a trace code is not written like this.",
    ),
    Verdict.UNKNOWN: (
        "只说明登记里没有这个码。",
        "Only that the registry does not hold this code.",
    ),
    Verdict.BROKEN: (
        "说明记录本身有一处对不上：被改过、缺失，或录入有误。",
        "The record itself does not hold at one place: changed, missing or entered wrongly.",
    ),
    Verdict.SCANNED_EARLY: (
        "说明有人在送达之前读到过这个码；记录本身没有发现改动。",
        "Somebody had this code before the delivery; the record itself shows no change.",
    ),
    Verdict.VERIFIED: (
        "各环节顺序完整，与各自的校验值一致，也与以前扫码时的记录一致：没有哪一环节被单独改过。",
        "The links are in order, each fits its seal, and all are as earlier scans saw them: no "
        "link was changed by itself.",
    ),
}
_PROVES_NOT = {
    Verdict.BAD_FORM: (
        "这不说明商品的任何情况。" + _NO_APPRAISAL[0],
        "It says nothing about any piece. " + _NO_APPRAISAL[1],
    ),
    Verdict.UNKNOWN: (
        "查不到记录不说明手中的实物如何。" + _NO_APPRAISAL[0],
        "A missing record says nothing about the piece in your hands. " + _NO_APPRAISAL[1],
    ),
    Verdict.BROKEN: (
        "记录断开不说明手中的实物如何，也不说明是谁改的。" + _NO_APPRAISAL[0],
        "A broken record says nothing about the piece in your hands, nor who changed it. "
        + _NO_APPRAISAL[1],
    ),
    Verdict.SCANNED_EARLY: (
        "这不说明手中的实物如何，也不说明是谁扫的码。" + _NO_APPRAISAL[0],
        "It says nothing about the piece in your hands, nor who scanned the code. "
        + _NO_APPRAISAL[1],
    ),
    Verdict.VERIFIED: (
        "这不能证明手中的实物就是记录里的那一件，因为码可以被抄走；"
        "也不能证明登记的内容当初属实，或首次扫码之前没有人重写整份记录。" + _NO_APPRAISAL[0],
        "It does not prove that the piece in your hands is the one in the record, for a code can "
        "be copied, nor that what was entered was true, or that nobody rewrote the whole record "
        "before its first scan. " + _NO_APPRAISAL[1],
    ),
}
