Feature: Cells
  Scenario: rows of two lengths
    Given a table
      | one | two |
      | one |

  Scenario Outline: and Examples
    Given <one>
    Examples:
      | one | two |
      | one |
