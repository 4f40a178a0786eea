"""Kills: a server and editors are killed at any moment, and nothing may be lost, wrong or in the way afterwards."""
