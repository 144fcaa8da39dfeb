"""Steps: the pattern that features use, what it tells readers, and what it does at the self-service."""

from typing import Annotated, Self

from porspec.steps import LabelType, always, given, then, when

from .world import TODAY, Shelf

Page = Annotated[str, LabelType("page")]
Button = Annotated[str, LabelType("button")]
Field = Annotated[str, LabelType("field")]
Message = Annotated[str, LabelType("message")]


class Cents(int):
    """An amount as it is written in features: 3.50."""

    def __new__(cls, text: str) -> Self:
        return super().__new__(cls, round(float(text) * 100))


@given('the library has the book "{title}" by "{author}"')
def has_book(shelf: Shelf, title: str, author: str) -> None:
    """A book that is in the library, free to be borrowed."""
    shelf.add_book(title, author)


@given('another reader has borrowed "{title}"')
def is_lent(shelf: Shelf, title: str) -> None:
    """A book that the reader of the page cannot have now."""
    shelf.lend(title, "another", TODAY.isoformat())


@given('another reader has reserved "{title}"')
def is_reserved(shelf: Shelf, title: str) -> None:
    """A book that another reader gets next."""
    shelf.set_reserved(title, "another")


@given('I have "{title}" at home until "{day}"', says="You have the book at home.")
def have(shelf: Shelf, title: str, day: str) -> None:
    """A loan of the reader's, with its last day."""
    shelf.lend(title, "me", day)


@given('I have renewed "{title}" "{times}" times')
def have_renewed(shelf: Shelf, title: str, times: int) -> None:
    """A loan that was renewed before."""
    shelf.database.execute("update loans set renewed = ? where title = ?", (times, title))


@given('I have a fine of "{amount}" euros', says="You have a bank card with you.")
def have_fine(shelf: Shelf, amount: Cents) -> None:
    """What the reader owes; the reader's text says what is needed to pay it."""
    shelf.fine = amount


@when('I go to the page "{page}"', says="Go to the page {page}.")
def go_to(shelf: Shelf, page: Page) -> None:
    """Open a page of the self-service."""
    shelf.go_to(page)


@when(
    'I type "{text}" into the box "{field}"',
    says="Type a part of the title or of the author into the box {field}, and select **Search**.",
)
def search(shelf: Shelf, text: str, field: Field) -> None:
    """Look for books, on the page Catalogue."""
    assert field == "field.search"
    shelf.search(text)


@when('I select the book "{title}"', says="Select the book.")
def choose(shelf: Shelf, title: str) -> None:
    """Select a book in a list."""
    shelf.choose(title)


@when('I select the button "{button}"', says="Select the button {button}.")
def press(shelf: Shelf, button: Button) -> None:
    """Select a button."""
    shelf.press(button)


@when('I look up "{title}"')
def look_up(shelf: Shelf, title: str) -> None:
    """Find a book and select it, as the business says it."""
    shelf.go_to("page.catalogue")
    shelf.search(title)
    shelf.choose(title)


@when('I try to borrow "{title}"')
def try_to_borrow(shelf: Shelf, title: str) -> None:
    """Find a book and borrow it, as the business says it."""
    look_up(shelf, title)
    shelf.press("button.borrow")


@when('I try to renew "{title}"')
def try_to_renew(shelf: Shelf, title: str) -> None:
    """Renew a loan, as the business says it."""
    shelf.go_to("page.loans")
    shelf.choose(title)
    shelf.press("button.renew")


@when('I bring back "{title}"')
def bring_back(shelf: Shelf, title: str) -> None:
    """Return a loan, as the business says it."""
    shelf.go_to("page.loans")
    shelf.choose(title)
    shelf.press("button.return")


@then('the list shows "{title}"', says="The list shows the book.")
def lists(shelf: Shelf, title: str) -> None:
    """A book that was found."""
    assert title in shelf.found, shelf.found


@then(
    'I have borrowed "{title}" until "{day}"',
    says="You have borrowed the book. Its last day is on the page **My loans**.",
)
def have_until(shelf: Shelf, title: str, day: str) -> None:
    """The last day of a loan, after it was borrowed or renewed."""
    assert shelf.due(title) == day, shelf.due(title)


@then('I no longer have "{title}"', says="The book is no longer among your loans.")
def have_not(shelf: Shelf, title: str) -> None:
    """A book that was returned."""
    assert shelf.due(title) is None, shelf.due(title)


@then('"{title}" is reserved for me', says="The library keeps the book for you when it comes back.")
def is_mine(shelf: Shelf, title: str) -> None:
    """A book that the reader gets next."""
    assert shelf.reserved_by(title) == "me", shelf.reserved_by(title)


@then('my fine is "{amount}" euros')
def fine_is(shelf: Shelf, amount: Cents) -> None:
    """What the reader owes."""
    assert shelf.fine == amount, shelf.fine


@then("I owe nothing", says="Nothing is left to pay.")
def owe_nothing(shelf: Shelf) -> None:
    """After a fine was paid."""
    assert shelf.fine == 0, shelf.fine


@then('I see the message "{message}"')
def message_is(shelf: Shelf, message: Message) -> None:
    """What Shelf says, under the list."""
    assert shelf.message == message, shelf.message


@then('I can\'t select "{button}"')
def cannot_press(shelf: Shelf, button: Button) -> None:
    """A button that is there, and gray."""
    assert shelf.buttons.get(button) is False, shelf.buttons


@then('I can select "{button}"')
def can_press(shelf: Shelf, button: Button) -> None:
    """A button that can be used."""
    assert shelf.buttons.get(button) is True, shelf.buttons


@always("What is selected is listed on the page.")
def chosen_is_listed(shelf: Shelf) -> None:
    """No step leaves something selected that the reader does not see."""
    assert not shelf.chosen or shelf.chosen in [row[0] for row in shelf.rows], shelf.chosen
