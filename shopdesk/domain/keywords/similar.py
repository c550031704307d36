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
    if word not in index.words or not index.root_at.size:
        return ()
    count = len(index.words)
    own = index.words.index(word)
    sizes = np.bincount(index.root_at, minlength=len(index.roots))
    weight = np.log(count / np.maximum(sizes, 1)) + 1e-9
    of_word = index.root_at[index.word_at == own]
    shares = np.isin(index.root_at, of_word)
    weights = weight[index.root_at]
    shared = np.bincount(index.word_at[shares], weights=weights[shares], minlength=count)
    total = np.bincount(index.word_at, weights=weights, minlength=count)
    alike = shared / np.maximum(total + total[own] - shared, 1e-9)
    alike[own] = 0.0
    order = np.lexsort((np.arange(count), -alike))
    found: list[str] = []
    for place in order[alike[order] > 0].tolist():
        if index.words[place] in among:
            found.append(index.words[place])
            if len(found) == most:
                break
    return tuple(found)
