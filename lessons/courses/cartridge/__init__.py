"""A course as a package for learning platforms: Common Cartridge 1.3 with its questions as QTI 1.2, and the questions alone as QTI 2.1."""
