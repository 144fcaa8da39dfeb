Feature: Add a partner to an existing subscription
  A subscription advisor is a partner that sells you Office 365, helps you set it up and supports you. Add this
  partner to a subscription that you have, and it becomes the partner of record of that subscription.

  Background:
    Given I am signed in to the admin center
    And I have the subscriptions "Office 365 E3" and "Visio Plan 2"

  @o365-worldwide
  Scenario: Add a partner on the Partner tab
    Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
    When I go to the page "Billing > Products & services"
    And I select the subscription "Office 365 E3"
    And I select the tab "Partner"
    And I type the ID "3214567" in the box "Partner Network ID"
    And I select the button "Add"
    Then "Fabrikam" is the partner of record of the subscription "Office 365 E3"
    And the subscription "Visio Plan 2" has no partner of record

  @o365-germany
  Scenario: Add a partner from the More actions menu
    The partner is now the partner of record of your subscription, and the **Subscriptions** page shows its ID.

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
  Rule: You cannot add a partner yourself here
    In Office 365 operated by 21Vianet this task is not available. Your partner takes the first step and sends you an
    offer by e-mail: see [Accept a partner's offer](accept-offer.md).

    Scenario: The page of a subscription has nothing to add a partner with
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      Then the admin center does not offer "Partner"
      And the admin center does not offer "More actions"
      And the admin center does not offer "Edit partner of record"
      And the page has nothing to select
      And no ID can be entered with "Add" for the subscription "Office 365 E3"
      And no ID can be entered with "Submit" for the subscription "Office 365 E3"

  @o365-worldwide @o365-germany
  Rule: The ID must belong to a partner
    An ID that belongs to no partner is refused with the message **No partner has this ID.** Your subscription stays as
    it was, and what you typed stays in the box. Spaces before and after an ID do not matter. This behavior is our own
    assumption, and so is the wording of the message.

    Scenario Outline: An unknown ID is refused
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When the ID "<id>" is entered with "<button>" for the subscription "Office 365 E3"
      Then the message "No partner has this ID." is shown
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

    Scenario Outline: A refused ID can be corrected
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When the ID "9999999" is entered with "<button>" for the subscription "Visio Plan 2"
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
      And the admin center offers "Edit partner of record"
      When I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      Then the admin center offers "Delete"

      @o365-worldwide
      Examples:
        | button |
        | Add    |

      @o365-germany
      Examples:
        | button |
        | Submit |

    @o365-worldwide
    Scenario: The Partner tab has no Check ID
      When I go to the page "Billing > Products & services"
      And I select the subscription "Office 365 E3"
      And I select the tab "Partner"
      Then the admin center offers "Add"
      And the page has only "Add"
      And the admin center does not offer "Check ID"
      And the admin center does not offer "Submit"

  @o365-germany
  Rule: Check ID only looks the ID up, Submit also saves it
    **Check ID** tells you whether the ID is right and stores nothing. **Submit** looks the ID up as well, so nothing goes
    wrong if you leave out **Check ID**. This is our own assumption: Microsoft's documentation does not describe it.

    Scenario: Submit refuses an unknown ID too
      Given no partner has the Microsoft Partner ID "9999999"
      When the ID "9999999" is entered with "Submit" for the subscription "Office 365 E3"
      Then the message "No partner has this ID." is shown
      And the subscription "Office 365 E3" has no partner of record

    Scenario: An ID that is only checked is not stored
      Given the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When the ID "3214567" is entered with "Check ID" for the subscription "Office 365 E3"
      Then the message "This partner ID is correct." is shown
      And the subscription "Office 365 E3" has no partner of record

    Scenario: The menu is closed again on the page of another subscription
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      And I open the menu "More actions"
      Then the admin center offers "Add partner of record"
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Visio Plan 2"
      Then the admin center does not offer "Add partner of record"

    Scenario: The menu of the only subscription is closed when you come back
      When my subscription "Visio Plan 2" ends
      And I go to the page "Billing > Subscriptions"
      And I open the menu "More actions"
      Then the admin center offers "Add partner of record"
      When I go to the page "Billing > Subscriptions"
      Then the admin center does not offer "Add partner of record"

    Scenario: The menu is closed if you select it again
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      And I open the menu "More actions"
      And I open the menu "More actions"
      Then the admin center does not offer "Add partner of record"

  @o365-worldwide @o365-germany
  Rule: An empty box adds nothing
    An empty box is refused with the message **Type a partner ID first.** This behavior is our own assumption, and so is
    the wording of the message.

    Scenario Outline: An empty box is refused
      When I empty the box and select "<button>" for the subscription "Office 365 E3"
      Then the message "Type a partner ID first." is shown
      And the subscription "Office 365 E3" has no partner of record

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
      When the ID "  " is entered with "Add" for the subscription "Office 365 E3"
      Then the message "Type a partner ID first." is shown
      And the subscription "Office 365 E3" has no partner of record

  @o365-worldwide @o365-germany
  Rule: A subscription has one partner of record
    If your subscription has a partner of record already, you cannot add a second one. To take another partner, see
    [Change the partner of a subscription](change-partner.md). This behavior is our own assumption.

    @o365-worldwide
    Scenario: A second partner is refused
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I open the box with "Add" for the subscription "Office 365 E3"
      Then the box holds no ID
      When the ID "3214567" is entered with "Add" for the subscription "Office 365 E3"
      Then the message "This subscription already has a partner of record." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    @o365-worldwide
    Scenario: The current partner is refused
      Given the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      When the ID "1234567" is entered with "Add" for the subscription "Office 365 E3"
      Then the message "This partner is already the partner of record." is shown
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    @o365-germany
    Scenario: The menu no longer offers to add a partner
      Given "Contoso" is the partner of record of the subscription "Office 365 E3"
      When I go to the page "Billing > Subscriptions"
      And I select the subscription "Office 365 E3"
      And I open the menu "More actions"
      Then the admin center does not offer "Add partner of record"
      And no ID can be entered with "Add" for the subscription "Office 365 E3"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"

    @o365-germany
    Scenario: The list shows the partner of each subscription
      Given I have "101" subscriptions of the product "Office 365 E3"
      And the partner "Contoso" gave me the Microsoft Partner ID "1234567"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" gave me the Microsoft Partner ID "3214567"
      When I open the box with "Submit" for the subscription "Office 365 E3 (101)"
      Then the box holds no ID
      When the ID "3214567" is entered with "Submit" for the subscription "Office 365 E3 (101)"
      Then the page "Billing > Subscriptions" shows the ID "1234567" for the subscription "Office 365 E3"
      And the page "Billing > Subscriptions" shows the ID "3214567" for the subscription "Office 365 E3 (101)"
      And the page "Billing > Subscriptions" shows no ID for the subscription "Office 365 E3 (10)"
      And the number of names on the page is "102"

  @o365-worldwide
  Rule: You need the new admin center
    The page and the **Partner** tab are those of the new admin center. Turn it on with **Try the new admin center** at the
    top of the Home page.

    Scenario: The old admin center does not have the page
      When I turn off the new admin center
      Then "Try the new admin center" is off
      And I cannot go to the page "Billing > Products & services"
      And I cannot go to the page "Billing > Purchase services"
      And I cannot go to the page "Settings > Partner relationships"

    Scenario: The toggle shows that the new admin center is on
      Then "Try the new admin center" is on

    Scenario: The new admin center stays on
      When I go to the page "Billing > Products & services"
      And I open the "admin center"
      Then "Try the new admin center" is on

  @o365-worldwide @o365-germany
  Rule: You do not need an offer
    You add the partner yourself. Microsoft's documentation describes offers by e-mail for Office 365 operated by 21Vianet
    only.

    Scenario: There is no e-mail with an offer
      When the partner "Fabrikam" tries to send me an offer by e-mail
      Then I have no e-mail with an offer

  Rule: Each cloud has its own pages and controls
    If your admin center has other pages or controls than you read about here, you may have chosen the help for another
    cloud. We assume that each cloud has only its own: Microsoft's documentation names what a cloud has, not what it lacks.

    @o365-worldwide
    Scenario: The home page has the toggle and the website
      When I open the "admin center"
      Then the page has only "Try the new admin center" and "Microsoft Pinpoint"

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

      @o365-worldwide
      Examples:
        | page                          | name    |
        | Billing > Products & services | Partner |

      @o365-germany
      Examples:
        | page                    | name         |
        | Billing > Subscriptions | More actions |

    Scenario Outline: What another cloud has is not here
      Given "Contoso" is the partner of record of the subscription "Visio Plan 2"
      And the product "Project Plan 3" is for sale
      And the partner "Fabrikam" sent me an offer by e-mail
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
