"""检查: prices that come too low, and offers that clash."""
