# The tags are the clouds that have this task: remove the others. Without a tag, all clouds are meant.
@o365-worldwide @o365-germany @o365-21vianet
Feature: TODO: keep partner
  TODO: what the reader gets done here, and when.

  Background:
    Given TODO: what holds before each scenario

  # A scenario under the feature is a procedure: its steps are the page's numbered steps. Clouds that differ by a value
  # share one, with Examples for each; clouds that differ by their steps have one each.
  Scenario Outline: TODO: the task, or the way that this scenario shows
    Given TODO: what the reader needs first
    When TODO: what the reader does, with "<value>"
    Then TODO: what the reader sees at the end

    @o365-worldwide
    Examples:
      | value |
      | TODO  |

    @o365-germany
    Examples:
      | value |
      | TODO  |

    @o365-21vianet
    Examples:
      | value |
      | TODO  |

  # A rule holds around the procedures: the page shows it as a note, and the scenarios below it as its proof.
  Rule: TODO: what the reader should know
    TODO: why it is so, and what the reader can do.

    Scenario: TODO: a case that proves the rule
      Given TODO: what holds in this case
      When TODO: what is done
      Then TODO: what is shown, or refused
