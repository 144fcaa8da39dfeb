Feature: Renew a loan
  Keep a book for three more weeks.

  Background:
    Given the library has the book "Emma" by "Jane Austen"
    And I have "Emma" at home until "2026-03-05"

  Scenario: Renew a loan
    When I go to the page "My loans"
    And I select the book "Emma"
    And I select the button "Renew"
    Then I have borrowed "Emma" until "2026-03-26"

  Rule: A loan isn't renewed for ever
    Shelf 4 renews a loan once, and Shelf 5 twice. Return the book, and borrow it again.

    Scenario Outline: A loan that was renewed <times> times
      Given I have renewed "Emma" "<times>" times
      When I try to renew "Emma"
      Then I see the message "You can't renew this loan again."

      @shelf-4
      Examples:
        | times |
        | 1     |

      @shelf-5
      Examples:
        | times |
        | 2     |

  @shelf-5
  Rule: A book that another reader waits for isn't renewed
    Return it by its last day.

    Scenario: Another reader has reserved the book
      Given another reader has reserved "Emma"
      When I try to renew "Emma"
      Then I see the message "Another reader has reserved this book."
