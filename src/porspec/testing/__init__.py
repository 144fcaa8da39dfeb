"""pytest: variants collected, chosen, run and told of, and Cucumber Messages of a run.

What comes in are pytest's hooks; what goes out are its tests and reports. Imports the rooms before it.
"""
