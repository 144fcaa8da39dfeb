Feature: Delete a partner from a subscription
  Stop a partner from being the partner of record of your subscription.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"
    And "Contoso" is the partner of record of the subscription "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  @assumption
  Scenario Outline: Delete the partner
    When I go to the page "<page>"
    And I select the subscription "Office 365 E3"
    And I select "Edit partner of record" under "Partner ID"
    And I empty the box "Partner ID" on the page "Partner information"
    And I select the button "Submit"
    Then my subscription "Office 365 E3" no longer has a partner of record
    And the page "<page>" shows no ID for the subscription "Office 365 E3"

    @o365-worldwide @assumption
    Examples:
      | page                          |
      | Billing > Products & services |

    @o365-germany @o365-21vianet @assumption
    Examples:
      | page                    |
      | Billing > Subscriptions |

  @assumption
  Rule: Nothing changes for your other subscriptions
    The partner also keeps its other relationships with you.

    Scenario: A partner of two subscriptions loses one
      Given "Contoso" is the partner of record of the subscription "Visio Plan 2"
      When I empty the box for the subscription "Office 365 E3" and select "Submit"
      Then the subscription "Office 365 E3" has no partner of record
      And "Contoso" is the partner of record of the subscription "Visio Plan 2"
      And the list shows no ID for the subscription "Office 365 E3"
      When I empty the box for the subscription "Visio Plan 2" and select "Submit"
      Then no subscription has a partner of record
      When I go to the page "Settings > Partner relationships"
      Then the page lists no partners
      And the message "There's nothing here." is shown

    Scenario: Other relationships with the partner stay
      Given "Contoso" is my delegated admin
      And "Contoso" is my reseller
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I empty the box for the subscription "Office 365 E3" and select "Submit"
      Then the subscription "Office 365 E3" has no partner of record
      And my delegated admins are "Contoso" and "Northwind Traders"
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      And no message is shown
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Contoso" as "Delegated administrator" and "Reseller"
      And the page lists "4" names
      And no message is shown
      When I select the partner "Contoso"
      Then "Delete" is grayed out

    Scenario: The deleted partner can come back
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      When I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I empty the box for the subscription "Visio Plan 2" and select "Submit"
      And I type the ID "3214567" for the subscription "Office 365 E3" and select "Submit"
      Then the subscription "Visio Plan 2" has no partner of record
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And I know the Microsoft Partner ID "3214567"

  @assumption
  Rule: Only an empty box deletes the partner
    There's still something in the box, and the partner stays. Empty the box, and select **Submit** again.

    Scenario: A wrong ID deletes nothing
      Given no partner has the Microsoft Partner ID "9999999"
      When I type the ID "9999999" for the subscription "Office 365 E3" and select "Submit"
      Then the message "No partner has this ID." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    Scenario: A second “Submit” after a wrong ID deletes nothing
      Given no partner has the Microsoft Partner ID "9999999"
      When I type the ID "9999999" for the subscription "Office 365 E3" and select "Submit"
      And I select the button "Submit"
      Then the box holds the ID "9999999"
      And the message "No partner has this ID." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    Scenario: A box with spaces only counts as empty
      When I type the ID "  " for the subscription "Office 365 E3" and select "Submit"
      Then the subscription "Office 365 E3" has no partner of record
      And no message is shown
      And I can't select "Submit"
