Feature: Other ends of lines
  With a description

  Scenario: They are no part of a text
    Given a doc string
      """
      one
      two
      """
    And a table
      | one | two |
