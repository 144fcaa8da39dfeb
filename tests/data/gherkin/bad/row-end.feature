Feature: Rows
  Scenario: one without an end
    Given a table
      | one |
      | two
