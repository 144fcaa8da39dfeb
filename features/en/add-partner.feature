Feature: Add a partner to an existing subscription
  Make a partner the partner of record of a subscription that you already have.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"

  @o365-worldwide @assumption
  Scenario: Add a partner on the “Partner” tab
    Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
    When I go to the page "Billing > Products & services"
    And I select the subscription "Office 365 E3"
    And I select the tab "Partner"
    And I type the ID "3214567" in the box "Partner Network ID"
    And I select the button "Add"
    Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
    And the subscription "Visio Plan 2" has no partner of record
    And the page "Billing > Products & services" shows the ID "3214567" for the subscription "Office 365 E3"

  @o365-germany
  Scenario: Add a partner from the “More actions” menu
    The **Subscriptions** page shows the partner's ID.

    Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
    When I go to the page "Billing > Subscriptions"
    And I select the subscription "Office 365 E3"
    And I select "Add partner of record" from the menu "More actions"
    And I type the ID "3214567" in the box "Partner ID"
    And I select the button "Check ID"
    And I select the button "Submit"
    Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
    And the page "Billing > Subscriptions" shows the ID "3214567" for the subscription "Office 365 E3"

  @o365-21vianet
  Rule: You can't add a partner yourself here
    This task isn't available in Office 365 operated by 21Vianet. The partner takes the first step and sends you an offer
    by email, which you can then [accept](accept-offer.md).

    Scenario: You can't add a partner on the page of a subscription
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      Then "Partner" isn't available
      And "More actions" isn't available
      And "Edit partner of record" isn't available
      And the page has nothing to select
      And I can't type an ID for the subscription "Office 365 E3" and select "Add"
      And I can't type an ID for the subscription "Office 365 E3" and select "Submit"
      When my subscription "Visio Plan 2" ends
      And I open the list of my subscriptions
      Then the page has nothing to select

  @o365-worldwide @o365-germany @assumption
  Rule: The ID must belong to a partner
    Your subscription stays as it was. Ask the partner for its ID, and correct what you typed, which is still in the box.

    Scenario Outline: An unknown ID is refused
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I type the ID "<id>" for the subscription "Office 365 E3" and select "<button>"
      Then the message "No partner has this ID." is shown
      And the box holds the ID "<id>"
      And the subscription "Office 365 E3" has no partner of record

      @o365-worldwide
      Examples:
        | button | id       |
        | Add    | 9999999  |
        | Add    | 32145678 |
        | Add    | 03214567 |
        | Add    | 321 4567 |
        | Add    | Fabrikam |

      @o365-germany
      Examples:
        | button   | id       |
        | Check ID | 9999999  |
        | Check ID | 32145678 |
        | Check ID | 03214567 |
        | Check ID | 321 4567 |
        | Check ID | Fabrikam |

    Scenario Outline: A partner you already work with can be added
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Fabrikam" is my reseller
      And "Fabrikam" is my delegated admin
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I type the ID " 3214567 " for the subscription "Visio Plan 2" and select "<button>"
      Then "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And "Fabrikam" is the partner of record of the subscription "Office 365 E3"
      And my delegated admins are "Fabrikam" and "Northwind Traders"
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      And no message is shown
      And the list shows the ID "3214567" for the subscription "Visio Plan 2"
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Fabrikam" as "Advisor", "Delegated administrator" and "Reseller"
      And the page lists "4" names

      @o365-worldwide
      Examples:
        | button |
        | Add    |

      @o365-germany
      Examples:
        | button |
        | Submit |

    Scenario Outline: A refused ID can be corrected
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I type the ID "9999999" for the subscription "Visio Plan 2" and select "<button>"
      Then the box holds the ID "9999999"
      When I change the ID in the box to " 3214567 "
      Then no message is shown
      And the box holds the ID " 3214567 "
      When I select the button "<button>"
      Then "Fabrikam" is the partner of record of the subscription "Visio Plan 2"
      And the subscription "Office 365 E3" has no partner of record
      And I have no delegated admin
      And no message is shown
      And the button "<button>" is no longer shown
      And "Edit partner of record" is available
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      Then "Delete" is available

      @o365-worldwide
      Examples:
        | button |
        | Add    |

      @o365-germany
      Examples:
        | button |
        | Submit |

    @o365-worldwide
    Scenario: The “Partner” tab has no “Check ID”
      When I go to the page "Billing > Products & services"
      And I select the subscription "Office 365 E3"
      And I select the tab "Partner"
      Then "Add" is available
      And the page has only "Add"
      And "Check ID" isn't available
      And "Submit" isn't available

  @o365-germany @assumption
  Rule: “Check ID” only checks the ID; “Submit” also saves it
    **Submit** checks the ID as well, so nothing goes wrong if you skip **Check ID**.

    Scenario: An ID that you only check isn't saved
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And "Fabrikam" is my reseller
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I type the ID "3214567" for the subscription "Office 365 E3" and select "Check ID"
      Then the message "This partner ID is correct." is shown
      And the box holds the ID "3214567"
      And the subscription "Office 365 E3" has no partner of record
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I change the ID in the box to "9999999"
      Then no message is shown
      When I go to the page "Settings > Partner relationships"
      Then the page shows "Fabrikam" as "Reseller"

    Scenario: “Submit” also refuses an unknown ID
      Given no partner has the Microsoft Partner ID "9999999"
      When I type the ID "9999999" for the subscription "Office 365 E3" and select "Submit"
      Then the message "No partner has this ID." is shown
      And the subscription "Office 365 E3" has no partner of record

  @o365-worldwide @o365-germany @assumption
  Rule: Without an ID you add nothing
    The box is empty. Type the ID that the partner gave you.

    Scenario Outline: You leave the box empty
      Given I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I empty the box for the subscription "Office 365 E3" and select "<button>"
      Then the message "Type a partner ID first." is shown
      And the box holds no ID
      And the subscription "Office 365 E3" has no partner of record
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"

      @o365-worldwide
      Examples:
        | button |
        | Add    |

      @o365-germany
      Examples:
        | button   |
        | Check ID |
        | Submit   |

    @o365-worldwide
    Scenario: A box with spaces only counts as empty
      When I type the ID "  " for the subscription "Office 365 E3" and select "Add"
      Then the message "Type a partner ID first." is shown
      And the subscription "Office 365 E3" has no partner of record

  @o365-worldwide @o365-germany @assumption
  Rule: A subscription has one partner of record
    You can't add a second partner to a subscription. To replace its partner, [change the partner of the
    subscription](change-partner.md).

    @o365-worldwide
    Scenario: A second partner is refused
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      And I also work with the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I open the box for the subscription "Office 365 E3" that has the button "Add"
      Then the box holds no ID
      When I type the ID " 3214567 " for the subscription "Office 365 E3" and select "Add"
      Then the message "This subscription already has a partner of record." is shown
      And the box holds the ID " 3214567 "
      And the only Microsoft Partner ID that I know is "3214567"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And nothing has changed for the reseller "Tailspin Toys", the delegated admin "Northwind Traders" and, for the subscription "Project Plan 3", the partner of record "Litware"
      When I select the button "Add"
      Then the message "This subscription already has a partner of record." is shown
      When I change the ID in the box to "9999999"
      Then no message is shown
      When I select the button "Add"
      Then the message "No partner has this ID." is shown
      When I change the ID in the box to "  "
      And I select the button "Add"
      Then the message "Type a partner ID first." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    @o365-worldwide
    Scenario: The current partner is refused
      Given the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And "Contoso" is the partner of record of all my subscriptions
      And "Contoso" is my reseller
      And "Contoso" is my delegated admin
      When I type the ID " 1234567 " for the subscription "Office 365 E3" and select "Add"
      Then the message "This partner is already the partner of record." is shown
      And the box holds the ID " 1234567 "
      When I change the ID in the box to "1234567"
      And I select the button "Add"
      Then the message "This partner is already the partner of record." is shown
      And "Contoso" is the partner of record of all my subscriptions
      And "Contoso" is my delegated admin

    @o365-germany
    Scenario: The menu no longer offers to add a partner
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      And I open the menu "More actions"
      Then "Add partner of record" isn't available
      And I can't type an ID for the subscription "Office 365 E3" and select "Add"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    @o365-germany
    Scenario: The list shows the partner of each subscription
      Given the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I get "100" more subscriptions of the product "Office 365 E3"
      And I open the box for the subscription "Office 365 E3 (101)" that has the button "Submit"
      Then the box holds no ID
      When I type the ID "3214567" for the subscription "Office 365 E3 (101)" and select "Submit"
      Then the page "Billing > Subscriptions" shows the ID "1234567" for the subscription "Office 365 E3"
      And the page "Billing > Subscriptions" shows the ID "3214567" for the subscription "Office 365 E3 (101)"
      And the page "Billing > Subscriptions" shows no ID for the subscription "Office 365 E3 (10)"
      And the page lists "102" names

  @o365-worldwide @o365-germany
  Rule: You don't need an offer
    You add the partner yourself. Offers by email are described for Office 365 operated by 21Vianet only.

    Scenario: There's no email with an offer
      When the partner "Fabrikam" tries to send me an offer by email
      Then I have no email with an offer

  @assumption
  Rule: Each cloud has its own pages and controls
    If your admin center looks different from what you read here, make sure that you've chosen your own cloud.

    @o365-worldwide
    Scenario: The home page has the toggle and the website
      When I open the "admin center"
      Then the page has only "Try the new admin center" and "Microsoft Pinpoint"

    @o365-worldwide
    Scenario: The old admin center doesn't have these pages
      When I turn off the new admin center
      Then "Try the new admin center" isn't turned on
      And the page has only "Try the new admin center" and "Microsoft Pinpoint"
      And no message is shown
      And I can't go to the page "Billing > Products & services"
      And I can't go to the page "Billing > Purchase services"

    @o365-worldwide
    Scenario: The toggle shows that the new admin center is on
      Then "Try the new admin center" is turned on

    @o365-worldwide
    Scenario: The new admin center stays on
      When I go to the page "Billing > Products & services"
      And I open the "admin center"
      Then "Try the new admin center" is turned on

    @o365-germany
    Scenario: The home page has the website only
      When I open the "admin center"
      Then the page has only "Microsoft Pinpoint"

    @o365-21vianet
    Scenario: The home page has nothing without an offer
      When I open the "admin center"
      Then the page has nothing to select

    @o365-worldwide @o365-germany
    Scenario Outline: The page of a subscription without a partner has one control
      When I go to the page "<page>"
      And I select the subscription "Office 365 E3"
      Then the page has only "<name>"
      And the page has no box
      And the checkout wizard is closed
      When my subscription "Visio Plan 2" ends
      And I go to the page "<page>"
      Then the page has only "<name>"

      @o365-worldwide
      Examples:
        | page                          | name    |
        | Billing > Products & services | Partner |

      @o365-germany
      Examples:
        | page                    | name         |
        | Billing > Subscriptions | More actions |

    @o365-germany
    Scenario: The menu is closed again on the page of another subscription
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      And I open the menu "More actions"
      Then "Add partner of record" is available
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Visio Plan 2"
      Then "Add partner of record" isn't available

    @o365-germany
    Scenario: The menu of the only subscription is closed when you come back
      When my subscription "Visio Plan 2" ends
      And I go to the page "Billing > Subscriptions"
      And I open the menu "More actions"
      Then "Add partner of record" is available
      When I go to the page "Billing > Subscriptions"
      Then "Add partner of record" isn't available

    @o365-germany
    Scenario: The menu is closed if you select it again
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      And I open the menu "More actions"
      And I open the menu "More actions"
      Then "Add partner of record" isn't available

    Scenario Outline: What only other clouds have isn't here
      Given "Contoso" is the partner of record of the subscription "Visio Plan 2"
      And the product "Project Plan 3" is for sale
      When the partner "Fabrikam" tries to send me an offer by email
      Then the admin center has no "<name>" on any page

      @o365-worldwide
      Examples:
        | name                  |
        | Subscriptions         |
        | More actions          |
        | Add partner of record |
        | Yes                   |
        | Next                  |

      @o365-germany
      Examples:
        | name                     |
        | Products & services      |
        | Try the new admin center |
        | Partner                  |
        | Partner Network ID       |
        | Yes                      |
        | Next                     |

      @o365-21vianet
      Examples:
        | name                                    |
        | Products & services                     |
        | Purchase services                       |
        | Try the new admin center                |
        | Partner                                 |
        | Partner Network ID                      |
        | More actions                            |
        | Add partner of record                   |
        | Add                                     |
        | Buy                                     |
        | Need help with your order?              |
        | Get assistance from a Microsoft Partner |
        | Microsoft Pinpoint                      |
