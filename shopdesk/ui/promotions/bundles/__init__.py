"""The view 搭配: goods bought together beyond chance, and the set made of them."""
