@a tag
Feature: Tags
  Scenario: blanks
    Given nothing

  @at @the @end
