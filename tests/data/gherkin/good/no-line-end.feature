Feature: No line end
  Scenario Outline: at the end
    Given <it>
    Examples:
      | it |
      | is |