"""Roles of staff and what each may do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from shop.errors import NotAllowed


class Role(StrEnum):
    PERSONAL_SHOPPER = "personal_shopper"
    EDITOR = "editor"
    MANAGER = "manager"


class Permission(StrEnum):
    SERVE_CLIENTS = "serve_clients"
    NAME_OWNERS = "name_owners"
    HEAR_ESCALATIONS = "hear_escalations"  # of promises that were missed, on every page
    DECIDE_CASES = "decide_cases"
    KEEP_CLIENT_BOOK = "keep_client_book"
    ANSWER_FOR_DATA = "answer_for_data"  # a client's copy and erasure
    READ_KNOWLEDGE = "read_knowledge"
    EDIT_KNOWLEDGE = "edit_knowledge"
    PUBLISH_KNOWLEDGE = "publish_knowledge"
    SEE_INSIGHTS = "see_insights"


PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.PERSONAL_SHOPPER: frozenset(
        {Permission.SERVE_CLIENTS, Permission.KEEP_CLIENT_BOOK, Permission.READ_KNOWLEDGE}
    ),
    Role.EDITOR: frozenset(
        {Permission.READ_KNOWLEDGE, Permission.EDIT_KNOWLEDGE, Permission.PUBLISH_KNOWLEDGE}
    ),
    Role.MANAGER: frozenset(Permission),
}


@dataclass(frozen=True, slots=True)
class Staff:
    id: str
    login: str
    name: str
    role: Role

    @property
    def actor(self) -> str:
        """Who did it, for the journal, which holds no names."""
        return f"staff:{self.id}"

    def may(self, permission: Permission) -> bool:
        return permission in PERMISSIONS[self.role]


def require(staff: Staff, permission: Permission) -> None:
    """Raise NotAllowed unless the role permits it. Every service calls this, not only pages."""
    if not staff.may(permission):
        raise NotAllowed(f"{staff.name} ({staff.role}) may not {permission.replace('_', ' ')}.")
