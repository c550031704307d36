"""What a purchase is worth by buyer: the Gamma-Gamma model (Fader and Hardie 2013), fitted to repeat buyers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from shopdesk.domain.kpi.customers.bgnbd import MIN_REPEATERS, TooFewRepeaters

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from shopdesk.domain.kpi.daily import FloatArray

STARTS: Final = ((1.0, 1.0, 1.0), (6.0, 4.0, 15.0), (2.0, 3.0, 50.0))
BOUNDS: Final = (1e-3, 1e6)


@dataclass(frozen=True, slots=True)
class GammaGamma:
    """Fitted parameters: shape ``p`` of a purchase, ``q`` and ``v`` of how buyers differ."""

    p: float
    q: float
    v: float
    log_likelihood: float

    @property
    def mean(self) -> float | None:
        """The mean purchase over all buyers, None where the model has none (q at most 1)."""
        return self.p * self.v / (self.q - 1) if self.q > 1 else None


def fit_gamma_gamma(x: FloatArray, mean_value: FloatArray) -> GammaGamma:
    """Return the likeliest parameters from repeat purchases and their mean value, both above 0.

    Buyers without either are left out. Raises ``TooFewRepeaters``, and ``ValueError`` where no start converges.
    """
    from scipy.optimize import minimize

    used = (x > 0) & (mean_value > 0)
    if int(used.sum()) < MIN_REPEATERS:
        raise TooFewRepeaters(int(used.sum()))
    x, z = x[used], mean_value[used]
    unit = float(z.mean())  # fitted in means: the starts then suit yuan and fen alike
    found = [
        minimize(
            _loss,
            np.log([p, q, v / 35.0]),
            args=(*np.unique(x, return_inverse=True), x, np.log(z / unit), x * z / unit),
            method="L-BFGS-B",
            bounds=[tuple(np.log(BOUNDS))] * 3,
            options={"maxiter": 500},
        )
        for p, q, v in STARTS
    ]
    good = [one for one in found if np.isfinite(one.fun)]
    if not good:
        raise ValueError("no start converged")
    best = min(good, key=lambda one: float(one.fun))
    p, q, v = (float(one) for one in np.exp(best.x))
    return GammaGamma(p, q, v * unit, -float(best.fun) - x.size * float(np.log(unit)))


def expected_value(model: GammaGamma, x: FloatArray, mean_value: FloatArray) -> FloatArray:
    """Return what each buyer's next purchase is worth: their own mean pulled towards everybody's.

    Buyers without repeat purchases get everybody's mean. Raises ``ValueError`` where the model has no mean.
    """
    if model.mean is None:
        raise ValueError("the model has no mean")
    own = np.where(x > 0, model.p * x, 0.0)
    weight = own / (own + model.q - 1)
    return np.asarray((1 - weight) * model.mean + weight * np.where(x > 0, mean_value, 0.0))


def _loss(
    logs: FloatArray,
    sizes: FloatArray,
    place: NDArray[np.intp],
    x: FloatArray,
    log_z: FloatArray,
    sums: FloatArray,
) -> float:
    """Return the loss; ``sizes`` are the different numbers of purchases, ``place`` that of each buyer in them."""
    from scipy.special import gammaln

    p, q, v = np.exp(logs)
    own = p * sizes
    of_size = gammaln(own + q) - gammaln(own) - gammaln(q) + q * np.log(v) + own * np.log(sizes)
    own = p * x
    each = of_size[place] + (own - 1) * log_z - (own + q) * np.log(v + sums)
    return -float(each.sum())
