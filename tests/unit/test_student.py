"""Student's t against SciPy's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import stdtrit

from shopdesk.domain.student import central_reach


@given(share=st.floats(0.01, 0.995), freedom=st.integers(1, 300))
def test_that_the_reach_is_that_of_students_distribution(share: float, freedom: int) -> None:
    assert central_reach(share, freedom) == pytest.approx(stdtrit(freedom, (1 + share) / 2), rel=1e-9)


@pytest.mark.parametrize(("share", "freedom"), [(0.0, 5), (1.0, 5), (0.95, 0)])
def test_that_a_range_without_meaning_is_refused(share: float, freedom: int) -> None:
    with pytest.raises(ValueError, match="degrees of freedom"):
        central_reach(share, freedom)
