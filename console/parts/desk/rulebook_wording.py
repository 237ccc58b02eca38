"""Words for the rule-books, their fields and what may be chosen in them."""

from __future__ import annotations

from console.i18n import t
from shop.rulings import Confidence


def book_name(book: str) -> str:
    return {
        "size": t("Size advice for a piece"),
        "plans": t("Instalments"),
        "taxes": t("Duties and taxes"),
        "delivery": t("Delivery promise and shipping fee"),
        "late": t("Late delivery"),
        "returns": t("Return"),
        "exchange": t("Size exchange"),
        "counterfeit": t("Counterfeit guarantee"),
        "tier": t("Tier and its benefits"),
        "birthday": t("Birthday-month courtesy"),
        "stock": t("Stock"),
        "care": t("Care service"),
        "warranty": t("Warranty"),
        "resizing": t("Ring resizing"),
        "gems": t("Hardness of gems"),
        "materials": t("Figures of materials"),
        "papers": t("CITES papers"),
        "question": t("Another question"),
    }[book]


def field_name(field: str) -> str:
    return {
        "piece": t("Piece"),
        "amount": t("Amount in RMB (else the price of the piece)"),
        "place": t("Destination"),
        "tier": t("Tier"),
        "months": t("Monthly payments"),
        "plan_excluded": t("Not for instalments"),
        "goods": t("Kind of goods"),
        "quota_used": t("Yearly quota used, RMB"),
        "uncovered": t("Outside the promise"),
        "hours_late": t("Hours late"),
        "days_since_delivery": t("Days since delivery"),
        "unworn": t("Unworn"),
        "tagged": t("Security tag attached"),
        "faulty": t("Faulty"),
        "not_returnable": t("Not returnable"),
        "exchanged_before": t("Exchanged before"),
        "spent": t("Spent in 12 months, RMB"),
        "returned": t("Of it returned, RMB"),
        "shoe_system": t("Size or measure"),
        "size": t("Size"),
        "bust": t("Bust in cm"),
        "waist": t("Waist in cm"),
        "hip": t("Hips in cm"),
        "dress_system": t("Or the size of which country"),
        "letter": t("Or a letter"),
        "ring_system": t("Size or measure"),
        "wrist_mm": t("Wrist in mm"),
        "in_size": t("In size"),
        "service": t("Service"),
        "purchased": t("Day of purchase"),
        "cause": t("Caused by"),
        "sizes_by": t("EU sizes up or down"),
        "full_eternity": t("Full-eternity setting"),
        "resized_before": t("Resized free of charge before"),
        "gem": t("Gem"),
        "other_gem": t("Compared with"),
        "measured": t("Figure of"),
        "figure": t("Figure"),
    }[field]


def choice_name(choice: str) -> str:
    """Sizes, letters and numbers are their own names."""
    return _choices().get(choice) or _gems().get(choice, choice)


def _choices() -> dict[str, str]:
    return {
        "yes": t("Yes"),
        "no": t("No"),
        "gift_card": t("Gift card"),
        "engraved": t("Engraved"),
        "made_to_order": t("Made to order"),
        "ordinary": t("Ordinary goods"),
        "cosmetics": t("High-end cosmetics"),
        "other": t("Jewellery, watches and others"),
        "exotic": t("Exotic skin"),
        "missing_id": t("Missing ID"),
        "force_majeure": t("Force majeure"),
        "made_to_measure": t("Made to measure"),
        "pierced_earrings_opened": t("Pierced earrings, seal broken"),
        "swimwear_opened": t("Swimwear, seal broken"),
        "lingerie_opened": t("Lingerie, seal broken"),
        "fragrance_opened": t("Opened fragrance"),
        "exotic_permit_issued": t("Exotic skin, permit issued"),
        "eu": t("EU size"),
        "uk": t("UK size"),
        "us": t("US size"),
        "cn_mm": t("Chinese size in mm"),
        "kr_mm": t("Korean size in mm"),
        "jp_cm": t("Japanese size in cm"),
        "old_cn": t("Old Chinese size"),
        "foot_cm": t("Length of the foot in cm"),
        "it": t("Italian size"),
        "fr": t("French size"),
        "de": t("German size"),
        "circumference_mm": t("Around the finger in mm"),
        "diameter_mm": t("Inner diameter in mm"),
        "jp": t("Japanese size"),
        "leather_cleaning": t("Leather cleaning"),
        "cashmere_depilling": t("Cashmere de-pilling"),
        "pearl_restringing": t("Pearl restringing"),
        "resoling": t("Resoling"),
        "watch_service": t("Mechanical watch service"),
        "water_test": t("Water-resistance test"),
        "wear": t("Wear"),
        "scratches": t("Scratches"),
        "water": t("Water above the rating"),
        "home_repair": t("Home repair"),
        "knock": t("A knock or a fall"),
        "patina": t("Patina of the leather"),
        "karat": t("Gold in karat"),
        "momme": t("Silk in momme"),
        "cashmere_um": t("Cashmere in µm"),
        "super": t("Wool, Super number"),
        "bar": t("Water resistance in bar"),
        "lens_category": t("Lens category"),
    }


def _gems() -> dict[str, str]:
    return {
        "diamond": t("Diamond"),
        "ruby": t("Ruby"),
        "sapphire": t("Sapphire"),
        "alexandrite": t("Alexandrite"),
        "topaz": t("Topaz"),
        "spinel": t("Spinel"),
        "emerald": t("Emerald"),
        "aquamarine": t("Aquamarine"),
        "tourmaline": t("Tourmaline"),
        "quartz": t("Quartz"),
        "garnet": t("Garnet"),
        "jadeite": t("Jadeite"),
        "tanzanite": t("Tanzanite"),
        "nephrite": t("Nephrite"),
        "opal": t("Opal"),
        "turquoise": t("Turquoise"),
        "lapis": t("Lapis lazuli"),
        "malachite": t("Malachite"),
        "coral": t("Coral"),
        "pearl": t("Pearl"),
        "amber": t("Amber"),
    }


def confidence_name(confidence: Confidence) -> str:
    """How sure a ruling is."""
    return {
        "house": t("The house's own rule"),
        "standard": t("A standard or arithmetic"),
        "trade": t("A convention of the trade"),
        "none": t("No answer can be given; it asks back"),
        "unrecorded": t("Not recorded in the house's notes"),
    }[confidence]
