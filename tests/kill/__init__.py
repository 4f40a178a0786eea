"""Kills: a server and a writer are killed at any moment, and nothing may be lost, wrong or in the way afterwards."""
