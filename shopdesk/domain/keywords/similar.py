"""Words that look like another one: those that share its rare roots."""

from __future__ import annotations

from collections.abc import Container

import numpy as np

from shopdesk.domain.keywords.roots import RootIndex


def similar_words(index: RootIndex, word: str, *, among: Container[str], most: int) -> tuple[str, ...]:
    """Return the most similar words, best first; only those in ``among``, never the word itself.

    Similarity is the weight of the shared roots over that of all roots of both, a root's weight being the logarithm
    of the share of words that lack it: a root that stands everywhere tells nothing.
    """
    if not index.root_at.size:
        return ()
    try:
        own = index.words.index(word)
    except ValueError:
        return ()
    count = len(index.words)
    sizes = np.bincount(index.root_at, minlength=len(index.roots))
    weight = np.log(count / np.maximum(sizes, 1)) + 1e-9
    total = np.bincount(index.word_at, weights=weight[index.root_at], minlength=count)
    shared = np.zeros(count)
    for root in index.root_at[index.word_at == own].tolist():
        shared[index.places_of_words(root)] += weight[root]
    shared[own] = 0.0
    places = np.flatnonzero(shared)
    alike = shared[places] / np.maximum(total[places] + total[own] - shared[places], 1e-9)
    found: list[str] = []
    for place in places[np.argsort(-alike, kind="stable")].tolist():
        if index.words[place] in among:
            found.append(index.words[place])
            if len(found) == most:
                break
    return tuple(found)
