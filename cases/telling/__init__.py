"""
Telling a story: the guided form at /tell/, from somebody's first words to a draft at the desk.

The questions are data (`steps`), each page of them a form (`forms`), and each saved page a row that is never overwritten (`Answer`).
Who may open what is in `access`, what authors do in `writing`, what changes hands in `actions`, how words become a story in `drafting`.
"""
