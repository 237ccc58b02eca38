"""The copilot: drafts, rulings and translations for whoever has the client, who decides."""
