"""What each code of a problem means, in one sentence; docs/problems says more."""

from __future__ import annotations

from collections.abc import Mapping

MEANINGS: Mapping[str, str] = {
    "feature-syntax": "A line is not Gherkin, or the file is not UTF-8.",
    "feature-language": "The header # language: is not that of the folder, so that no keyword would be right.",
    "feature-empty": "The file holds no feature, or a feature without scenarios.",
    "feature-missing": "A language lacks a feature that another one has, or there are no features at all.",
    "feature-place": "A feature stands where nothing reads it.",
    "feature-stale": "A feature of another language is older than the source feature or the catalogues.",
    "feature-edited": "A feature of another language was edited since porspec sync wrote it.",
    "take-back": (
        "porspec sync --from was given something that is no feature of that language, or an edit that the "
        "source language cannot express."
    ),
    "source-text-missing": (
        "An edited feature has a new name or paragraph, which the source language does not have yet."
    ),
    "feature-name": "What porspec new feature was given is no name for files and a page.",
    "feature-exists": "porspec new feature was given the name of a feature or of a page that is there already.",
    "to-do": "A text, a step or a value is still to be written.",
    "languages-differ": "Two languages of a feature are not the same program.",
    "scenario-empty": "A scenario has no steps.",
    "unnamed": "A feature, rule or scenario has no name.",
    "rule-empty": "A rule has no example.",
    "scenario-name-twice": "Two scenarios of a feature have one name, and pytest-bdd would run only one of them.",
    "scenario-failed": "A scenario ran and a step failed.",
    "moniker-outside-parent": "A tag names a cloud that the feature, rule or scenario around it does not have.",
    "tag-unknown": "A tag is neither a moniker nor declared in [tool.porspec.tags].",
    "examples-missing": "A scenario has <placeholders> and no Examples to fill them.",
    "examples-empty": "An Examples table has no rows.",
    "column-missing": "An Examples table lacks a column that a step names.",
    "column-unused": "An Examples table has a column that no step names, or has it twice.",
    "column-type": "A column is used for two kinds of argument, so that its cells could not be translated.",
    "description-keyword": (
        "A translated description begins a line with a Gherkin keyword and would be read as a step."
    ),
    "step-undefined": "No definition has this text, in this language, for this kind of step.",
    "step-ambiguous": "Two definitions read the same.",
    "step-language": "The step is written in another language than its file.",
    "step-in-description": "A step is read as a description.",
    "step-quote": "A quote is missing.",
    "step-definition": "A pattern and its function do not fit.",
    "step-argument": "A step lacks the table or doc string of its definition, or has one that it does not take.",
    "step-defined-twice": "One pattern is defined twice for one kind of step.",
    "definition-unused": "No scenario uses a step definition.",
    "step-unguarded": "The glossary holds no verb of an instruction, so that a wrong translation would go unnoticed.",
    "steps-import": "The steps package cannot be imported; the place is where Python stopped.",
    "argument-placeholder": "An argument mixes a <column> with other text.",
    "argument-value": "An argument is not what its type takes, such as a word where a number belongs.",
    "label-unknown": "An argument names no label of the kind that the step takes.",
    "label-ambiguous": "Two labels that one argument can name have the same text in a language.",
    "po-syntax": "A PO file does not parse.",
    "po-missing": "A language lacks a PO file.",
    "untranslated": (
        "A message has no translation, or only a fuzzy one, in a language that [tool.porspec.languages] holds "
        "to be complete."
    ),
    "pattern-placeholders": "The translation of a pattern lacks, renames or unquotes a placeholder.",
    "translation-markup": (
        "A translation has other placeholders, link targets, code, HTML or bold words than its message."
    ),
    "translation-punctuation": "A translation does not end as its message does.",
    "translation-blank": "A translation begins or ends with a blank, or holds a line break.",
    "label-in-text": "Bold words are labels, and a text does not call a label what the catalogue calls it.",
    "text-ambiguous": "Two texts that stand beside each other have one translation.",
    "label-text": "A label holds a quote,  >  or a <placeholder>, so that no step could name it.",
    "label-inconsistent": "Two labels have one text in the source language, and two in another.",
    "glossary": "A text does not call a thing what the glossary calls it, or uses a word that the glossary forbids.",
    "message-unused": "A PO file holds a message that is in no source any more.",
    "language-code": "What porspec new language was given is no code of a language.",
    "language-exists": "porspec new language was asked for a language that is there already.",
    "language-missing": "There is no folder of PO files for this language.",
    "docs-front-matter": "What stands between the lines --- at the top of a page is not valid YAML.",
    "moniker-range-invalid": (
        "A range cannot be read, or it names a cloud that [[tool.porspec.monikers]] does not define."
    ),
    "moniker-range-undefined": (
        "A page or a zone has a range, and no glob of [tool.porspec.moniker_ranges] matches the page."
    ),
    "moniker-range-out-of-scope": (
        "The front matter of a page leaves none of the clouds that the configuration gives it."
    ),
    "moniker-zone-empty": "No cloud of the page reads a zone.",
    "duplicate-moniker-config": "The front matter has both monikers and monikerRange.",
    "invalid-moniker-range": (
        "The opening of a zone cannot be read, text stands after it or after the end, or the zone has no end."
    ),
    "zone-colons": "A line of a zone begins with fewer than three colons.",
    "zone-stray-end": "A line ends no zone, and readers would see it.",
    "zone-nested": "A zone begins in another one.",
    "zone-in-html": (
        "A line of a zone stands within HTML, which is left as it is, so that readers of every cloud would "
        "see the zone and its lines."
    ),
    "zone-without-text": "A zone holds nothing.",
    "zone-in-table": "The opening or the end of a zone stands between the rows of a table.",
    "zone-portal": "A text for some clouds links to the portal of another cloud.",
    "h1-in-moniker": "A heading of the first level, the title of the page, stands in a zone.",
    "heading-skipped": "A heading is more than one level below the one before it, for the clouds that are named.",
    "docs-unreadable": "A page is not UTF-8, or cannot be opened.",
    "docs-target": "A link leads to no page or file of the site.",
    "publish-url-conflict": "Two pages have one address.",
    "docs-target-clouds": "A link is read by clouds that do not have what it leads to.",
    "docs-alert": "A line such as > [!NOTE] begins no alert, and readers see the line itself.",
    "docs-include": "The page includes another file with [!INCLUDE …], which is not supported.",
    "docs-video": "The page shows a video with [!VIDEO …], which is not supported.",
    "docs-tab": "A heading is a tab (#tab/…), which is not supported.",
    "translation-lineage": (
        "A translated page does not say which revision of the source language's page it was made from, so "
        "that nobody would see it fall behind."
    ),
    "translation-outdated": "The page in the source language has changed since this page was translated.",
    "configuration": "pyproject.toml is missing, is not valid TOML, or its [tool.porspec] does not make sense.",
    "option": "--cloud or --language names none that there is.",
    "mkdocs": "MkDocs stopped while it built the site.",
    "render-folder": (
        "porspec render was given a folder that holds something else, or a page that was edited since it was "
        "written there."
    ),
    "port": "None of the ports that porspec serve tried is free.",
}
