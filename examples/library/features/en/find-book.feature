Feature: Find a book
  See whether the library has a book.

  Background:
    Given the library has the book "Jane Eyre" by "Charlotte Brontë"
    And the library has the book "Emma" by "Jane Austen"

  Scenario: Find a book
    When I go to the page "Catalogue"
    And I type "Brontë" into the box "Title or author"
    Then the list shows "Jane Eyre"

  Rule: Accents and capitals make no difference
    You need not type them.

    Scenario: An author without her accent
      When I type "bronte" into the box "Title or author"
      Then the list shows "Jane Eyre"

  Rule: A book that isn't there isn't found
    Try a single word of the title.

    Scenario: A title that the library doesn't have
      When I type "Persuasion" into the box "Title or author"
      Then I see the message "No book found."
