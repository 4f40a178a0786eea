"""The record: versions that can be cited, what changed, retirement, former names, merging, releases, and what keeps a story true."""
