"""Pages for readers, testers and translators, in Docs Markdown, for no site generator in particular.

What comes in are a Spec and Traces; what goes out are Pages. Imports `languages` and the rooms before it.
"""
