@o365-21vianet
Feature: Accept a partner's offer
  In Office 365 operated by 21Vianet, an authorized partner asks you by e-mail whether it may act as your partner of
  record. Accept the offer, and the partner can do admin tasks for you.

  Background:
    Given I am signed in to the admin center
    And I have only the subscription "Office 365 E3"

  @assumption
  Scenario: Accept the offer
    The partner is now your delegated admin, and the partner of record of each subscription that had none.

    Given the partner "Fabrikam" sent me an offer by e-mail
    And the offer brings the subscription "Project Plan 3"
    When I read the partner's terms in the e-mail
    And I follow the link in the e-mail
    And I answer "Yes" under "Partner Relationships"
    And I select the button "Next"
    And I create the account for the subscription that the offer brings
    Then "Fabrikam" is my delegated admin
    And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
    And my subscriptions are "Office 365 E3" and "Project Plan 3"

  Rule: Only your consent makes the partner an admin
    **Next** becomes available once you have selected **Yes**. Until then, the partner may do nothing for you.
    This is our own assumption: Microsoft's documentation does not say what happens without **Yes**.

    Scenario: You cannot continue without Yes
      Given the partner "Fabrikam" sent me an offer by e-mail
      When I read the partner's terms in the e-mail
      And I follow the link in the e-mail
      Then "Yes" is off
      And the page has only "Yes" and "Next"
      And the page has no box
      And the admin center does not offer "Next"
      And I cannot select "Next"
      And I have no delegated admin
      And the subscription "Office 365 E3" has no partner of record

    Scenario: After Yes you can go on
      Given the partner "Fabrikam" sent me an offer by e-mail
      When I read the partner's terms in the e-mail
      And I follow the link in the e-mail
      And I answer "Yes" under "Partner Relationships"
      Then "Yes" is on
      And the admin center offers "Next"

    Scenario: Who leaves the page has not answered
      Given the partner "Fabrikam" sent me an offer by e-mail
      When I read the partner's terms in the e-mail
      And I follow the link in the e-mail
      And I answer "Yes" under "Partner Relationships"
      And I answer "Yes" under "Partner Relationships"
      Then "Yes" is on
      When I read the partner's terms in the e-mail
      And I follow the link in the e-mail
      Then "Yes" is off
      And the admin center does not offer "Next"
      And I have no delegated admin

    Scenario: Another delegated admin stays
      Given the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And "Contoso" is my delegated admin
      And the partner "Fabrikam" sent me an offer by e-mail
      When I ask the partner "Contoso" for its Microsoft Partner ID
      And the offer is accepted
      Then my delegated admins are "Contoso" and "Fabrikam"
      And the only Microsoft Partner ID that I know is "1234567"
      And I cannot select "Next"
      And the home page is open

    Scenario: A reseller can become an admin, and stays your reseller
      Given "Fabrikam" is my reseller
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" sent me an offer by e-mail
      When the offer is accepted
      Then "Fabrikam" is my delegated admin
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Fabrikam" only
      When I select the partner "Fabrikam"
      Then "Delete" is grayed out

  Rule: You answer an offer once
    If you follow the link in the e-mail again, you see the message **You have already answered this offer.** Nothing
    changes. This behavior is our own assumption, and so is the wording of the message.

    Scenario: The link works once
      Given the partner "Fabrikam" sent me an offer by e-mail
      And I have accepted the offer before
      When I read the partner's terms in the e-mail
      And I follow the link in the e-mail
      Then the message "You have already answered this offer." is shown
      And the admin center does not offer "Yes"
      And "Fabrikam" is my delegated admin

  Rule: Not every offer includes a subscription
    You create an account only if a trial or a purchase offer belongs to the offer. If you already have a subscription of
    that name, the new subscription gets a number after its name; this is our own assumption.

    Scenario: An offer without a subscription brings none
      Given the partner "Fabrikam" sent me an offer by e-mail
      And I have accepted the offer before
      When I go to the page "Settings > Partner relationships"
      And I create the account for the subscription that the offer brings
      Then the message "This offer does not include a subscription." is shown
      And the page lists the partner "Fabrikam" only
      And my only subscription is "Office 365 E3"

    Scenario: An offer includes its subscription once
      Given the partner "Fabrikam" sent me an offer by e-mail
      And the offer brings the subscription "Project Plan 3"
      And I have accepted the offer before
      When I create the account for the subscription that the offer brings
      And I create the account for the subscription that the offer brings
      Then my subscriptions are "Office 365 E3" and "Project Plan 3"
      And the home page is open
      And "Fabrikam" is the partner of record of the subscription "Project Plan 3"
      When I read the partner's terms in the e-mail
      And I follow the link in the e-mail
      Then the message "You have already answered this offer." is shown

    Scenario: You can create the account later
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And the partner "Fabrikam" sent me an offer by e-mail
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
      When I select the partner "Fabrikam"
      Then the admin center offers "Delete"

    Scenario: A subscription whose name you have already gets a number
      Given the partner "Fabrikam" sent me an offer by e-mail
      And the offer brings the subscription "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And I have accepted the offer before
      When I create the account for the subscription that the offer brings
      Then my subscriptions are "Office 365 E3" and "Office 365 E3 (2)"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3 (2)"

    Scenario: An offer that is not accepted brings nothing
      Given the partner "Fabrikam" sent me an offer by e-mail
      And the offer brings the subscription "Project Plan 3"
      When I create the account for the subscription that the offer brings
      Then the message "This offer does not include a subscription." is shown
      And my only subscription is "Office 365 E3"
      When the offer is accepted
      Then my only subscription is "Office 365 E3"
      When I create the account for the subscription that the offer brings
      Then my subscriptions are "Office 365 E3" and "Project Plan 3"

    Scenario: The subscription of an offer does not change the others
      Given "Fabrikam" is my delegated admin
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" sent me an offer by e-mail
      And the offer brings the subscription "Project Plan 3"
      When my subscription "Visio Plan 2" begins
      And the offer is accepted
      And I create the account for the subscription that the offer brings
      Then "Fabrikam" is the partner of record of the subscription "Project Plan 3"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

  Rule: An offer does not replace a partner
    The partner becomes the partner of record of every subscription that has none yet. A subscription that has one keeps
    it. This is our own assumption: Microsoft's documentation does not describe it.

    Scenario: The current partner stays
      Given I have the subscriptions "Visio Plan 2" and "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" sent me an offer by e-mail
      When the offer is accepted
      Then "Fabrikam" is my delegated admin
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And my subscriptions are "Visio Plan 2" and "Office 365 E3"

    Scenario: Every subscription without a partner gets the new one
      Given I have "101" subscriptions of the product "Office 365 E3"
      And "101" partners are my delegated admins, and "101" others are my resellers
      And the partner "Fabrikam" sent me an offer by e-mail
      When the offer is accepted
      Then "Fabrikam" is the partner of record of all my subscriptions
      When I go to the page "Settings > Partner relationships"
      Then the number of names on the page is "203"

  Rule: Without an e-mail there is nothing to accept
    You cannot start this yourself. Ask a partner that 21Vianet has authorized to send you an offer.

    Scenario: An offer waits until you answer it
      Given the partner "Fabrikam" sent me an offer by e-mail
      And "Fabrikam" is my delegated admin
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I empty the box and select "Submit" for the subscription "Office 365 E3"
      And I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      And I select the option "Delete"
      And the offer is accepted
      Then "Fabrikam" is my delegated admin
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      Then the admin center offers "Delete"

    Scenario: No partner has sent an offer
      Then I have no e-mail with an offer
