Feature: First steps of any keyword

  Scenario: A star
    * a star is of no kind
    And what goes on after it is neither
    When there is a kind
    And it goes on
    * a star ends it
    But not for what follows

  Scenario: And
    And this goes on after nothing
    Given there is a kind

  Scenario: But
    But this too

  Rule: A background is what comes first

    Background:
      Given a kind

    Example: It goes on
      And in the example
      Then there is another

  Rule: A background may have no kind

    Background:
      * no kind

    Example: Nor has what goes on
      And this

    Scenario Outline: In an outline
      And <this>

      Examples:
        | this |
        | that |
