Feature: Change the partner of a subscription
  If another partner advises you from now on, replace the partner of record of your subscription.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"
    And "Contoso" is the partner of record of the subscription "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  Scenario Outline: Change the partner
    Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
    When I go to the page "<page>"
    And I select the subscription "Office 365 E3"
    And I select "Edit partner of record" under "Partner ID"
    And I type the ID "3214567" in the box "Partner ID"
    And I select the button "Check ID"
    And I select the button "Submit"
    Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
    And the subscription "Visio Plan 2" has no partner of record

    @o365-worldwide
    Examples:
      | page                          |
      | Billing > Products & services |

    @o365-germany @o365-21vianet
    Examples:
      | page                    |
      | Billing > Subscriptions |

  Rule: The new ID must belong to another partner
    An ID that belongs to no partner is refused, and so is the ID of your current partner. **Submit** looks the ID up as
    well, so nothing goes wrong if you leave out **Check ID**. This is our own assumption: Microsoft's documentation
    does not describe it.

    Scenario Outline: An unknown ID is refused
      Given no partner has the Microsoft Partner ID "9999999"
      When the ID "9999999" is entered with "<button>" for the subscription "Office 365 E3"
      Then the message "No partner has this ID." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

      Examples:
        | button   |
        | Check ID |
        | Submit   |

    Scenario Outline: The ID of the current partner is refused
      Given the partner "Tailspin Toys" gave me the Microsoft Partner ID "5554321"
      And "Tailspin Toys" is the partner of record of the subscription "Visio Plan 2"
      When the ID "5554321" is entered with "<button>" for the subscription "Visio Plan 2"
      Then the message "This partner is already the partner of record." is shown
      And "Tailspin Toys" is the partner of record of the subscription "Visio Plan 2"

      Examples:
        | button   |
        | Check ID |
        | Submit   |

  Rule: Remove the partner: empty the box
    If you empty the **Partner ID** box and select **Submit**, your subscription has no partner of record any more: see
    [Delete a partner from a subscription](delete-partner.md). **Check ID** refuses the empty box; this is our own
    assumption.

    Scenario: Submit with an emptied box removes the partner
      When I empty the box and select "Submit" for the subscription "Office 365 E3"
      Then the subscription "Office 365 E3" has no partner of record

    Scenario: Check ID refuses an empty box
      When I empty the box and select "Check ID" for the subscription "Office 365 E3"
      Then the message "Type a partner ID first." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

  Rule: Only an existing partner can be changed
    A subscription without a partner of record does not show **Edit partner of record**. This is our own assumption:
    Microsoft's documentation does not describe it.

    Scenario Outline: There is nothing to edit without a partner
      When I go to the page "<page>"
      And I select the subscription "Visio Plan 2"
      Then the admin center does not offer "Edit partner of record"

      @o365-worldwide
      Examples:
        | page                          |
        | Billing > Products & services |

      @o365-germany @o365-21vianet
      Examples:
        | page                    |
        | Billing > Subscriptions |

  Rule: With one subscription you have nothing to select
    If you have one subscription only, its page opens at once. This is our own assumption: Microsoft's documentation only
    says what you do with more than one.

    Scenario Outline: The page of the only subscription opens
      Given I have only the subscription "Project Plan 3"
      And "Contoso" is the partner of record of the subscription "Project Plan 3"
      When I go to the page "<page>"
      Then the admin center offers "Edit partner of record"

      @o365-worldwide
      Examples:
        | page                          |
        | Billing > Products & services |

      @o365-germany @o365-21vianet
      Examples:
        | page                    |
        | Billing > Subscriptions |

    Scenario: The partner of the only subscription is changed
      Given I have only the subscription "Project Plan 3"
      And "Contoso" is the partner of record of the subscription "Project Plan 3"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When the ID "3214567" is entered with "Submit" for the subscription "Project Plan 3"
      Then "Fabrikam" is the partner of record of the subscription "Project Plan 3"
