Feature: Delete a partner from a subscription
  If you no longer want a partner to be the partner of record of your subscription, empty the box with its ID.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"
    And "Contoso" is the partner of record of the subscription "Office 365 E3"

  # The clouds differ by one value only, the page: one outline, and a row for each page.
  Scenario Outline: Delete the partner
    When I go to the page "<page>"
    And I select the subscription "Office 365 E3"
    And I select "Edit partner of record" under "Partner ID"
    And I empty the box "Partner ID" on the page "Partner information"
    And I select the button "Submit"
    Then my subscription "Office 365 E3" has lost its partner of record

    @o365-worldwide @assumption
    Examples:
      | page                          |
      | Billing > Products & services |

    @o365-germany @o365-21vianet @assumption
    Examples:
      | page                    |
      | Billing > Subscriptions |

  Rule: Other subscriptions keep their partner
    You delete the partner from one subscription. If the same partner serves another subscription, it stays there. We
    assume that its other relationships with you stay too: Microsoft's documentation does not describe it.

    Scenario: A partner of two subscriptions loses one
      Given "Contoso" is the partner of record of the subscription "Visio Plan 2"
      When I empty the box and select "Submit" for the subscription "Office 365 E3"
      Then the subscription "Office 365 E3" has no partner of record
      And "Contoso" is the partner of record of the subscription "Visio Plan 2"

    Scenario: Other relationships with the partner stay
      Given "Contoso" is my delegated admin
      And "Contoso" is my reseller
      When I empty the box and select "Submit" for the subscription "Office 365 E3"
      Then the subscription "Office 365 E3" has no partner of record
      And "Contoso" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Contoso"
      Then "Delete" is grayed out

    Scenario: The deleted partner can come back
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      When I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I empty the box and select "Submit" for the subscription "Visio Plan 2"
      And the ID "3214567" is entered with "Submit" for the subscription "Office 365 E3"
      Then the subscription "Visio Plan 2" has no partner of record
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And I know the Microsoft Partner ID "3214567"

  Rule: Only an empty box deletes the partner
    An ID that belongs to no partner is refused, and the partner stays. What you typed stays in the box, so a second
    **Submit** deletes nothing either. A box that only holds spaces counts as empty. This is our own assumption:
    Microsoft's documentation does not describe it.

    Scenario: A wrong ID deletes nothing
      Given no partner has the Microsoft Partner ID "9999999"
      When the ID "9999999" is entered with "Submit" for the subscription "Office 365 E3"
      Then the message "No partner has this ID." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    Scenario: A second Submit after a wrong ID deletes nothing
      Given no partner has the Microsoft Partner ID "9999999"
      When the ID "9999999" is entered with "Submit" for the subscription "Office 365 E3"
      And I select the button "Submit"
      Then the box holds the ID "9999999"
      And the message "No partner has this ID." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    Scenario: A box with spaces only counts as empty
      When the ID "  " is entered with "Submit" for the subscription "Office 365 E3"
      Then the subscription "Office 365 E3" has no partner of record
      And I cannot select "Submit"
