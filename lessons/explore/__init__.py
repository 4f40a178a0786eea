"""Ways to see the shape of the evidence, over the frame in `cases.explore`."""
