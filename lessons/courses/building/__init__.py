"""The builder: a course is changed one step at a time, and each step can be undone."""
