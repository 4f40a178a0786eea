"""The finder's search: a Tantivy index, derived from the database and disposable. See docs/how-the-finder-works.md."""
