"""Files of a project, read into values with places: configuration, monikers, features, catalogues, front matter.

What comes in is text; what goes out are frozen values and Problems. Imports no other room.
"""
