"""Why a figure changed, in parts that add up to the change exactly."""
