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

    Scenario: Other pages do not show the message
      When I open the list of my subscriptions
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
