"""Files of a project, read into values with places, and written whole. Imports no other room.

What comes in is text; what goes out are frozen values, and Problems with a place and a remedy.

Others use: problems (Location, Problem, SpecError, the registry of codes), files (read_source), writing (files and
folders that take their place whole), config (Config, read_config, without_consequences), settings (LanguageConfig),
mkdocs_yml (Site, load_site), monikers (Monikers), locale (languages, scripts, Gherkin's words), pages (names, front
matter, monikers and lineage), features, catalogues.
"""
