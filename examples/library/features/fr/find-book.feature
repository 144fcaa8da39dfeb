# language: fr
# Written by porspec sync from features/en/find-book.feature (42dad236c472). To keep an edit, run: porspec sync --from fr
Fonctionnalité: Trouver un livre
  Vérifiez si la bibliothèque possède un livre.

  Contexte:
    Étant donné que la bibliothèque a le livre "Jane Eyre" de "Charlotte Brontë"
    Et la bibliothèque a le livre "Emma" de "Jane Austen"

  Scénario: Trouver un livre
    Quand je vais à la page "Catalogue"
    Et je saisis "Brontë" dans le champ "Titre ou auteur"
    Alors la liste affiche "Jane Eyre"

  Règle: Les accents et les majuscules ne comptent pas
    Vous n’avez pas besoin de les saisir.

    Scénario: Une autrice sans son accent
      Quand je saisis "bronte" dans le champ "Titre ou auteur"
      Alors la liste affiche "Jane Eyre"

  Règle: Un livre que la bibliothèque n’a pas est introuvable
    Essayez un seul mot du titre.

    Scénario: Un titre que la bibliothèque n’a pas
      Quand je saisis "Persuasion" dans le champ "Titre ou auteur"
      Alors je vois le message "Aucun livre trouvé."
