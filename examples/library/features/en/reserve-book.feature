@shelf-5
Feature: Reserve a book
  Be the next one who gets a book that is on loan.

  Background:
    Given the library has the book "Emma" by "Jane Austen"

  Scenario: Reserve a book
    Given another reader has borrowed "Emma"
    When I go to the page "Catalogue"
    And I type "Austen" into the box "Title or author"
    And I select the book "Emma"
    And I select the button "Reserve"
    Then "Emma" is reserved for me

  Rule: A book that stands in the library isn't reserved
    Borrow it.

    Scenario: The book is there
      When I look up "Emma"
      Then I can't select "Reserve"
      And I can select "Borrow"

  Rule: One reader reserves a book
    Ask again when it's back.

    Scenario: Another reader was first
      Given another reader has borrowed "Emma"
      And another reader has reserved "Emma"
      When I look up "Emma"
      Then I can't select "Reserve"
