Feature: Return a book
  Bring a book back to the self-service.

  Background:
    Given the library has the book "Emma" by "Jane Austen"

  Scenario: Return a book
    Given I have "Emma" at home until "2026-03-05"
    When I go to the page "My loans"
    And I select the book "Emma"
    And I select the button "Return"
    Then I no longer have "Emma"

  Rule: Each day that a book is late costs 10 cents
    The last day itself costs nothing.

    Scenario: Three days late
      Given I have "Emma" at home until "2026-02-27"
      When I bring back "Emma"
      Then my fine is "0.30" euros

    Scenario: On the last day
      Given I have "Emma" at home until "2026-03-02"
      When I bring back "Emma"
      Then I owe nothing
