Feature: Find a partner
  A subscription advisor is an authorized partner that sells you Office 365, helps you set it up and supports you. If
  you do not work with a partner yet, look for one first. Which partner fits depends on the services that you use and on
  where you use them.

  Background:
    Given I work in the admin center

  @o365-worldwide @o365-germany
  Scenario: Find a partner on Microsoft Pinpoint
    Given I do not work with a partner
    And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
    When I open the website "Microsoft Pinpoint"
    And I search for a partner for "Exchange Online" in "Nederland"
    And I ask the partner "Fabrikam" for its Microsoft Partner ID
    Then the partner "Fabrikam" is found
    And I know the Microsoft Partner ID "3214567"

  @o365-21vianet
  Rule: You do not look for a partner yourself here
    For Office 365 operated by 21Vianet, Microsoft's documentation does not point to Microsoft Pinpoint. A partner that
    21Vianet has authorized gets in touch with you and sends you an offer by e-mail: see [Accept a partner's
    offer](accept-offer.md).

    Scenario: Microsoft Pinpoint is not for this cloud
      Then I cannot select "Microsoft Pinpoint"

  @o365-worldwide @o365-germany
  Rule: What a partner offers differs by service and by country or region
    You see every partner that offers your service in your country or region, and no other, in alphabetical order.
    Capitals and spaces matter in a search. A new search replaces the results. This is our own assumption: Microsoft's
    documentation does not describe the search.

    Scenario Outline: A partner that does not fit is not found
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "Nederland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "<service>" in "<country>"
      Then the partner "Contoso" is not found

      Examples:
        | service           | country     |
        | Exchange Online   | Deutschland |
        | SharePoint Online | Nederland   |
        | Exchange          | Nederland   |
        | Online            | Nederland   |
        | Online Exchange   | Nederland   |
        | Exchange Hybrid   | Nederland   |
        | Dynamics Online   | Nederland   |
        | Exchange Online 1 | Nederland   |
        | exchange online   | Nederland   |
        |                   | Nederland   |
        | Exchange Online   | Neder       |
        | Exchange Online   | Noorwegen   |
        | Exchange Online   | nederland   |
        | Exchange Online   |             |

    Scenario: Every partner that fits is found
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "Nederland"
      And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "SharePoint Online" in "Deutschland"
      And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
      And the partner "Litware" with the Microsoft Partner ID "7654321" offers "SharePoint Online" in "Nederland"
      And the partner "Litware" with the Microsoft Partner ID "7654321" offers "Exchange Online" in "Deutschland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      Then the partner "Contoso" is found
      And the partner "Fabrikam" is found
      And the partner "Litware" is not found
      When I search for a partner for "SharePoint Online" in "Deutschland"
      Then the partner "Fabrikam" is found
      And the partner "Contoso" is not found
      When I search for a partner for " Exchange Online" in "Nederland "
      Then the partner "Contoso" is not found

    Scenario: Many partners that fit are all found
      Given "101" partners offer "Exchange Online" in "Nederland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      Then the number of names on the page is "101"

    Scenario: The results are in alphabetical order
      Given the partner "Fabrikam Nederland" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
      And the partner "Contoso" with the Microsoft Partner ID "7654321" offers "Exchange Online" in "Nederland"
      And the partner "Litware" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "Nederland"
      And the partner "fabrikam" with the Microsoft Partner ID "2234567" offers "Exchange Online" in "Nederland"
      And "Litware" is my reseller
      And I have only the subscription "Office 365 E3"
      When I ask the partner "Contoso" for its Microsoft Partner ID
      And I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      Then the page lists "Contoso", "fabrikam", "Fabrikam Nederland" and "Litware"
      And the checkout wizard is closed

    Scenario: Another page does not show the results
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "Nederland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      And I go to the page "Settings > Partner relationships"
      Then no results are shown
      And the page has no box
      When I go to the page "Billing > Purchase services"
      Then no message is shown
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      And I open the "admin center"
      Then no results are shown
      And the page has no box

    Scenario: The results are gone when you come back
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "Nederland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      Then the partner "Contoso" is found
      When I open the website "Microsoft Pinpoint"
      Then no results are shown

  @o365-worldwide @o365-germany
  Rule: Only the partner can tell you its ID
    You cannot look up the Microsoft Partner ID of a partner. Ask the partner for it before you add or change a partner.

    Scenario: Who finds a partner does not know its ID yet
      Given the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      Then the partner "Fabrikam" is found
      And I do not know the Microsoft Partner ID "3214567"

    Scenario: Each partner tells its own ID
      Given the partner "Contoso Nederland" gave me the Microsoft Partner ID "1234567"
      And the partner "CONTOSO" gave me the Microsoft Partner ID "2234567"
      And the partner "Contoso" gave me the Microsoft Partner ID "3214567"
      And the partner "Contoso Deutschland" gave me the Microsoft Partner ID "4234567"
      When I ask the partner "Contoso Nederland" for its Microsoft Partner ID
      And I ask the partner "Contoso Nederland" for its Microsoft Partner ID
      Then the only Microsoft Partner ID that I know is "1234567"
      When I ask the partner "Contoso" for its Microsoft Partner ID
      Then I know the Microsoft Partner ID "3214567"
      And I do not know the Microsoft Partner ID "2234567"
      And I do not know the Microsoft Partner ID "4234567"
      When I ask the partner "CONTOSO" for its Microsoft Partner ID
      And I ask the partner "Contoso Deutschland" for its Microsoft Partner ID
      Then I know the Microsoft Partner ID "1234567"
      And I know the Microsoft Partner ID "2234567"
      And I know the Microsoft Partner ID "3214567"
      And I know the Microsoft Partner ID "4234567"

    Scenario: You keep an ID when the relationship ends
      Given I have only the subscription "Office 365 E3"
      And the product "Visio Plan 2" is for sale
      And the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "Nederland"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
      When I ask the partner "Contoso" for its Microsoft Partner ID
      And I ask the partner "Fabrikam" for its Microsoft Partner ID
      And the ID "3214567" is entered with "Submit" for the subscription "Office 365 E3"
      And I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      And I select the option "Delete"
      Then I know the Microsoft Partner ID "1234567"
      And I know the Microsoft Partner ID "3214567"
      And the page lists no partners
      When I go to the page "Billing > Purchase services"
      Then the only product on the page is "Visio Plan 2"
