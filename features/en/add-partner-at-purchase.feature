Feature: Add a partner when you buy a subscription
  In the checkout wizard, you can look for a partner or add the partner that you already have.

  Background:
    Given I am signed in to the admin center
    And the product "Office 365 E3" is for sale

  @o365-worldwide @o365-germany
  Scenario: If you don't have a partner yet
    Given the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "the Netherlands"
    When I open the "admin center"
    And I go to the page "Billing > Purchase services"
    And I select the product "Office 365 E3"
    And I select the button "Buy"
    And I expand "Need help with your order?" and select "Get assistance from a Microsoft Partner"
    And I search on the providers page for a partner for "Exchange Online" in "the Netherlands"
    Then the partner "Fabrikam" is found
    When I complete the checkout wizard
    Then I have the subscription "Office 365 E3"
    And the subscription "Office 365 E3" has no partner of record

  @o365-worldwide @o365-germany @assumption
  Scenario: If you already have a partner
    You've bought your subscription, and the partner is now its partner of record.

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
    And the list shows the ID "3214567" for the subscription "Office 365 E3"

  @o365-21vianet
  Rule: You can't add a partner when you buy here
    This task isn't available in Office 365 operated by 21Vianet. The partner takes the first step, and can offer you a
    trial or a purchase along with the partner relationship. See [Accept a partner's offer](accept-offer.md).

    Scenario: There's no page on which you add a partner to an order
      Then I can't go to the page "Billing > Purchase services"

  @o365-worldwide @o365-germany @assumption
  Rule: The ID must belong to a partner
    The wizard checks it at the end, so nothing has been bought yet: correct the ID, and continue.

    Scenario: With an unknown ID nothing is bought
      Given no partner has the Microsoft Partner ID "9999999"
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "9999999" in the checkout wizard
      Then "Check ID" isn't available
      When I complete the checkout wizard
      And I complete the checkout wizard
      Then the message "No partner has this ID." is shown
      And the box holds the ID "9999999"
      And I don't have the subscription "Office 365 E3"
      When I expand "Need help with your order?"
      Then no message is shown
      And the box holds the ID "9999999"
      When I type the ID "  " in the checkout wizard
      And I complete the checkout wizard
      Then my only subscription is "Office 365 E3"
      And the subscription "Office 365 E3" has no partner of record
      And no message is shown

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

    Scenario: An ID stays in the box if you select “Add” again
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I select "Add" under "Partner information" in the checkout wizard
      Then the box holds the ID "3214567"
      When I complete the checkout wizard
      Then the message "No partner has this ID." is shown
      When I select "Add" under "Partner information" in the checkout wizard
      Then the box holds the ID "3214567"
      And no message is shown
      When I complete the checkout wizard
      And I go to the page "Billing > Purchase services"
      Then no message is shown

  @o365-worldwide @o365-germany @assumption
  Rule: You can buy without a partner
    If you don't add a partner, your subscription has no partner of record. You can [add one
    later](add-partner.md).

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
      Then the page lists "102" names

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

  @o365-worldwide @o365-germany @assumption
  Rule: If you leave the wizard, you buy nothing
    If you leave it before you complete the order, the order is gone. Your next order starts without a partner, and your
    other subscriptions stay as they are.

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

    Scenario: An order that you leave is gone
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

    Scenario: The next order starts without a partner
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

    Scenario: Your other subscriptions keep the partners they have
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
      Then "Delete" is available

  @o365-worldwide @o365-germany @assumption
  Rule: You can buy a product again
    The new subscription gets a number after its name.

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

    Scenario: Each order has its own partner
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Fabrikam" is my reseller
      And "Fabrikam" is my delegated admin
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I buy the product "Office 365 E3" with the ID "3214567"
      Then no message is shown
      When I buy the product "Office 365 E3" without an ID
      And I buy the product "Office 365 E3" with the ID " 3214567 "
      Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And the subscription "Office 365 E3 (2)" has no partner of record
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3 (3)"
      And my delegated admins are "Fabrikam" and "Northwind Traders"
      And I don't know the Microsoft Partner ID "3214567"
      And the list shows the ID "3214567" for the subscription "Office 365 E3"
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Fabrikam" as "Advisor", "Delegated administrator" and "Reseller"
      And the page lists "4" names
      When I go to the page "Billing > Purchase services"
      Then the only product on the page is "Office 365 E3"
      And no message is shown

    Scenario: Each further subscription of a product gets the next number
      Given I have only the subscription "Visio Plan 2"
      When I get "101" more subscriptions of the product "Office 365 E3"
      And I go to the page "Billing > Purchase services"
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

  @o365-worldwide @o365-germany @assumption
  Rule: A search for a partner clears the ID
    The wizard doesn't keep an ID that you typed before you selected **Get assistance from a Microsoft Partner**.

    Scenario: The ID is gone after the search
      Given the partners "Fabrikam North", "Contoso", "Litware" and "fabrikam" offer "Exchange Online" in "the Netherlands"
      And the partner "Tailspin Toys" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Germany"
      And the partner "Wingtip Toys" with the Microsoft Partner ID "1234567" offers "SharePoint Online" in "the Netherlands"
      And "Contoso" is my delegated admin
      And "Litware" is my reseller
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      And I select "Add" under "Partner information" in the checkout wizard
      And I type the ID "3214567" in the checkout wizard
      And I expand "Need help with your order?" and select "Get assistance from a Microsoft Partner"
      Then no results are shown
      And the page has nothing to select
      When I search on the providers page for a partner for "SharePoint Online" in "Germany"
      Then the page lists "0" names
      And no message is shown
      When I type " exchange online " as the service, and search in "Germany"
      Then the partner "Tailspin Toys" is found
      And the page lists "1" names
      When I search on the providers page for a partner for "Exchange Online" in "the Netherlands"
      Then the page lists "Contoso", "fabrikam", "Fabrikam North" and "Litware"
      When I complete the checkout wizard
      Then I have the subscription "Office 365 E3"
      And the subscription "Office 365 E3" has no partner of record

    Scenario: Help with the order opens and closes
      When I go to the page "Billing > Purchase services"
      And I select the product "Office 365 E3"
      And I select the button "Buy"
      Then "Get assistance from a Microsoft Partner" isn't available
      When I expand "Need help with your order?"
      Then "Get assistance from a Microsoft Partner" is available
      When I expand "Need help with your order?"
      Then "Get assistance from a Microsoft Partner" isn't available
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
      Then "Get assistance from a Microsoft Partner" is available
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
      Then "Get assistance from a Microsoft Partner" isn't available
