"""The shopper's page, part by part."""
