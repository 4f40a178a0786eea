"""Trainers' courses: built from the library's records, taught from what was pinned of them."""
