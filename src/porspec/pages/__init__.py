"""Pages for readers, testers and translators, in Docs Markdown, for no site generator in particular.

What comes in are a Spec and Traces; what goes out are texts by the names of pages. Imports `languages` and the rooms
before it. Others use: help (`render`: the page of each feature), overviews (`compare_page`, `coverage_page`,
`step_page`, `translation_page`, `problem_page`, `task_table`), steps (`entries`, `find`, `lines`: the step catalogue
for a terminal).
"""
