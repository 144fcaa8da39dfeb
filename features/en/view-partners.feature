Feature: View your partner relationships
  See which partners you work with, and how to reach them.

  Background:
    Given I have the subscriptions "Office 365 E3" and "Visio Plan 2"

  Scenario: View the list of partners
    Given "Contoso" is the partner of record of the subscription "Office 365 E3"
    And the partner "Contoso" has the phone number "555-0100" and the email address "info@contoso.com"
    When I go to the page "Settings > Partner relationships"
    Then the page shows "Contoso" as "Advisor"
    And no message is shown
    When I select the partner "Contoso"
    Then the phone number "555-0100" and the email address "info@contoso.com" are shown

  Scenario Outline: View the partner of each subscription
    Given I am signed in to the admin center
    And "Contoso" is the partner of record of the subscription "Office 365 E3"
    When I go to the page "<page>"
    Then the page shows the ID "7000000" for the subscription "Office 365 E3"

    @o365-worldwide @assumption
    Examples:
      | page                          |
      | Billing > Products & services |

    @o365-germany
    Examples:
      | page                    |
      | Billing > Subscriptions |

    @o365-21vianet @assumption
    Examples:
      | page                    |
      | Billing > Subscriptions |

  Rule: “Advisor” means partner of record
    An advisor is the partner of record of at least one of your subscriptions.

    Scenario: The partner of record of a subscription is an advisor
      Given I am signed in to the admin center
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Contoso" as "Advisor"
      When I empty the box for the subscription "Office 365 E3" and select "Submit"
      And I go to the page "Settings > Partner relationships"
      Then the page lists no partners

  Rule: Without partners the list is empty
    You don't have a partner yet. See how to [find one](find-partner.md).

    Scenario: The empty list shows its message
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And the partner "Fabrikam" sent me an offer by email
      When I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I go to the page "Settings > Partner relationships"
      Then the message "There's nothing here." is shown
      And the page lists no partners

    Scenario: Another page doesn't show the message
      Given I am signed in to the admin center
      When I go to the page "Settings > Partner relationships"
      And I open the list of my subscriptions
      Then no message is shown

    Scenario: The home page doesn't show the message
      When I go to the page "Settings > Partner relationships"
      And I open the "admin center"
      Then no message is shown

  Rule: The list shows more than subscription advisors
    Your delegated admins and your resellers are on the list too.

    Scenario: A delegated admin is on the list
      Given "Fabrikam" is my delegated admin
      And the partner "Fabrikam" has the phone number "555-0101" and the email address "sales@fabrikam.com"
      And the partner "Contoso" has the phone number "555-0100" and the email address "info@contoso.com"
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Fabrikam" as "Delegated administrator"
      And the page lists the partner "Fabrikam" only
      And no message is shown
      When I select the partner "Fabrikam"
      Then the phone number "555-0101" and the email address "sales@fabrikam.com" are shown
      And "Delete" is available
      And no message is shown
      When I select the option "Delete"
      Then the page lists no partners

    Scenario: A reseller is on the list
      Given "Tailspin Toys" is my reseller
      And the partner "Tailspin Toys" has the phone number "555-0102" and the email address "info@tailspintoys.com"
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Tailspin Toys" as "Reseller"
      And the page lists the partner "Tailspin Toys" only
      And no message is shown
      When I select the partner "Tailspin Toys"
      Then the phone number "555-0102" and the email address "info@tailspintoys.com" are shown
      And "Delete" is grayed out
      And no message is shown

    Scenario: A reseller that is also a delegated admin has both relationships
      Given "Tailspin Toys" is my reseller
      And "Tailspin Toys" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Tailspin Toys" as "Delegated administrator" and "Reseller"

    Scenario: Every partner is on the list
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Litware" is the partner of record of the subscription "Visio Plan 2"
      And "Fabrikam" is my delegated admin
      And "Northwind Traders" is my delegated admin
      And "Tailspin Toys" is my reseller
      And "Wingtip Toys" is my reseller
      And "Contoso" is my delegated admin
      And "Litware" is my reseller
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Contoso" as "Advisor" and "Delegated administrator"
      And the page shows "Litware" as "Advisor" and "Reseller"
      And the page lists the partner "Fabrikam"
      And the page lists the partner "Northwind Traders"
      And the page lists the partner "Tailspin Toys"
      And the page lists the partner "Wingtip Toys"
      And the page lists "6" names

    Scenario: A partner with several relationships is on the list once
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "Visio Plan 2"
      And "Contoso" is my delegated admin
      And "Contoso" is my reseller
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Contoso" only
      And the page shows "Contoso" as "Advisor", "Delegated administrator" and "Reseller"
      And no message is shown

    Scenario: A long list has every partner
      Given "Contoso" is the partner of record of the subscription "Visio Plan 2"
      And "101" partners are my delegated admins, and "101" others are my resellers
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Contoso"
      And the page lists "203" names
      When I select the partner "Reseller 101"
      Then "Delete" is grayed out

  @assumption
  Rule: The list is in alphabetical order

    Scenario: Names come in alphabetical order
      Given "Litware" is the partner of record of the subscription "Office 365 E3"
      And "fabrikam" is my delegated admin
      And "Contoso" is my reseller
      And "Fabrikam North" is the partner of record of the subscription "Visio Plan 2"
      When I go to the page "Settings > Partner relationships"
      Then the page lists "Contoso", "fabrikam", "Fabrikam North" and "Litware"
