"""A size or a sum said later stands instead of the one before."""

from __future__ import annotations

from agents.brief.cuts import cut
from agents.brief.figures import figures_of
from agents.brief.heard import Heard
from agents.brief.instead import near, other, sizes, sums
from agents.brief.talk import Place


def overtaken(heard: Heard) -> None:
    """Of sizes and of sums, those of an earlier message that a later one replaces."""
    for of, replaces in ((sizes, near), (sums, other)):
        told = [(each, of(each[1].text)) for each in heard.earlier]
        told = [(p, figures) for p, figures in told if figures and not heard.found.has(p)]
        stands: list[tuple[int, frozenset[float]]] = []  # of later messages
        for place, figures in reversed(told):
            later = [new for seq, new in stands if seq > place[0].seq]
            if any(replaces(figures, new) for new in later):
                _leave_out(heard, place, is_size=of is sizes)
            else:
                stands.append((place[0].seq, figures))


def _leave_out(heard: Heard, place: Place, is_size: bool) -> None:
    """The clause; or only its sizes where it tells a measure as well."""
    at, text = (place[0].seq, place[1].start), place[1].text
    if is_size and figures_of(text, "measure"):
        heard.found.cuts[at] = cut(heard.found.cuts.get(at, text), "size", figures_of(text, "size"))
        if heard.found.cuts[at]:
            return
    heard.leave_out(place)
