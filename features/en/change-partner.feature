Feature: Change the partner of a subscription
  When another partner starts to advise you, make it the partner of record of your subscription.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"
    And "Contoso" is the partner of record of the subscription "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  Scenario Outline: Change the partner
    Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
    When I go to the page "<page>"
    And I select the subscription "Office 365 E3"
    And I select "Edit partner of record" under "Partner ID"
    And I type the new ID "3214567" in the box "Partner ID"
    And I select the button "Check ID"
    And I select the button "Submit"
    Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
    And the subscription "Visio Plan 2" has no partner of record
    And the page "<page>" shows the ID "3214567" for the subscription "Office 365 E3"

    @o365-worldwide
    Examples:
      | page                          |
      | Billing > Products & services |

    @o365-germany @o365-21vianet
    Examples:
      | page                    |
      | Billing > Subscriptions |

  @assumption
  Rule: The new ID must belong to another partner
    Ask the new partner for its ID, and correct what you typed. **Submit** also refuses a wrong ID.

    Scenario Outline: An unknown ID is refused
      Given no partner has the Microsoft Partner ID "9999999"
      When I type the ID "9999999" for the subscription "Office 365 E3" and select "<button>"
      Then the message "No partner has this ID." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Contoso" as "Advisor"
      And no message is shown

      Examples:
        | button   |
        | Check ID |
        | Submit   |

    Scenario Outline: The ID of the current partner is refused
      Given the partner "Tailspin Toys" gave me the Microsoft Partner ID "5554321"
      And "Tailspin Toys" is the partner of record of the subscription "Visio Plan 2"
      And "Tailspin Toys" is my reseller
      And "Tailspin Toys" is my delegated admin
      When I type the ID "5554321" for the subscription "Visio Plan 2" and select "<button>"
      Then the message "This partner is already the partner of record." is shown
      And the box holds the ID "5554321"
      When I change the ID in the box to " 5554321 "
      Then no message is shown
      When I select the button "<button>"
      Then the message "This partner is already the partner of record." is shown
      And the box holds the ID " 5554321 "
      And "Tailspin Toys" is the partner of record of the subscription "Visio Plan 2"
      And "Tailspin Toys" is my delegated admin

      Examples:
        | button   |
        | Check ID |
        | Submit   |

    Scenario Outline: An ID that is almost right is refused
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I type the ID "<id>" for the subscription "Office 365 E3" and select "<button>"
      Then the message "No partner has this ID." is shown
      And the box holds the ID "<id>"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

      Examples:
        | button   | id         |
        | Submit   | 321456     |
        | Submit   | 32145678   |
        | Submit   | 03214567   |
        | Submit   | 321 4567   |
        | Submit   | 3214576    |
        | Submit   | 3214567-   |
        | Submit   | ID 3214567 |
        | Submit   | Fabrikam   |
        | Check ID | 32145678   |
        | Check ID | 321 4567   |

    Scenario: Spaces around the ID don't matter
      Given "101" partners are my delegated admins, and "101" others are my resellers
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I type the ID "  3214567  " for the subscription "Office 365 E3" and select "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"

    Scenario: An ID can be checked again
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I type the ID " 3214567 " for the subscription "Office 365 E3" and select "Check ID"
      And I select the button "Check ID"
      Then the message "This partner ID is correct." is shown
      And the box holds the ID " 3214567 "
      And I don't know the Microsoft Partner ID "3214567"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I change the ID in the box to "  "
      Then no message is shown

    Scenario: A refused ID can be corrected
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I type the ID "9999999" for the subscription "Office 365 E3" and select "Submit"
      Then the message "No partner has this ID." is shown
      And the box holds the ID "9999999"
      When I change the ID in the box to "3214567"
      Then no message is shown
      When I select the button "Check ID"
      Then the message "This partner ID is correct." is shown
      And the box holds the ID "3214567"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I select the button "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And no message is shown
      And the button "Submit" is no longer shown
      And "Edit partner of record" is available

  @assumption
  Rule: Nothing else changes
    Your other subscriptions keep their partner. The old partner keeps its other relationships with you, and the new
    partner gets no others.

    Scenario: A partner of two subscriptions is replaced in one
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Contoso" is the partner of record of the subscription "Visio Plan 2"
      When I type the ID "3214567" for the subscription "Visio Plan 2" and select "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And no message is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And I have no delegated admin

    Scenario: A subscription whose name is almost the same keeps its partner
      Given I also have the subscription "OFFICE 365 E3"
      And "Contoso" is the partner of record of the subscription "OFFICE 365 E3"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And the partner "Fabrikam North" gave me the Microsoft Partner ID "3214568"
      And "101" partners are my delegated admins, and "101" others are my resellers
      When I get "100" more subscriptions of the product "Office 365 E3"
      And I type the ID "3214568" for the subscription "Office 365 E3" and select "Submit"
      And I type the ID "3214567" for the subscription "Office 365 E3" and select "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3" only
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "OFFICE 365 E3"
      When I open the list of my subscriptions
      Then "office 365 e3" isn't on the page
      And "Office 365" isn't on the page
      And "Office 365 E3 (102)" isn't on the page

    Scenario: Subscriptions are listed in the order in which you got them
      Given I also have the subscription "Project Plan 3"
      And I also have the subscription "Dynamics 365"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Contoso" is the partner of record of the subscription "Visio Plan 2"
      And "Contoso" is the partner of record of the subscription "Project Plan 3"
      When I type the ID "3214567" for the subscription "Visio Plan 2" and select "Submit"
      And I empty the box for the subscription "Project Plan 3" and select "Submit"
      And I open the list of my subscriptions
      Then the page lists "Office 365 E3", "Visio Plan 2", "Project Plan 3" and "Dynamics 365"

    Scenario: The partner of another subscription can take over
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And the partner "Litware" gave me the Microsoft Partner ID "321456"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      When I type the ID "3214567" for the subscription "Office 365 E3" and select "Check ID"
      Then the message "This partner ID is correct." is shown
      When I select the button "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Fabrikam" only

    Scenario: The old partner stays your delegated admin and your reseller
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Contoso" is my delegated admin
      And "Contoso" is my reseller
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I type the ID "3214567" for the subscription "Office 365 E3" and select "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3" only
      And my delegated admins are "Contoso" and "Northwind Traders"
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      And no message is shown
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Contoso" as "Delegated administrator" and "Reseller"
      And the page shows "Fabrikam" as "Advisor"
      And the page lists "5" names
      And no message is shown

    Scenario: A delegated admin and a reseller can be your advisor too
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Fabrikam" is my delegated admin
      And "Fabrikam" is my reseller
      When I type the ID "3214567" for the subscription "Office 365 E3" and select "Check ID"
      Then the message "This partner ID is correct." is shown
      When I select the button "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And "Fabrikam" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Fabrikam" only
      And the page shows "Fabrikam" as "Advisor", "Delegated administrator" and "Reseller"

  @assumption
  Rule: The box shows the ID of your current partner
    Replace it with the new ID. If you go to another subscription before you select **Submit**, what you typed is gone.

    Scenario: Each subscription has its own ID in the box
      Given the partner "Tailspin Toys" gave me the Microsoft Partner ID "5554321"
      And "Tailspin Toys" is the partner of record of the subscription "Visio Plan 2"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I type the ID "3214567" for the subscription "Office 365 E3" and select "Check ID"
      And I open the box for the subscription "Visio Plan 2" that has the button "Submit"
      Then the box holds the ID "5554321"
      And no message is shown
      When I type the ID "9999999" for the subscription "Office 365 E3" and select "Submit"
      And I open the box for the subscription "Visio Plan 2" that has the button "Submit"
      Then the box holds the ID "5554321"
      And no message is shown
      And the list shows the ID "5554321" for the subscription "Visio Plan 2"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    Scenario: Beside the box are two buttons
      When I open the box for the subscription "Office 365 E3" that has the button "Submit"
      Then the page has only "Check ID" and "Submit"

  Rule: You can also delete the partner
    If you don't want a new partner, you can [delete the current one from the subscription](delete-partner.md).

    Scenario: “Submit” with an empty box deletes the partner
      When I empty the box for the subscription "Office 365 E3" and select "Submit"
      Then the subscription "Office 365 E3" has no partner of record
      And no message is shown

  @assumption
  Rule: Without an ID there's nothing to check
    Ask the new partner for its ID, and type it in the box. Don't select **Submit** while the box is empty: that deletes
    the partner from the subscription.

    Scenario: “Check ID” refuses an empty box
      Given I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I empty the box for the subscription "Office 365 E3" and select "Check ID"
      Then the message "Type a partner ID first." is shown
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    Scenario: A box with spaces only counts as empty
      When I type the ID "  " for the subscription "Office 365 E3" and select "Check ID"
      Then the message "Type a partner ID first." is shown
      And the box holds the ID "  "

  @o365-21vianet @assumption
  Rule: You can only change a partner that you have
    Your subscription has no partner of record yet. See how to [accept a partner's offer](accept-offer.md).

    Scenario: There's nothing to edit until a partner is added
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Visio Plan 2"
      Then "Edit partner of record" isn't available

    Scenario: The page of a subscription with a partner has one control
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      Then the page has only "Edit partner of record"

  @o365-worldwide @o365-germany @assumption
  Rule: Without a partner there's nothing to change
    Your subscription has no partner of record yet. See how to [add a partner](add-partner.md).

    Scenario Outline: There's nothing to edit without a partner
      When I go to the page "<page>"
      And I select the subscription "Visio Plan 2"
      Then "Edit partner of record" isn't available

      @o365-worldwide
      Examples:
        | page                          |
        | Billing > Products & services |

      @o365-germany
      Examples:
        | page                    |
        | Billing > Subscriptions |

    Scenario Outline: The page of a subscription with a partner has two controls
      When I go to the page "<page>"
      And I select the subscription "Office 365 E3"
      Then the page has only "<name>" and "Edit partner of record"
      And the page has no box
      And the checkout wizard is closed

      @o365-worldwide
      Examples:
        | page                          | name    |
        | Billing > Products & services | Partner |

      @o365-germany
      Examples:
        | page                    | name         |
        | Billing > Subscriptions | More actions |

  @assumption
  Rule: If you have only one subscription, it opens at once

    Scenario Outline: The page of the only subscription opens
      When my subscription "Visio Plan 2" ends
      And I go to the page "<page>"
      Then "Edit partner of record" is available

      @o365-worldwide
      Examples:
        | page                          |
        | Billing > Products & services |

      @o365-germany @o365-21vianet
      Examples:
        | page                    |
        | Billing > Subscriptions |

    Scenario: The partner of the only subscription is changed
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When my subscription "Visio Plan 2" ends
      And I type the ID "3214567" for the subscription "Office 365 E3" and select "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
