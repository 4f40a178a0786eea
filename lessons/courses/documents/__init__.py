"""A course on paper and on slides: handouts and packs as print-ready pages and as Word documents, slides as PowerPoint."""
