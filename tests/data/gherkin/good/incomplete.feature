@one @two
@three
Feature:
  A description,
    # a comment
  which goes on.

  Background:

  Scenario:

  Scenario: Without steps
    Geen stappen

  Scenario Outline: Without examples
    Given <nothing>

  Scenario Outline: With examples that hold nothing
    Given <nothing>

    Examples:

    Examples: A heading alone
      | nothing |

    @four
    Examples:
      | nothing |
      | here    |

  @five
  Rule:

    @six
    Example: Tags add up
      Then all are there
