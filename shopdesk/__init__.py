"""ShopDesk 店铺参谋台: the desktop adviser of a small e-commerce shop."""

__version__ = "0.1.0"
