"""Who phrases answers, and whether the model's endpoint can be reached."""

from __future__ import annotations

from operations.doctor.findings import Finding, broken, fine, missing
from settings import Settings

_PATIENCE_S = 5.0


def language(settings: Settings) -> list[Finding]:
    """Asks an endpoint for its list of models, which costs nothing."""
    if settings.mode == "offline":
        return [fine("language", "offline: passages' own sentences; no key is needed")]
    where = f"openai: {settings.openai_model} at {settings.openai_base_url or 'api.openai.com'}"
    known, trouble = _models(settings)
    if trouble:
        return [broken("language", f"{where}: {trouble}; until then answers come offline")]
    if settings.openai_model not in known:
        return [missing("language", f"{where}: reachable, but does not list this model")]
    return [fine("language", f"{where}: reachable")]


def _models(settings: Settings) -> tuple[set[str], str]:
    """The endpoint's models, or what went wrong."""
    from openai import OpenAI, OpenAIError

    client = OpenAI(
        api_key=settings.openai_api_key.get_secret_value() or "none",
        base_url=settings.openai_base_url or None,
        timeout=_PATIENCE_S,
        max_retries=0,
    )
    try:
        return {model.id for model in client.models.list().data}, ""
    except OpenAIError as error:
        status = getattr(error, "status_code", None)
        return set(), f"it answered {status}" if status else f"no answer ({type(error).__name__})"
