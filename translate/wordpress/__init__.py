"""Exports of WordPress (WXR): read as many posts, and written anew with the Turkish ones."""
