# language: fr
# Written by porspec sync from features/en/return-book.feature (3018e81ab29c). To keep an edit, run: porspec sync --from fr
Fonctionnalité: Rendre un livre
  Rapportez un livre au libre-service.

  Contexte:
    Étant donné que la bibliothèque a le livre "Emma" de "Jane Austen"

  Scénario: Rendre un livre
    Étant donné que j’ai "Emma" chez moi jusqu’au "2026-03-05"
    Quand je vais à la page "Mes emprunts"
    Et je sélectionne le livre "Emma"
    Et je sélectionne le bouton "Rendre"
    Alors je n’ai plus "Emma"

  Règle: Chaque jour de retard coûte 10 centimes
    Le dernier jour lui-même ne coûte rien.

    Scénario: Trois jours de retard
      Étant donné que j’ai "Emma" chez moi jusqu’au "2026-02-27"
      Quand je rapporte "Emma"
      Alors mon amende est de "0.30" euros

    Scénario: Le dernier jour
      Étant donné que j’ai "Emma" chez moi jusqu’au "2026-03-02"
      Quand je rapporte "Emma"
      Alors je ne dois rien
