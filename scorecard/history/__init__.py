"""Seasons kept in one SQLite file: bytes in, bytes out; the schema is documented."""
