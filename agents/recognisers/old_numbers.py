"""The old Chinese shoe number beside millimetres: '盒上写265，就是以前说的几码'."""

from __future__ import annotations

from decimal import Decimal

from agents.recognisers.reading import Reading
from agents.recognisers.shoe_labels import MILLIMETRES
from shop.rulings import Ruling
from shop.sizing.lasts import mm_to_old_chinese, old_chinese_to_mm

OLD_CHINESE = (
    r"老鞋?码|旧鞋?码|(?:老|旧|以前|从前|过去)(?:的|人的)?(?:说法|叫法|讲法|规格|标法|码制|算法)|(?:老|旧|从前|以前|过去)的?国产|国产(?:老|旧)|旧制|老尺码|旧号|老号|老鞋号|旧鞋号"
    r"|(?:以前|从前|过去|早年|早些年|老早|老辈人?|小时候)(?:人|大家|我们|咱们?)?(?:常|老|都)?(?:说|叫|讲|喊|算|写)?"
    r"的?(?:是|那种|那个)?(?:几|多少|什么|啥|哪个)?鞋?[码号]"
    r"|(?:以前|从前|过去|早年)的\s*[34]\d(?:\.5)?\s*[码号]|old chinese"
    r"|\bold(?:[- ](?:style|system|type|fashioned|money))? (?:shoe )?(?:number(?:ing)?s?"
    r"|size|label)"
    r"|\b(?:number|size) (?:we|people|they) used to (?:say|use|call)"
)
_OF_TODAY = r"欧|\bEU\b|英码|美码|\bU[KS]\b"


def old_number(reading: Reading) -> Ruling | None:
    """The one for the other, when only that is asked."""
    if not reading.says(OLD_CHINESE) or reading.is_of("shoe") or reading.says(_OF_TODAY):
        return None
    millimetres = MILLIMETRES.search(reading.text)
    if millimetres:
        return mm_to_old_chinese(Decimal(millimetres[1]))
    sizes = [size.value for size in reading.sizes()] or list(reading.numbers())
    old = next((size for size in sizes if 30 <= size <= 50), None)  # old numbers
    if old is None or not reading.says(r"mm|毫米|脚长|多长|foot|厘米|cm"):
        return None
    return old_chinese_to_mm(old)
