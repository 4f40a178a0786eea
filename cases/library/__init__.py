"""
The library as a folder of readable files: what stands in them, how they are checked, loaded and written.

`nouns` says what each file holds; `reading` and `writing` turn bytes into values and back; `checking` and
`crossing` find every problem; `loading` and `dumping` are what the commands call. An upper floor registers
its own nouns and story keys in `nouns`.
"""
