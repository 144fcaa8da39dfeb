# language: fr
# Written by porspec sync from features/en/reserve-book.feature (1de7e99e5fe5). To keep an edit, run: porspec sync --from fr
@shelf-5
Fonctionnalité: Réserver un livre
  Soyez la prochaine personne à recevoir un livre déjà emprunté.

  Contexte:
    Étant donné que la bibliothèque a le livre "Emma" de "Jane Austen"

  Scénario: Réserver un livre
    Étant donné que quelqu’un d’autre a emprunté "Emma"
    Quand je vais à la page "Catalogue"
    Et je saisis "Austen" dans le champ "Titre ou auteur"
    Et je sélectionne le livre "Emma"
    Et je sélectionne le bouton "Réserver"
    Alors "Emma" est réservé pour moi

  Règle: On ne réserve pas un livre qui est à la bibliothèque
    Empruntez-le.

    Scénario: Le livre est là
      Quand je cherche et sélectionne "Emma"
      Alors je ne peux pas sélectionner "Réserver"
      Et je peux sélectionner "Emprunter"

  Règle: Une seule personne réserve un livre
    Réessayez quand il sera de retour.

    Scénario: Quelqu’un d’autre a été plus rapide
      Étant donné que quelqu’un d’autre a emprunté "Emma"
      Et quelqu’un d’autre a réservé "Emma"
      Quand je cherche et sélectionne "Emma"
      Alors je ne peux pas sélectionner "Réserver"
