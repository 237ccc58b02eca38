"""Where a text sends somebody: what a translation may carry over, and never add.

An address has to be the same letter for letter. That something is to be clicked or scanned, or a
service of messages to be used, may be said in either language, if the original speaks of it at all.
"""

from __future__ import annotations

import re
import unicodedata

_ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|(?:https?://|www\.)[^\s<>\"'，。；、）)】\u3400-\u9fff]+"
    r"|[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\."
    r"(?:com|cn|example|net|org|shop|store|io|top|vip|app|co|me|xyz|fr|it|uk|hk|site|online)"
    r"(?![a-z0-9-])",
    re.ASCII | re.IGNORECASE,
)
_WAYS = {
    "link": re.compile(
        r"链接|点击|网址|网站|\blinks?\b|\bclick|\bweb ?(?:site|page)", re.IGNORECASE
    ),
    "code to scan": re.compile(r"二维码|扫码|扫一扫|\bQR\b|\bscan", re.IGNORECASE),
    "contact by WeChat": re.compile(r"微信|\bwe ?chat\b|\bweixin\b|\b(?:vx|wx)\b", re.IGNORECASE),
    "contact by another service": re.compile(
        r"\bwhats ?app\b|\btelegram\b|\bqq\b|\binstagram\b|小红书|抖音|淘宝|闲鱼|\btaobao\b"
        r"|\bred ?note\b|\bxiaohongshu\b|\bdouyin\b|\bxianyu\b",
        re.IGNORECASE,
    ),
}


def added(translation: str, original: str) -> str:
    """The first address or way to be reached that only `translation` has; empty without one."""
    before, after = _folded(original), _folded(translation)
    known = {_plain(address) for address in _ADDRESS.findall(before)}
    for address in _ADDRESS.findall(after):
        if _plain(address) not in known:
            return "address"
    for way, words in _WAYS.items():
        if words.search(after) and not words.search(before):
            return way
    return ""


def _folded(text: str) -> str:
    """Full width folded, and without what cannot be seen."""
    folded = unicodedata.normalize("NFKC", text)
    return "".join(each for each in folded if unicodedata.category(each) != "Cf").casefold()


def _plain(address: str) -> str:
    return address.rstrip("./,;:!?")
