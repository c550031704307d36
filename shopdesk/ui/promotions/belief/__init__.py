"""What is assumed of customers who meet a ladder, and the campaign that teaches it."""
