"""What can go wrong with offers before they are live: prices that break, offers that clash."""
