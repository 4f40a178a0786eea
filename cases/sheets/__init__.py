"""
Spreadsheets in and out: a row of a sheet becomes what a file of the library holds, and back.

`registry` says which sheets there are; `cells` and `columns` turn cells into values and back; `arriving`, `looking`, `workbooks` and
`texts` read what somebody uploads; `reading` finds its rows, `composing` puts them onto the records that are there, and `checking` asks the
library's own checks; `writing` does all of it or nothing;
`working` is what a process of its own runs, which `starting` starts; `exporting` writes sheets.
"""
