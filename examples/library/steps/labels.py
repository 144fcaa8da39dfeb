"""What stands on the screens of Shelf: an id that begins with its kind, the text, and what it is, for translators."""

from porspec.steps import Label

LABELS = (
    Label("page.catalogue", "Catalogue", "The page where books are found."),
    Label("page.loans", "My loans", "The page with the books that the reader has at home."),
    Label("page.account", "My account", "The page about the reader; in Shelf 5, fines are paid there."),
    Label("page.fines", "My fines", "In Shelf 4, the page where fines are paid."),
    Label("field.search", "Title or author", "The box for what is looked for, on the page Catalogue."),
    Label("column.title", "Title", "The head of a column: the titles of books."),
    Label("column.author", "Author", "The head of a column: who wrote a book."),
    Label("column.due", "Due", "The head of a column: the last day of a loan."),
    Label("button.search", "Search", "The button beside the box, on the page Catalogue."),
    Label("button.borrow", "Borrow", "The button for the chosen book, on the page Catalogue."),
    Label("button.reserve", "Reserve", "The button for the chosen book, on the page Catalogue; Shelf 5 only."),
    Label("button.renew", "Renew", "The button for the chosen loan, on the page My loans."),
    Label("button.return", "Return", "The button for the chosen loan, on the page My loans."),
    Label("button.pay", "Pay", "The button that pays the whole fine by card."),
    Label("message.not_found", "No book found.", "Shown when the catalogue has nothing of the kind."),
    Label("message.pay_first", "Pay your fine first.", "Shown when somebody who owes too much borrows a book."),
    Label(
        "message.not_again", "You can't renew this loan again.", "Shown when a loan was renewed as often as it can be."
    ),
    Label("message.is_reserved", "Another reader has reserved this book.", "Shown when such a loan is to be renewed."),
)
