"""The tables in `lambdalint.data` from where they come: `python -m lambdalint.dev data [--check] [TABLE …]`.

One module per source of facts. Each reads packages of pinned versions (`sources`), as their authors published them, and
says what the assignments of a table are to be (`command` lists the tables). What no package holds stands in `hand`,
with the page it was read on and the day. Nothing here runs during a check, and nothing here is installed.
"""
