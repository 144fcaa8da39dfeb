Feature: Remove a reseller relationship
  A reseller sells you licenses. Only the reseller can end this relationship.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"

  Rule: You cannot remove a reseller relationship yourself
    On the page with [your partner relationships](view-partners.md), **Delete** is grayed out for a reseller. Ask your
    reseller to follow the [instructions for partners](https://docs.microsoft.com/partner-center/remove-a-relationship).

    Scenario: Delete is grayed out for a reseller
      Given "101" partners are my delegated admins, and "101" others are my resellers
      And "Tailspin Toys" is my reseller
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Tailspin Toys"
      Then "Delete" is grayed out
      And I cannot select "Delete"
      And the relationship with "Tailspin Toys" cannot be ended
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Tailspin Toys"

    Scenario: A reseller that is also a delegated admin stays
      Given "Tailspin Toys" is my reseller
      And "Tailspin Toys" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Tailspin Toys"
      Then "Delete" is grayed out
      And the relationship with "Tailspin Toys" cannot be ended
      And "Tailspin Toys" is my delegated admin

    Scenario: A reseller that is also a subscription advisor stays
      Given "Tailspin Toys" is my reseller
      And "Tailspin Toys" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Tailspin Toys"
      Then "Delete" is grayed out
      And the relationship with "Tailspin Toys" cannot be ended
      And "Tailspin Toys" is the partner of record of the subscription "Office 365 E3"

  Rule: You can end other relationships yourself
    For a subscription advisor or a delegated admin, **Delete** is available. We assume that an advisor you delete is
    also no longer the partner of record of your subscriptions: Microsoft's documentation does not describe it.

    Scenario: A delegated admin is deleted
      Given "Fabrikam" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      Then the page has only "Delete"
      When I select the option "Delete"
      Then the page lists no partners
      And the message "There's nothing here." is shown

    Scenario: A subscription advisor is deleted
      Given the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "1234568"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Contoso"
      And I select the option "Delete"
      Then the subscription "Office 365 E3" has no partner of record
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And the page lists the partner "Fabrikam"
      And I have no delegated admin
      When the ID "1234567" is entered with "Submit" for the subscription "Visio Plan 2"
      Then "Contoso" is the partner of record of the subscription "Visio Plan 2"

    Scenario: A partner of the only subscription is deleted
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Contoso" is my delegated admin
      When my subscription "Visio Plan 2" ends
      And I go to the page "Settings > Partner relationships"
      And I select the partner "Contoso"
      And I select the option "Delete"
      Then the page lists no partners

    Scenario: Only the partner that you delete is deleted
      Given "Fabrikam" is my delegated admin
      And "Litware" is my delegated admin
      And "Northwind Traders" is my delegated admin
      And "Tailspin Toys" is my reseller
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Northwind Traders"
      And I select the option "Delete"
      Then my delegated admins are "Fabrikam" and "Litware"
      And the page lists the partner "Fabrikam"
      And the page lists the partner "Tailspin Toys"
      And the number of names on the page is "3"
      And no message is shown

    Scenario: A partner is deleted from every subscription, and as a delegated admin
      Given I have "101" subscriptions of the product "Office 365 E3"
      And "Contoso" is the partner of record of all my subscriptions
      And "Contoso" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Contoso"
      And I select the option "Delete"
      Then no subscription has a partner of record
      And I have no delegated admin
      And the page lists no partners
