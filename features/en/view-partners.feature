Feature: View your partner relationships
  See which partners you work with: your subscription advisors, delegated admins and resellers.

  Background:
    Given I work in the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"

  Scenario: View the list of partners
    Given "Contoso" is the partner of record of the subscription "Office 365 E3"
    When I go to the page "Settings > Partner relationships"
    Then the page lists the partner "Contoso"
    And no message is shown

  Rule: Without partners the list is empty
    If you do not have a partner, you see the message **There's nothing here.**

    Scenario: The empty list shows its message
      When I go to the page "Settings > Partner relationships"
      Then the message "There's nothing here." is shown
      And the page lists no partners

    Scenario: Another page does not show the message
      When I go to the page "Settings > Partner relationships"
      And I open the list of my subscriptions
      Then no message is shown

    Scenario: The home page does not show the message
      When I go to the page "Settings > Partner relationships"
      And I open the "admin center"
      Then no message is shown

  Rule: The list shows more than subscription advisors
    Your delegated admins and your resellers are on the list too.

    Scenario: A delegated admin is on the list
      Given "Fabrikam" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Fabrikam"

    Scenario: A reseller is on the list
      Given "Tailspin Toys" is my reseller
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Tailspin Toys"

    Scenario: Everybody is on the list
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Litware" is the partner of record of the subscription "Visio Plan 2"
      And "Fabrikam" is my delegated admin
      And "Northwind Traders" is my delegated admin
      And "Tailspin Toys" is my reseller
      And "Wingtip Toys" is my reseller
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Contoso"
      And the page lists the partner "Litware"
      And the page lists the partner "Fabrikam"
      And the page lists the partner "Northwind Traders"
      And the page lists the partner "Tailspin Toys"
      And the page lists the partner "Wingtip Toys"
      And the number of names on the page is "6"

    Scenario: Who has several relationships with you is on the list once
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "Visio Plan 2"
      And "Contoso" is my delegated admin
      And "Contoso" is my reseller
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Contoso" only

    Scenario: A long list has everybody
      Given I have "101" subscriptions of the product "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "Office 365 E3 (101)"
      And "101" partners are my delegated admins, and "101" others are my resellers
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Contoso"
      And the number of names on the page is "203"
      When I select the partner "Reseller 101"
      Then "Delete" is grayed out

  @assumption
  Rule: The list is in alphabetical order

    Scenario: Names come in alphabetical order
      Given "Litware" is the partner of record of the subscription "Office 365 E3"
      And "fabrikam" is my delegated admin
      And "Contoso" is my reseller
      And "Fabrikam Nederland" is the partner of record of the subscription "Visio Plan 2"
      When I go to the page "Settings > Partner relationships"
      Then the page lists "Contoso", "fabrikam", "Fabrikam Nederland" and "Litware"
