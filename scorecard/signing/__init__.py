"""Signatures on certificates: made here with a key, or fetched from a service."""
