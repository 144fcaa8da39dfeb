Feature: Borrow a book
  Take a book home for three weeks.

  Background:
    Given the library has the book "Emma" by "Jane Austen"

  Scenario: Borrow a book
    When I go to the page "Catalogue"
    And I type "Austen" into the box "Title or author"
    And I select the book "Emma"
    And I select the button "Borrow"
    Then I have borrowed "Emma" until "2026-03-23"

  Rule: Nobody borrows a book that another reader has
    Wait until it's back.

    Scenario: Another reader has the book
      Given another reader has borrowed "Emma"
      When I look up "Emma"
      Then I can't select "Borrow"

  Rule: Who owes more than 5 euros borrows nothing
    Pay the fine, and borrow the book again.

    Scenario: A fine that is too high
      Given I have a fine of "5.01" euros
      When I try to borrow "Emma"
      Then I see the message "Pay your fine first."

    Scenario: A fine that is just low enough
      Given I have a fine of "5.00" euros
      When I try to borrow "Emma"
      Then I have borrowed "Emma" until "2026-03-23"
