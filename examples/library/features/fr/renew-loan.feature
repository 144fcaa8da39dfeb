# language: fr
# Written by porspec sync from features/en/renew-loan.feature (58a57358f60b). To keep an edit, run: porspec sync --from fr
Fonctionnalité: Prolonger un emprunt
  Gardez un livre trois semaines de plus.

  Contexte:
    Étant donné que la bibliothèque a le livre "Emma" de "Jane Austen"
    Et j’ai "Emma" chez moi jusqu’au "2026-03-05"

  Scénario: Prolonger un emprunt
    Quand je vais à la page "Mes emprunts"
    Et je sélectionne le livre "Emma"
    Et je sélectionne le bouton "Prolonger"
    Alors j’ai emprunté "Emma" jusqu’au "2026-03-26"

  Règle: Un emprunt ne se prolonge pas sans fin
    Shelf 4 prolonge un emprunt une fois, et Shelf 5 deux fois. Rendez le livre, puis empruntez-le de nouveau.

    Plan du scénario: Un emprunt déjà prolongé <fois> fois
      Étant donné que j’ai déjà prolongé "Emma" "<fois>" fois
      Quand j’essaie de prolonger "Emma"
      Alors je vois le message "Vous ne pouvez plus prolonger cet emprunt."

      @shelf-4
      Exemples:
        | fois |
        | 1    |

      @shelf-5
      Exemples:
        | fois |
        | 2    |

  @shelf-5
  Règle: On ne prolonge pas un livre que quelqu’un d’autre attend
    Rendez-le au plus tard le dernier jour.

    Scénario: Quelqu’un d’autre a réservé le livre
      Étant donné que quelqu’un d’autre a réservé "Emma"
      Quand j’essaie de prolonger "Emma"
      Alors je vois le message "Quelqu’un d’autre a réservé ce livre."
