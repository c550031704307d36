"""Why a figure changed: the analysis flow from what was seen to what is done about it."""
