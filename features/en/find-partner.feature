Feature: Find a partner
  If you don't work with a partner yet, you can look for one.

  @o365-worldwide @o365-germany
  Scenario: Find a partner on Microsoft Pinpoint
    Given I don't work with a partner
    And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "the Netherlands"
    When I open the website "Microsoft Pinpoint"
    And I search for a partner for "Exchange Online" in "the Netherlands"
    Then the partner "Fabrikam" is found
    When I ask the partner "Fabrikam" for its Microsoft Partner ID
    Then I know the Microsoft Partner ID "3214567"

  @o365-21vianet
  Rule: Get in touch with an authorized partner
    Microsoft Pinpoint isn't described for Office 365 operated by 21Vianet. Ask a partner that 21Vianet has authorized for
    an offer by email, which you can then [accept](accept-offer.md). See also [Find your Office 365 partner or
    reseller](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller).

    Scenario: You can't look for a partner in the admin center
      Then I can't select "Microsoft Pinpoint"

  @o365-worldwide @o365-germany @assumption
  Rule: A search finds the partners that fit
    A partner that offers your service only in another country or region isn't among the results. The results are in
    alphabetical order.

    Scenario Outline: A partner that doesn't fit isn't found
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "the Netherlands"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "<service>" in "<country>"
      Then the partner "Contoso" isn't found
      And the page lists "0" names
      And no message is shown

      Examples:
        | service           | country         |
        | Exchange Online   | Germany         |
        | SharePoint Online | the Netherlands |

    Scenario Outline: A partner with another service isn't found
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "the Netherlands"
      When I open the website "Microsoft Pinpoint"
      And I type "<text>" as the service, and search in "the Netherlands"
      Then the partner "Contoso" isn't found
      And the page lists "0" names
      And no message is shown

      Examples:
        | text              |
        | Exchange          |
        | Online            |
        | Exchange Hybrid   |
        | Dynamics Online   |
        | Exchange Online 1 |
        |                   |

    Scenario Outline: A country with a similar name is another country
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "<country>"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "<searched>"
      Then the partner "Contoso" isn't found
      When I search for a partner for "Exchange Online" in "<country>"
      Then the partner "Contoso" is found
      When I search for a partner for "Exchange Online" in "<searched>"
      Then the page lists "0" names

      Examples:
        | country           | searched          |
        | Guinea-Bissau     | Guinea            |
        | Equatorial Guinea | Guinea            |
        | Guinea            | Equatorial Guinea |

    Scenario: Every partner that fits is found
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "the Netherlands"
      And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "SharePoint Online" in "Germany"
      And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "the Netherlands"
      And the partner "Litware" with the Microsoft Partner ID "7654321" offers "SharePoint Online" in "the Netherlands"
      And the partner "Litware" with the Microsoft Partner ID "7654321" offers "Exchange Online" in "Germany"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      Then the partner "Contoso" is found
      And the partner "Fabrikam" is found
      And the partner "Litware" isn't found
      When I search for a partner for "SharePoint Online" in "Germany"
      Then the partner "Fabrikam" is found
      And the partner "Contoso" isn't found
      When I type " exchange online " as the service, and search in "the Netherlands"
      Then the partner "Contoso" is found
      And the partner "Litware" isn't found

    Scenario: Only the last search counts
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "the Netherlands"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      Then the partner "Contoso" is found
      When I search for a partner for "Exchange Online" in "Germany"
      Then the partner "Contoso" isn't found
      And the page lists "0" names
      When I type "" as the service, and search in "the Netherlands"
      Then the page lists "0" names

    Scenario: Many partners that fit are all found
      Given "101" partners offer "Exchange Online" in "the Netherlands"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      Then the page lists "101" names

    Scenario: The results are in alphabetical order
      Given I have the subscriptions "Office 365 E3" and "Visio Plan 2"
      And the partners "Fabrikam North", "Contoso", "Litware" and "fabrikam" offer "Exchange Online" in "the Netherlands"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And "fabrikam" is my delegated admin
      And "Litware" is my reseller
      When I ask the partner "Contoso" for its Microsoft Partner ID
      And I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      Then the page lists "Contoso", "fabrikam", "Fabrikam North" and "Litware"
      And no message is shown
      And the checkout wizard is closed

    Scenario: Another page doesn't show the results
      Given I am signed in to the admin center
      And the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "the Netherlands"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      And I go to the page "Settings > Partner relationships"
      Then no results are shown
      And the page has no box
      When I go to the page "Billing > Purchase services"
      Then no message is shown
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      And I open the "admin center"
      Then no results are shown
      And the page has no box

    Scenario: The results are gone when you come back
      Given the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "the Netherlands"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      Then the partner "Contoso" is found
      When I open the website "Microsoft Pinpoint"
      Then no results are shown

  @o365-worldwide @o365-germany
  Rule: Only the partner can tell you its ID
    You need the Microsoft Partner ID to add the partner to a subscription, or to change to this partner. For more about
    partners, see [Find your Office 365 partner or
    reseller](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller).

    Scenario: Each partner tells its own ID
      Given the partner "Contoso North" gave me the Microsoft Partner ID "1234567"
      And the partner "CONTOSO" gave me the Microsoft Partner ID "2234567"
      And the partner "Contoso" gave me the Microsoft Partner ID "3214567"
      And the partner "Contoso South" gave me the Microsoft Partner ID "4234567"
      When I ask the partner "Contoso North" for its Microsoft Partner ID
      And I ask the partner "Contoso North" for its Microsoft Partner ID
      Then the only Microsoft Partner ID that I know is "1234567"
      When I ask the partner "Contoso" for its Microsoft Partner ID
      Then I know the Microsoft Partner ID "3214567"
      And I don't know the Microsoft Partner ID "2234567"
      And I don't know the Microsoft Partner ID "4234567"
      When I ask the partner "CONTOSO" for its Microsoft Partner ID
      And I ask the partner "Contoso South" for its Microsoft Partner ID
      Then I know the Microsoft Partner ID "1234567"
      And I know the Microsoft Partner ID "2234567"
      And I know the Microsoft Partner ID "3214567"
      And I know the Microsoft Partner ID "4234567"

    Scenario: A partner that you've found hasn't told you its ID yet
      Given the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "the Netherlands"
      When I open the website "Microsoft Pinpoint"
      And I search for a partner for "Exchange Online" in "the Netherlands"
      Then the partner "Fabrikam" is found
      And I don't know the Microsoft Partner ID "3214567"

    Scenario: You keep an ID when the relationship ends
      Given I am signed in to the admin center
      And I have only the subscription "Office 365 E3"
      And the product "Visio Plan 2" is for sale
      And the partner "Contoso" with the Microsoft Partner ID "1234567" offers "Exchange Online" in "the Netherlands"
      And "Contoso" is the partner of record of the subscription "Office 365 E3"
      And the partner "Fabrikam" with the Microsoft Partner ID "3214567" offers "Exchange Online" in "the Netherlands"
      When I ask the partner "Contoso" for its Microsoft Partner ID
      And I ask the partner "Fabrikam" for its Microsoft Partner ID
      And I type the ID "3214567" for the subscription "Office 365 E3" and select "Submit"
      And I go to the page "Settings > Partner relationships"
      And I select the partner "Fabrikam"
      And I select the option "Delete"
      Then I know the Microsoft Partner ID "1234567"
      And I know the Microsoft Partner ID "3214567"
      And the page lists no partners
      When I go to the page "Billing > Purchase services"
      Then the only product on the page is "Visio Plan 2"
