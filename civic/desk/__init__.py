"""People at the desk: who gets in, and who decides about whom."""
