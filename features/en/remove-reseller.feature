Feature: Remove a reseller relationship
  You can't end your relationship with a reseller. Your reseller can.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"

  Rule: Ask your reseller to remove the relationship
    Send your reseller the [instructions for partners](https://docs.microsoft.com/partner-center/remove-a-relationship).
    On the page with [your partner relationships](view-partners.md), **Delete** is grayed out for a reseller.

    Scenario: “Delete” is grayed out for a reseller
      Given "101" partners are my delegated admins, and "101" others are my resellers
      And "Tailspin Toys" is my reseller
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Tailspin Toys"
      Then "Delete" is grayed out
      And I can't select "Delete"
      And the relationship with "Tailspin Toys" can't be ended
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Tailspin Toys"
      When I select the partner "Admin 1"
      Then "Delete" is available

    @assumption
    Scenario: A reseller that is also a delegated admin stays
      Given "Tailspin Toys" is my reseller
      And "Tailspin Toys" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Tailspin Toys"
      Then "Delete" is grayed out
      And no message is shown
      And the relationship with "Tailspin Toys" can't be ended
      And "Tailspin Toys" is my delegated admin

    @assumption
    Scenario: A reseller that is also a subscription advisor stays
      Given "Tailspin Toys" is my reseller
      And "Tailspin Toys" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Tailspin Toys"
      Then "Delete" is grayed out
      And the relationship with "Tailspin Toys" can't be ended
      And "Tailspin Toys" is the partner of record of the subscription "Office 365 E3"

  Rule: You can remove an advisor or a delegated admin yourself
    Open **Settings** > **Partner relationships**, select the partner, and then select **Delete**. If you only remove a
    partner's admin roles, the relationship stays.

    Scenario: A delegated admin is removed
      Given "Fabrikam" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      Then the page has only "Delete"
      When I select the option "Delete"
      Then the page lists no partners
      And the message "There's nothing here." is shown

    Scenario: Only the partner that you remove is removed
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
      And the page lists "3" names
      And no message is shown

  @assumption
  Rule: A removed advisor is no longer your partner of record
    This holds for all your subscriptions.

    Scenario: A subscription advisor is removed
      Given the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "1234568"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Contoso"
      And I select the option "Delete"
      Then the page lists "4" names
      And no message is shown
      And the subscription "Office 365 E3" has no partner of record
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And the page shows "Fabrikam" as "Advisor"
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I type the ID "1234567" for the subscription "Visio Plan 2" and select "Submit"
      Then "Contoso" is the partner of record of the subscription "Visio Plan 2"

    Scenario: The partner of the only subscription is removed
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Contoso" is my delegated admin
      When my subscription "Visio Plan 2" ends
      And I go to the page "Settings > Partner relationships"
      And I select the partner "Contoso"
      And I select the option "Delete"
      Then the page lists no partners
      And the message "There's nothing here." is shown
      And my only subscription is "Office 365 E3"
      And the subscription "Office 365 E3" has no partner of record

    Scenario: A partner is removed from every subscription, and as a delegated admin
      Given I also have the subscription "Project Plan 3"
      And "Contoso" is the partner of record of all my subscriptions
      And "Contoso" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Contoso"
      And I select the option "Delete"
      Then no subscription has a partner of record
      And I have no delegated admin
      And the page lists no partners
      And the message "There's nothing here." is shown
      And the list shows no ID for the subscription "Project Plan 3"
