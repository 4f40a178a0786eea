"""The benchmark: generated libraries, and how fast the site answers over them. See docs/performance.md."""
