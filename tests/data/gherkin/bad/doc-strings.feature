Feature: Doc strings
  Scenario: two of them
    Given a step
      """
      one
      """
      """
      two
      """
