Feature: Add a partner at the time of purchase
  When you buy a subscription, you can look for a partner from the checkout wizard, or add the partner that you already
  have. Only a partner that you add becomes the partner of record of the new subscription.

  Background:
    Given I am signed in to the admin center
    And the product "Office 365 E3" is for sale

  @o365-worldwide @o365-germany
  Scenario: If you do not have a partner yet
    Given the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
    When I open the "admin center"
    And I go to the page "Billing > Purchase services"
    And I select the product "Office 365 E3"
    And I select the button "Buy"
    And I expand "Need help with your order?" and select "Get assistance from a Microsoft Partner"
    And I search on the providers page for a partner for "Exchange Online" in "Nederland"
    Then the partner "Fabrikam" is found
    When I complete the checkout wizard
    Then I have the subscription "Office 365 E3"
    And the subscription "Office 365 E3" has no partner of record

  @o365-worldwide @o365-germany
  Scenario: If you already have a partner
    You have bought the subscription, and the partner is now its partner of record.

    Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
    When I open the "admin center"
    And I go to the page "Billing > Purchase services"
    And I select the product "Office 365 E3"
    And I select the button "Buy"
    And I select "Add" under "Partner information" in the checkout wizard
    And I type the ID "3214567" in the checkout wizard
    And I complete the checkout wizard
    Then I have the subscription "Office 365 E3"
    And "Fabrikam" is the partner of record of the subscription "Office 365 E3"

  @o365-21vianet
  Rule: You cannot add a partner when you buy here
    In Office 365 operated by 21Vianet this task is not available. Your partner takes the first step, and a trial or a
    purchase can come with its offer: see [Accept a partner's offer](accept-offer.md).

    Scenario: There is no page on which you add a partner to an order
      Then I cannot go to the page "Billing > Purchase services"

  @o365-worldwide @o365-germany
  Rule: The wizard looks the ID up at the end
    There is no **Check ID** here. If no partner has the ID, you see the message **No partner has this ID.** when you go
    through the rest of the wizard, and nothing is bought yet. Correct the ID, and go on. This is our own assumption:
    Microsoft's documentation does not describe it.

    Scenario: With an unknown ID nothing is bought
      Given no partner has the Microsoft Partner ID "9999999"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "9999999" in the checkout wizard
      Then the admin center does not offer "Check ID"
      When I complete the checkout wizard
      And I complete the checkout wizard
      Then the message "No partner has this ID." is shown
      And the box holds the ID "9999999"
      And I do not have the subscription "Office 365 E3"

    Scenario: A corrected ID goes through
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "321 4567" in the checkout wizard
      And I complete the checkout wizard
      And I type the ID "03214567" in the checkout wizard
      And I complete the checkout wizard
      And I type the ID " 3214567 " in the checkout wizard
      Then no message is shown
      When I complete the checkout wizard
      Then I have the subscription "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"

  @o365-worldwide @o365-germany
  Rule: You can buy without a partner
    If you leave out the partner, your subscription has no partner of record. You can add one later: see
    [Add a partner to an existing subscription](add-partner.md).

    Scenario: An order without a partner
      Given "Tailspin Toys" is my reseller
      And "Northwind Traders" is my delegated admin
      When I open the list of my subscriptions
      Then I have no subscription
      And no message is shown
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      Then the page has no box
      When I complete the checkout wizard
      Then I have the subscription "Office 365 E3"
      And the subscription "Office 365 E3" has no partner of record
      And "Northwind Traders" is my delegated admin
      When I go to the page "Settings > Partner relationships"
      Then the page lists the partner "Tailspin Toys"

    Scenario: The products are in alphabetical order
      Given I have only the subscription "Office 365 E1"
      And the product "Office 365 E1" is for sale
      And the product "office 365 E2" is for sale
      And the product "Dynamics 365" is for sale
      When I go to the page "Billing > Purchase services"
      Then the page lists "Dynamics 365", "Office 365 E1", "office 365 E2" and "Office 365 E3"

    Scenario: Every product is on the page
      Given "101" other products are for sale
      When I go to the page "Billing > Purchase services"
      Then the number of names on the page is "102"

    Scenario: An order with an empty box
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I complete the checkout wizard
      Then I have the subscription "Office 365 E3"
      And the subscription "Office 365 E3" has no partner of record

    Scenario: A box with spaces only counts as empty
      Given I have the subscriptions "Project Plan 3" and "Visio Plan 2"
      And "Fabrikam" is the partner of record of all my subscriptions
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "  " in the checkout wizard
      And I complete the checkout wizard
      Then the subscription "Office 365 E3" has no partner of record

  @o365-worldwide @o365-germany
  Rule: You complete an order once
    The wizard closes when your order is complete, and you buy nothing if you leave it before. Your next order starts
    without a partner, and your other subscriptions stay as they are. This is our own assumption: Microsoft's
    documentation does not describe it.

    Scenario: The wizard closes when the order is complete
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      Then the checkout wizard is open
      And the page has only "Need help with your order?" and "Add"
      When I complete the checkout wizard
      Then the checkout wizard is closed
      And the home page is open
      And my only subscription is "Office 365 E3"

    Scenario: Who leaves the wizard buys nothing
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      Then the page has only "Buy"
      And the page has no box
      And the checkout wizard is closed
      When I select the button "Buy"
      And I open the list of my subscriptions
      Then the checkout wizard is closed
      And I have no subscription
      When I go to the page "Billing > Purchase services"
      Then the only product on the page is "Office 365 E3"

    Scenario: The partner of one order is not that of the next
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And the product "Visio Plan 2" is for sale
      When I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I go to the page "Billing > Purchase services"
      And I select the product "Visio Plan 2"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I complete the checkout wizard
      And I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      Then the box holds no ID
      When I complete the checkout wizard
      Then my subscriptions are "Visio Plan 2" and "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And the subscription "Office 365 E3" has no partner of record
      And I know the Microsoft Partner ID "3214567"

    Scenario: The partner of the order is not that of your other subscriptions
      Given I have the subscriptions "Project Plan 3" and "Visio Plan 2"
      And I also have the subscription "Office 365 E1"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E1"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I complete the checkout wizard
      Then the subscription "Project Plan 3" has no partner of record
      And the subscription "Visio Plan 2" has no partner of record
      And I have the subscription "Office 365 E3"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And I have no delegated admin
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      Then the admin center offers "Delete"

    Scenario: An ID stays in the box if you select Add again
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I select "Add" under "Partner information" in the checkout wizard
      Then the box holds the ID "3214567"

    Scenario: Help with the order opens and closes
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      Then the admin center does not offer "Get assistance from a Microsoft Partner"
      When I expand "Need help with your order?"
      Then the admin center offers "Get assistance from a Microsoft Partner"
      When I expand "Need help with your order?"
      Then the admin center does not offer "Get assistance from a Microsoft Partner"
      And the checkout wizard is open

    Scenario: Help and the box stay as they are beside each other
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I expand "Need help with your order?"
      Then the box holds the ID "3214567"
      When I select "Add" under "Partner information" in the checkout wizard
      Then the admin center offers "Get assistance from a Microsoft Partner"
      When I expand "Need help with your order?"
      Then the box holds the ID "3214567"

    Scenario: Help with one order is closed in the next
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I expand "Need help with your order?"
      And I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      Then the admin center does not offer "Get assistance from a Microsoft Partner"

  @o365-worldwide @o365-germany
  Rule: You can buy a product again
    If you already have a subscription with the name of the product, the new subscription gets a number after its name.
    This is our own assumption: Microsoft's documentation does not describe it.

    Scenario: A second subscription of a product gets a number
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I complete the checkout wizard
      And I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I complete the checkout wizard
      Then my subscriptions are "Office 365 E3" and "Office 365 E3 (2)"
      And the subscription "Office 365 E3" has no partner of record
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3 (2)"

    Scenario: Each further subscription of a product gets the next number
      Given I have "101" subscriptions of the product "Office 365 E3"
      And I also have the subscription "Visio Plan 2"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I complete the checkout wizard
      Then I have the subscription "Office 365 E3"
      And I have the subscription "Office 365 E3 (2)"
      And I have the subscription "Office 365 E3 (102)"

    Scenario: A name or a number that is free is used
      Given I have the subscriptions "Office 365" and "OFFICE 365 E3"
      And I also have the subscription "Office 365 E3 (3)"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3 (3)"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I complete the checkout wizard
      Then I have the subscription "Office 365 E3"
      And the subscription "Office 365 E3" has no partner of record
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I complete the checkout wizard
      Then I have the subscription "Office 365 E3 (2)"

  @o365-worldwide @o365-germany
  Rule: Who looks for a partner buys without one
    If you type an ID and then select **Get assistance from a Microsoft Partner**, the wizard does not keep the ID. The
    subscription that you buy has no partner of record. This is our own assumption: Microsoft's documentation does not
    describe it.

    Scenario: The ID is gone after the search
      Given the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I expand "Need help with your order?" and select "Get assistance from a Microsoft Partner"
      Then no results are shown
      And the page has nothing to select
      When I search on the providers page for a partner for "Exchange Online" in "Nederland"
      And I complete the checkout wizard
      Then I have the subscription "Office 365 E3"
      And the subscription "Office 365 E3" has no partner of record
