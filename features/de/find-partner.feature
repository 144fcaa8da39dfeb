# language: de
# Written by porspec sync from features/en/find-partner.feature (138ed593e51b). To keep an edit, run: porspec sync --from de
Funktionalität: Partner finden
  Wenn Sie noch nicht mit einem Partner zusammenarbeiten, können Sie nach einem suchen.

  @o365-worldwide @o365-germany
  Szenario: Partner auf Microsoft Pinpoint finden
    Angenommen ich arbeite noch nicht mit einem Partner zusammen
    Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
    Wenn ich die Website "Microsoft Pinpoint" öffne
    Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
    Dann wird der Partner "Fabrikam" gefunden
    Wenn ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
    Dann kenne ich die Microsoft Partner-ID "3214567"

  @o365-21vianet
  Regel: Wenden Sie sich an einen autorisierten Partner
    Für Office 365 betrieben von 21Vianet beschreibt Microsoft die Suche mit Microsoft Pinpoint nicht. Bitten Sie einen
    von 21Vianet autorisierten Partner um ein Angebot per E-Mail, das Sie dann [akzeptieren](accept-offer.md) können.
    Siehe auch [Office 365-Partner oder -Händler
    finden](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller).

    Szenario: Im Admin Center können Sie nicht nach einem Partner suchen
      Dann kann ich "Microsoft Pinpoint" nicht auswählen

  @o365-worldwide @o365-germany @assumption
  Regel: Die Suche findet die Partner, die zu Ihnen passen
    Ein Partner, der Ihren Dienst nur in einem anderen Land oder einer anderen Region anbietet, ist nicht unter den
    Ergebnissen. Die Ergebnisse sind alphabetisch sortiert.

    Szenariogrundriss: Ein Partner, der nicht passt, wird nicht gefunden
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "<Dienst>" im Land "<Land>" suche
      Dann wird der Partner "Contoso" nicht gefunden
      Und stehen "0" Namen auf der Seite
      Und wird keine Meldung angezeigt

      Beispiele:
        | Dienst            | Land        |
        | Exchange Online   | Deutschland |
        | SharePoint Online | Niederlande |

    Szenariogrundriss: Ein Partner mit einem anderen Dienst wird nicht gefunden
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich als Dienst "<Text>" eingebe und im Land "Niederlande" suche
      Dann wird der Partner "Contoso" nicht gefunden
      Und stehen "0" Namen auf der Seite
      Und wird keine Meldung angezeigt

      Beispiele:
        | Text              |
        | Exchange          |
        | Online            |
        | Exchange Hybrid   |
        | Dynamics Online   |
        | Exchange Online 1 |
        |                   |

    Szenariogrundriss: Ein Land mit einem ähnlichen Namen ist ein anderes Land
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "<Land>" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "<gesucht>" suche
      Dann wird der Partner "Contoso" nicht gefunden
      Wenn ich nach einem Partner für "Exchange Online" im Land "<Land>" suche
      Dann wird der Partner "Contoso" gefunden
      Wenn ich nach einem Partner für "Exchange Online" im Land "<gesucht>" suche
      Dann stehen "0" Namen auf der Seite

      Beispiele:
        | Land             | gesucht          |
        | Guinea-Bissau    | Guinea           |
        | Äquatorialguinea | Guinea           |
        | Guinea           | Äquatorialguinea |

    Szenario: Jeder Partner, der passt, wird gefunden
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "SharePoint Online" im Land "Deutschland" an
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Und der Partner "Litware" mit der Microsoft Partner-ID "7654321" bietet den Dienst "SharePoint Online" im Land "Niederlande" an
      Und der Partner "Litware" mit der Microsoft Partner-ID "7654321" bietet den Dienst "Exchange Online" im Land "Deutschland" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Dann wird der Partner "Contoso" gefunden
      Und wird der Partner "Fabrikam" gefunden
      Und wird der Partner "Litware" nicht gefunden
      Wenn ich nach einem Partner für "SharePoint Online" im Land "Deutschland" suche
      Dann wird der Partner "Fabrikam" gefunden
      Und wird der Partner "Contoso" nicht gefunden
      Wenn ich als Dienst " exchange online " eingebe und im Land "Niederlande" suche
      Dann wird der Partner "Contoso" gefunden
      Und wird der Partner "Litware" nicht gefunden

    Szenario: Nur die letzte Suche zählt
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Dann wird der Partner "Contoso" gefunden
      Wenn ich nach einem Partner für "Exchange Online" im Land "Deutschland" suche
      Dann wird der Partner "Contoso" nicht gefunden
      Und stehen "0" Namen auf der Seite
      Wenn ich als Dienst "" eingebe und im Land "Niederlande" suche
      Dann stehen "0" Namen auf der Seite

    Szenario: Auch wenn viele Partner passen, werden alle gefunden
      Angenommen "101" Partner bieten den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Dann stehen "101" Namen auf der Seite

    Szenario: Die Ergebnisse sind alphabetisch sortiert
      Angenommen ich habe die Abonnements "Office 365 E3" und "Visio Plan 2"
      Und die Partner "Fabrikam North", "Contoso", "Litware" und "fabrikam" bieten den Dienst "Exchange Online" im Land "Niederlande" an
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und "fabrikam" ist mein delegierter Administrator
      Und "Litware" ist mein Händler
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Und ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Dann werden auf der Seite der Reihe nach "Contoso", "fabrikam", "Fabrikam North" und "Litware" aufgeführt
      Und wird keine Meldung angezeigt
      Und ist der Checkout-Assistent geschlossen

    Szenario: Auf einer anderen Seite werden die Ergebnisse nicht angezeigt
      Angenommen ich bin im Admin Center angemeldet
      Und der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Dann werden keine Ergebnisse angezeigt
      Und gibt es auf der Seite kein Feld
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann wird keine Meldung angezeigt
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Und ich das Portal "Admin Center" öffne
      Dann werden keine Ergebnisse angezeigt
      Und gibt es auf der Seite kein Feld

    Szenario: Die Ergebnisse sind verschwunden, wenn Sie zurückkehren
      Angenommen der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Dann wird der Partner "Contoso" gefunden
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Dann werden keine Ergebnisse angezeigt

  @o365-worldwide @o365-germany
  Regel: Nur der Partner selbst kann Ihnen seine ID mitteilen
    Sie benötigen die Microsoft Partner-ID, um den Partner einem Abonnement hinzuzufügen oder zu diesem Partner zu
    wechseln. Mehr über Partner finden Sie unter [Office 365-Partner oder -Händler
    finden](https://docs.microsoft.com/microsoft-365/admin/manage/find-your-partner-or-reseller).

    Szenario: Jeder Partner teilt seine eigene ID mit
      Angenommen der Partner "Contoso North" hat mir die Microsoft Partner-ID "1234567" mitgeteilt
      Und der Partner "CONTOSO" hat mir die Microsoft Partner-ID "2234567" mitgeteilt
      Und der Partner "Contoso" hat mir die Microsoft Partner-ID "3214567" mitgeteilt
      Und der Partner "Contoso South" hat mir die Microsoft Partner-ID "4234567" mitgeteilt
      Wenn ich den Partner "Contoso North" nach seiner Microsoft Partner-ID frage
      Und ich den Partner "Contoso North" nach seiner Microsoft Partner-ID frage
      Dann ist "1234567" die einzige Microsoft Partner-ID, die ich kenne
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Dann kenne ich die Microsoft Partner-ID "3214567"
      Und kenne ich die Microsoft Partner-ID "2234567" nicht
      Und kenne ich die Microsoft Partner-ID "4234567" nicht
      Wenn ich den Partner "CONTOSO" nach seiner Microsoft Partner-ID frage
      Und ich den Partner "Contoso South" nach seiner Microsoft Partner-ID frage
      Dann kenne ich die Microsoft Partner-ID "1234567"
      Und kenne ich die Microsoft Partner-ID "2234567"
      Und kenne ich die Microsoft Partner-ID "3214567"
      Und kenne ich die Microsoft Partner-ID "4234567"

    Szenario: Ein Partner, den Sie gefunden haben, hat Ihnen seine ID noch nicht mitgeteilt
      Angenommen der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich die Website "Microsoft Pinpoint" öffne
      Und ich nach einem Partner für "Exchange Online" im Land "Niederlande" suche
      Dann wird der Partner "Fabrikam" gefunden
      Und kenne ich die Microsoft Partner-ID "3214567" nicht

    Szenario: Sie behalten eine ID, wenn die Beziehung endet
      Angenommen ich bin im Admin Center angemeldet
      Und ich habe nur das Abonnement "Office 365 E3"
      Und das Produkt "Visio Plan 2" kann gekauft werden
      Und der Partner "Contoso" mit der Microsoft Partner-ID "1234567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Und "Contoso" ist der Partner of Record des Abonnements "Office 365 E3"
      Und der Partner "Fabrikam" mit der Microsoft Partner-ID "3214567" bietet den Dienst "Exchange Online" im Land "Niederlande" an
      Wenn ich den Partner "Contoso" nach seiner Microsoft Partner-ID frage
      Und ich den Partner "Fabrikam" nach seiner Microsoft Partner-ID frage
      Und ich für das Abonnement "Office 365 E3" die ID "3214567" eingebe und "Absenden" auswähle
      Und ich zur Seite "Einstellungen > Partnerbeziehungen" wechsle
      Und ich den Partner "Fabrikam" auswähle
      Und ich die Option "Löschen" auswähle
      Dann kenne ich die Microsoft Partner-ID "1234567"
      Und kenne ich die Microsoft Partner-ID "3214567"
      Und werden auf der Seite keine Partner aufgeführt
      Wenn ich zur Seite "Abrechnung > Dienste kaufen" wechsle
      Dann ist "Visio Plan 2" das einzige Produkt auf der Seite
