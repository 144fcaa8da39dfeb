# language: fr
# Written by porspec sync from features/en/borrow-book.feature (7c7914f9335f). To keep an edit, run: porspec sync --from fr
Fonctionnalité: Emprunter un livre
  Emportez un livre chez vous pour trois semaines.

  Contexte:
    Étant donné que la bibliothèque a le livre "Emma" de "Jane Austen"

  Scénario: Emprunter un livre
    Quand je vais à la page "Catalogue"
    Et je saisis "Austen" dans le champ "Titre ou auteur"
    Et je sélectionne le livre "Emma"
    Et je sélectionne le bouton "Emprunter"
    Alors j’ai emprunté "Emma" jusqu’au "2026-03-23"

  Règle: On n’emprunte pas un livre que quelqu’un d’autre a emprunté
    Attendez son retour.

    Scénario: Quelqu’un d’autre a emprunté le livre
      Étant donné que quelqu’un d’autre a emprunté "Emma"
      Quand je cherche et sélectionne "Emma"
      Alors je ne peux pas sélectionner "Emprunter"

  Règle: On n’emprunte rien quand on doit plus de 5 euros
    Réglez l’amende, puis empruntez le livre.

    Scénario: Une amende trop élevée
      Étant donné que j’ai une amende de "5.01" euros
      Quand j’essaie d’emprunter "Emma"
      Alors je vois le message "Réglez d’abord votre amende."

    Scénario: Une amende à la limite
      Étant donné que j’ai une amende de "5.00" euros
      Quand j’essaie d’emprunter "Emma"
      Alors j’ai emprunté "Emma" jusqu’au "2026-03-23"
