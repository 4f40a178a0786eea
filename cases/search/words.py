"""
Words that people type, as queries of the index.

Every word must be in a story (in whichever field); words in quotation marks must stand together; a word after a minus must not be there.
Nothing that is typed is an error: signs that are not words are left out.
"""

import re
from dataclasses import dataclass
from functools import cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from tantivy import Document, Occur, Query, Schema, Searcher, SnippetGenerator, TextAnalyzer

from cases.search.schema import WEIGHTS, analyser

PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<phrase>[^"]*)"|“(?P<curly>[^”]*)”|(?P<word>[^\s"“”]+))')
LONGEST = 200
"""Characters of a search that are read; the rest is left out."""
SNIPPET = 220


@cache
def _analyser(stemmed: bool) -> TextAnalyzer:
    return analyser(stemmed)


@dataclass(frozen=True)
class Piece:
    """A word or a phrase of a search, as terms."""

    text: str
    terms: tuple[str, ...]
    unwanted: bool = False


def pieces(text: str) -> list[Piece]:
    """What was typed, in order, without what holds no word."""
    found = []
    for match in PIECE.finditer(text[:LONGEST]):
        piece = match["phrase"] or match["curly"] or match["word"] or ""
        if terms := tuple(_analyser(True).analyze(piece)):
            found.append(Piece(piece, terms, bool(match["minus"])))
    return found


def query(schema: Schema, text: str) -> Query | None:
    """The query for the words, or None where `text` holds none."""
    wanted = pieces(text)
    if not wanted:
        return None
    clauses = [(Occur.MustNot if piece.unwanted else Occur.Must, _anywhere(schema, piece.terms)) for piece in wanted]
    if all(piece.unwanted for piece in wanted):
        clauses.append((Occur.Must, Query.term_query(schema, "kind", "story")))
    return Query.boolean_query(clauses)


def _anywhere(schema: Schema, terms: tuple[str, ...]) -> Query:
    """The terms, together, in any field; the best field counts, the others break ties."""
    return Query.disjunction_max_query(
        [Query.boost_query(_together(schema, name, terms), weight) for name, weight in WEIGHTS.items()], 0.3
    )


def _together(schema: Schema, name: str, terms: tuple[str, ...]) -> Query:
    if len(terms) == 1:
        return Query.term_query(schema, name, terms[0])
    return Query.phrase_query(schema, name, list(terms))


class Marker:
    """Marks the searched words in a story's summary, or finds the passage of its text that has them."""

    def __init__(self, searcher: Searcher, schema: Schema, text: str):
        terms = [term for piece in pieces(text) if not piece.unwanted for term in piece.terms]
        self.generators = {}
        for name, length in (("summary", 1000), ("body", SNIPPET)) if terms else ():
            wanted = Query.boolean_query([(Occur.Should, Query.term_query(schema, name, term)) for term in terms])
            self.generators[name] = SnippetGenerator.create(searcher, wanted, schema, name)
            self.generators[name].set_max_num_chars(length)

    def mark(self, name: str, found: Document) -> SafeString | None:
        """The field's passage with the words marked, or None where it has none of them."""
        if name not in self.generators:
            return None
        snippet = self.generators[name].snippet_from_doc(found)
        if not snippet.highlighted():
            return None
        html = snippet.to_html().replace("<b>", "<mark>").replace("</b>", "</mark>")
        whole, part = found.get_first(name), snippet.fragment()
        # The engine stops at the last word; a text that is shown whole keeps its full stop.
        rest = whole[len(part) :] if name == "summary" and whole.startswith(part) else ""
        return mark_safe(html + escape(rest))


def correction(searcher: Searcher, schema: Schema, text: str) -> str | None:
    """
    `text` with each word that no story has replaced by the nearest one that stories do have; None where nothing is near.

    Near is one slip of the keys in a word of up to five letters, two in a longer one; the more frequent word wins.
    """
    better = text
    for piece in pieces(text):
        for word in re.findall(r"\w+", piece.text):
            terms = _analyser(False).analyze(word)
            if len(terms) != 1 or searcher.doc_freq("vocabulary", terms[0]) or piece.unwanted:
                continue
            if (near := nearest(searcher, schema, terms[0])) is None:
                continue
            better = re.sub(rf"\b{re.escape(word)}\b", near, better, count=1)
    return better if better != text else None


def nearest(searcher: Searcher, schema: Schema, word: str) -> str | None:
    """The indexed word nearest to `word`, by slips of the keys and then by how many stories have it."""
    reach = 1 if len(word) <= 5 else 2
    candidates = set()
    for start in {word[:1], word[1:2], ""} if len(word) < 4 else {word[:2], word[1:2] + word[:1], word[:1] + word[2:3]}:
        candidates |= {term for term, _ in searcher.terms_with_prefix("vocabulary", start, limit=5000)}
    ranked = [
        (distance, -searcher.doc_freq("vocabulary", term), term)
        for term in candidates
        if abs(len(term) - len(word)) <= reach and (distance := slips(word, term, reach)) <= reach
    ]
    return min(ranked)[2] if ranked else None


def slips(a: str, b: str, reach: int) -> int:
    """How many slips (a letter more, less, other, or two swapped) lead from `a` to `b`; more than `reach` is `reach` + 1."""
    before, row = [], list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, right in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == b[j - 2] and a[i - 2] == right:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > reach:
            return reach + 1
    return row[-1]
