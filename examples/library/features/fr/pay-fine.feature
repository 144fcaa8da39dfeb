# language: fr
# Written by porspec sync from features/en/pay-fine.feature (d94849f23c61). To keep an edit, run: porspec sync --from fr
Fonctionnalité: Payer une amende
  Réglez ce que coûtent les livres rendus en retard.

  Plan du scénario: Payer une amende
    Étant donné que j’ai une amende de "3.50" euros
    Quand je vais à la page "<page>"
    Et je sélectionne le bouton "Payer"
    Alors je ne dois rien

    @shelf-4
    Exemples:
      | page        |
      | Mes amendes |

    @shelf-5
    Exemples:
      | page       |
      | Mon compte |

  Règle: Sans amende, il n’y a rien à payer
    Un emprunt en retard ne coûte quelque chose qu’au moment où vous le rendez.

    Plan du scénario: Aucune amende
      Quand je vais à la page "<page>"
      Alors je ne peux pas sélectionner "Payer"

      @shelf-4
      Exemples:
        | page        |
        | Mes amendes |

      @shelf-5
      Exemples:
        | page       |
        | Mon compte |
