"""The desk: the editors' side of the ground floor. Upper floors build theirs from the same pieces."""
