"""The stacking rules of a platform and the lowest prices of the shop, edited together."""
