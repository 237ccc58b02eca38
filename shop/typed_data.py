"""Base of the house's typed data: strict, frozen, and read from YAML by `knowledge.house_data`."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class TypedData(BaseModel):
    """Unknown fields are errors; nothing changes once it is read."""

    model_config = ConfigDict(extra="forbid", frozen=True)
