"""What the index holds of a story, and how words become terms."""

import hashlib

from tantivy import Filter, Schema, SchemaBuilder, TextAnalyzer, TextAnalyzerBuilder, Tokenizer

from cases.facets import FACETS

# Raise it whenever the documents change in a way that the fields below do not show (the form of a card, say).
VERSION = 6

# The fields that words are looked for in, with what a hit in each is worth beside a hit in the body.
WEIGHTS = {"title": 6.0, "summary": 3.0, "names": 3.0, "lessons": 1.5, "body": 1.0}

STEMMED, UNSTEMMED, WHOLE = "casebook_stemmed", "casebook_unstemmed", "raw"


def analyser(stemmed: bool) -> TextAnalyzer:
    """Text to terms: words in lower case, without accents, cut to their English stem or not."""
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Filter.remove_long(60), Filter.lowercase(), Filter.ascii_fold()):
        builder = builder.filter(step)
    return (builder.filter(Filter.stemmer("english")) if stemmed else builder).build()


def build_schema() -> Schema:
    """The fields: words, one a facet (`f_…`), sort keys, the place in the sets (`cases.search.sets`), and the card."""
    builder = SchemaBuilder()
    builder.add_text_field("kind", tokenizer_name=WHOLE, index_option="basic")
    builder.add_text_field("generation", stored=True, tokenizer_name=WHOLE, index_option="basic")
    builder.add_unsigned_field("story", stored=True, indexed=True, fast=True)
    builder.add_text_field("slug", stored=True, tokenizer_name=WHOLE, index_option="basic")
    for name in WEIGHTS:
        builder.add_text_field(name, stored=name in {"body", "summary"}, tokenizer_name=STEMMED)
    builder.add_text_field("title_words", tokenizer_name=UNSTEMMED)
    builder.add_text_field("vocabulary", tokenizer_name=UNSTEMMED, index_option="basic")
    for facet in FACETS:
        builder.add_text_field(f"f_{facet.key}", fast=True, tokenizer_name=WHOLE, index_option="basic")
    builder.add_unsigned_field("place", stored=True, indexed=True, fast=True)
    builder.add_unsigned_field("bit", fast=True)
    builder.add_text_field("sort_title", fast=True, tokenizer_name=WHOLE, index_option="basic")
    for name in ("sort_newest", "sort_updated", "sort_evidence", "sort_measured"):
        builder.add_unsigned_field(name, fast=True)
    builder.add_bytes_field("card", stored=True)
    return builder.build()


def fingerprint() -> str:
    """A name for this form of the index: an index of another form lies in another folder."""
    form = f"{VERSION} {sorted(WEIGHTS)} {[facet.key for facet in FACETS]}"
    return hashlib.sha256(form.encode()).hexdigest()[:12]
