Feature: Open
  Scenario: end
    Given a doc string
      """
      that does not end
