Feature: Pay a fine
  Pay for books that came back late.

  Scenario Outline: Pay a fine
    Given I have a fine of "3.50" euros
    When I go to the page "<page>"
    And I select the button "Pay"
    Then I owe nothing

    @shelf-4
    Examples:
      | page     |
      | My fines |

    @shelf-5
    Examples:
      | page       |
      | My account |

  Rule: Without a fine there's nothing to pay
    A loan that is late costs something only when it is returned.

    Scenario Outline: No fine
      When I go to the page "<page>"
      Then I can't select "Pay"

      @shelf-4
      Examples:
        | page     |
        | My fines |

      @shelf-5
      Examples:
        | page       |
        | My account |
