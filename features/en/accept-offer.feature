@o365-21vianet
Feature: Accept a partner's offer
  In Office 365 operated by 21Vianet, an authorized partner asks your permission by email to act as your partner of
  record. If you accept its offer, the partner can do admin tasks for you.

  Background:
    Given I am signed in to the admin center
    And I have only the subscription "Office 365 E3"

  @assumption
  Scenario: Accept the offer
    The partner is now your delegated admin and the partner of record of every subscription that had none.

    The **Partner relationships** page shows its relationships with you.

    Given the partner "Fabrikam" sent me an offer by email
    And the offer brings the subscription "Project Plan 3"
    When I read the partner's terms in the email
    And I follow the link in the email
    And I answer "Yes" under "Partner Relationships"
    And I select the button "Next"
    And I create the account for the subscription that the offer brings
    Then "Fabrikam" is my delegated admin
    And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
    And my subscriptions are "Office 365 E3" and "Project Plan 3"
    And the page "Settings > Partner relationships" shows "Fabrikam" as "Advisor" and "Delegated administrator"

  @assumption
  Rule: Without “Yes” you can't continue
    **Next** becomes available once you've selected **Yes**. Until you continue, the partner can't act for you.

    Scenario: Without “Yes” nothing changes
      Given the partner "Fabrikam" sent me an offer by email
      When I read the partner's terms in the email
      And I follow the link in the email
      Then "Yes" isn't selected
      And the page has only "Yes" and "Next"
      And the page has no box
      And "Next" isn't available
      And I can't select "Next"
      And I have no delegated admin
      And the subscription "Office 365 E3" has no partner of record
      When I go to the page "Settings > Partner relationships"
      Then the page lists no partners
      And the message "There's nothing here." is shown

    Scenario: After “Yes” you can continue
      Given the partner "Fabrikam" sent me an offer by email
      When I read the partner's terms in the email
      And I follow the link in the email
      And I answer "Yes" under "Partner Relationships"
      Then "Yes" is selected
      And "Next" is available

    Scenario: If you leave the page, you haven't answered
      Given the partner "Fabrikam" sent me an offer by email
      When I read the partner's terms in the email
      And I follow the link in the email
      And I answer "Yes" under "Partner Relationships"
      And I answer "Yes" under "Partner Relationships"
      Then "Yes" is selected
      When I read the partner's terms in the email
      And I follow the link in the email
      Then "Yes" isn't selected
      And "Next" isn't available
      And I have no delegated admin

  @assumption
  Rule: You answer an offer once
    You've followed the link in the email before. If you follow it again, nothing changes.

    Scenario: The link works once
      Given the partner "Fabrikam" sent me an offer by email
      And I have accepted the offer before
      When I read the partner's terms in the email
      And I follow the link in the email
      Then the message "You've already answered this offer." is shown
      And "Yes" isn't available
      And "Fabrikam" is my delegated admin
      When the partner "Contoso" tries to send me an offer by email
      And the offer is accepted
      Then my delegated admins are "Contoso" and "Fabrikam"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And no message is shown

  @assumption
  Rule: You can create the account later
    The subscription that comes with the offer waits until you create the account. If you already have a subscription of
    that name, the new one gets a number after its name.

    Scenario: You end the relationship, and create the account later
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And the partner "Fabrikam" sent me an offer by email
      And the offer brings the subscription "Dynamics 365"
      And I have accepted the offer before
      When I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      And I select the option "Delete"
      And I create the account for the subscription that the offer brings
      Then my subscriptions are "Office 365 E3" and "Dynamics 365"
      And "Fabrikam" is the partner of record of the subscription "Dynamics 365" only
      And I know the Microsoft Partner ID "3214567"
      And the page lists the partner "Fabrikam" only
      And the page shows "Fabrikam" as "Advisor"
      And I have no delegated admin
      When I select the partner "Fabrikam"
      Then "Delete" is available
      And the list shows the ID "3214567" for the subscription "Dynamics 365"

    Scenario: An offer without a subscription brings none
      Given the partner "Fabrikam" sent me an offer by email
      And I have accepted the offer before
      When I go to the page "Settings > Partner relationships"
      And I create the account for the subscription that the offer brings
      Then the message "This offer doesn't include a subscription." is shown
      And the page lists the partner "Fabrikam" only
      And my only subscription is "Office 365 E3"

    Scenario: An offer includes its subscription once
      Given the partner "Fabrikam" sent me an offer by email
      And the offer brings the subscription "Project Plan 3"
      And I have accepted the offer before
      When I create the account for the subscription that the offer brings
      And I create the account for the subscription that the offer brings
      Then my subscriptions are "Office 365 E3" and "Project Plan 3"
      And the home page is open
      And "Fabrikam" is the partner of record of the subscription "Project Plan 3"
      When I read the partner's terms in the email
      And I follow the link in the email
      Then the message "You've already answered this offer." is shown
      When I open the "admin center"
      Then no message is shown

    Scenario: A subscription with a name that you already have gets a number
      Given the partner "Fabrikam" sent me an offer by email
      And the offer brings the subscription "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And I have accepted the offer before
      When I create the account for the subscription that the offer brings
      Then my subscriptions are "Office 365 E3" and "Office 365 E3 (2)"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3 (2)"

    Scenario: An offer that you haven't accepted brings nothing
      Given the partner "Fabrikam" sent me an offer by email
      And the offer brings the subscription "Project Plan 3"
      When I create the account for the subscription that the offer brings
      Then the message "This offer doesn't include a subscription." is shown
      And my only subscription is "Office 365 E3"
      When the offer is accepted
      Then my only subscription is "Office 365 E3"
      When I create the account for the subscription that the offer brings
      Then my subscriptions are "Office 365 E3" and "Project Plan 3"

    Scenario: Your other subscriptions stay as they are
      Given "Fabrikam" is my delegated admin
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" sent me an offer by email
      And the offer brings the subscription "Project Plan 3"
      When I read the partner's terms in the email
      And I follow the link in the email
      Then "Yes" isn't selected
      And "Next" isn't available
      When my subscription "Visio Plan 2" begins
      And the offer is accepted
      And I create the account for the subscription that the offer brings
      Then "Fabrikam" is the partner of record of the subscription "Project Plan 3"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And no message is shown
      When I empty the box for the subscription "Visio Plan 2" and select "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Project Plan 3" only
      And "Fabrikam" is my delegated admin
      And the list shows no ID for the subscription "Visio Plan 2"

  @assumption
  Rule: An offer doesn't replace a partner
    A subscription that already has a partner of record keeps it.

    Scenario: The current partner stays
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" sent me an offer by email
      When my subscription "Visio Plan 2" begins
      And the offer is accepted
      Then "Fabrikam" is my delegated admin
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And my subscriptions are "Office 365 E3" and "Visio Plan 2"

    Scenario: Your other partners stay
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Contoso" is my reseller
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      And the partner "Fabrikam" sent me an offer by email
      And the offer brings the subscription "Dynamics 365"
      When I go to the page "Settings > Partner relationships"
      Then the page lists "4" names
      When my subscription "Visio Plan 2" begins
      And the offer is accepted
      And I create the account for the subscription that the offer brings
      Then "Contoso" is the partner of record of the subscription "Office 365 E3" only
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And "Fabrikam" is the partner of record of the subscription "Dynamics 365"
      And my delegated admins are "Fabrikam" and "Northwind Traders"
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      And no message is shown
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Contoso" as "Advisor" and "Reseller"
      And the page shows "Fabrikam" as "Advisor" and "Delegated administrator"
      And the page lists "5" names

    Scenario: Another delegated admin stays
      Given the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And "Contoso" is my delegated admin
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" sent me an offer by email
      When I ask the partner "Contoso" for its Microsoft Partner ID
      And the offer is accepted
      Then my delegated admins are "Contoso" and "Fabrikam"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the only Microsoft Partner ID that I know is "1234567"
      And I can't select "Next"
      And the home page is open

    Scenario: A reseller can become an admin, and stays your reseller
      Given "Fabrikam" is my reseller
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" sent me an offer by email
      When I read the partner's terms in the email
      And I follow the link in the email
      Then "Yes" isn't selected
      And "Next" isn't available
      And no message is shown
      When the offer is accepted
      Then "Fabrikam" is my delegated admin
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Fabrikam" only
      When I select the partner "Fabrikam"
      Then "Delete" is grayed out

    Scenario: Every subscription without a partner gets the new one
      Given "101" partners are my delegated admins, and "101" others are my resellers
      And the partner "Fabrikam" sent me an offer by email
      When I get "100" more subscriptions of the product "Office 365 E3"
      And the offer is accepted
      Then "Fabrikam" is the partner of record of all my subscriptions
      When I go to the page "Settings > Partner relationships"
      Then the page lists "203" names

  Rule: The partner sends the offer
    If you don't have an email with an offer, get in touch with a partner that 21Vianet has authorized.

    Scenario: No partner has sent an offer
      Then I have no email with an offer

    Scenario: An offer waits until you answer it
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And the partner "Fabrikam" sent me an offer by email
      And "Fabrikam" is my delegated admin
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I type the ID "3214567" for the subscription "Office 365 E3" and select "Check ID"
      Then the message "This partner ID is correct." is shown
      When I select the button "Submit"
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And no message is shown
      When I empty the box for the subscription "Office 365 E3" and select "Submit"
      And I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      And I select the option "Delete"
      And the offer is accepted
      Then "Fabrikam" is my delegated admin
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      Then "Delete" is available
