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
    A partner that offers your service in another country or region only is not among the results. This is our own
    assumption: Microsoft's documentation does not describe the search.

    Scenario Outline: A partner that does not fit is not found
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "Nederland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "<service>" in "<country>"
      Then the partner "Contoso" is not found

      Examples:
        | service           | country     |
        | Exchange Online   | Deutschland |
        | SharePoint Online | Nederland   |

  @o365-worldwide @o365-germany
  Rule: Only the partner can tell you its ID
    You cannot look up the Microsoft Partner ID of a partner. Ask the partner for it before you add or change a partner.

    Scenario: Who finds a partner does not know its ID yet
      Given the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "Nederland"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "Nederland"
      Then the partner "Fabrikam" is found
      And I do not know the Microsoft Partner ID "3214567"
