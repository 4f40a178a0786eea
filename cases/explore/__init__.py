"""
Ways to see the shape of the library: the stories of a finder's state, drawn instead of listed.

Each view takes the finder's parameters, is made on the server as SVG with a table beside it, and leads back into the finder: every number
that it shows is the number of stories behind its link.
"""
