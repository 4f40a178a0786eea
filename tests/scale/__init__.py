"""Everything of docs/running-at-scale.md on this machine: started, put to the proof, and cleared away."""
