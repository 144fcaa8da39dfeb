"""Files of a project, read into values with places, and written whole. Imports no other room.

What comes in is text; what goes out are frozen values, and Problems with a place and a remedy.

Others use: problems (Location, Problem, SpecError), files (read_source, swap_in, swap_folder_in), config (Config,
read_config), mkdocs_yml (Site, read_site, load_site), monikers (Moniker, Monikers), locale (what is known of languages
and scripts), pages (names, front matter, monikers and lineage of pages), codes and severity (what problems there are
and how much they matter), features, gherkin and tables, catalogues.
"""
