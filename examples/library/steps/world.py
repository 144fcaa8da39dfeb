"""The self-service of a library, on a database of SQLite's: one for each scenario, in memory, and gone with it."""

import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta

TODAY = date(2026, 3, 2)
_LOAN = timedelta(days=21)
_CENTS_A_DAY, _CENTS_ALLOWED = 10, 500
_RENEWALS = {"shelf-4": 1, "shelf-5": 2}
_SCHEMA = """
create table books (title text primary key, author text not null, reserved_by text);
create table loans (
    title text primary key references books, reader text not null, due text not null, renewed integer not null default 0
);
create table fines (reader text primary key, cents integer not null);
"""


class NotThere(AssertionError):
    """What somebody wants to use is not on the page, or cannot be used."""


class Shelf:
    """A reader's session at the self-service. The database holds what is so; the rest is what is on the screen."""

    def __init__(self, database: sqlite3.Connection, edition: str) -> None:
        self.database, self.edition = database, edition
        self.page = "page.catalogue"
        self.found: list[str] = []
        self.typed = self.chosen = self.message = ""

    # --- what is so ------------------------------------------------------------------------------------------------

    def add_book(self, title: str, author: str) -> None:
        self.database.execute("insert into books values (?, ?, null)", (title, author))

    def lend(self, title: str, reader: str, due: str) -> None:
        self.database.execute("insert into loans (title, reader, due) values (?, ?, ?)", (title, reader, due))

    def due(self, title: str) -> str | None:
        """The last day of the reader's own loan of a book, as 2026-03-23."""
        found = self.database.execute("select due from loans where title = ? and reader = 'me'", (title,)).fetchone()
        return found[0] if found else None

    def reserved_by(self, title: str) -> str | None:
        found: tuple[str | None] = self.database.execute(
            "select reserved_by from books where title = ?", (title,)
        ).fetchone()
        return found[0]

    def set_reserved(self, title: str, reader: str | None) -> None:
        self.database.execute("update books set reserved_by = ? where title = ?", (reader, title))

    @property
    def fine(self) -> int:
        """What the reader owes, in cents."""
        found = self.database.execute("select cents from fines where reader = 'me'").fetchone()
        return found[0] if found else 0

    @fine.setter
    def fine(self, cents: int) -> None:
        self.database.execute("insert or replace into fines values ('me', ?)", (cents,))

    # --- what is on the screen -------------------------------------------------------------------------------------

    @property
    def pages(self) -> tuple[str, ...]:
        last = "page.fines" if self.edition == "shelf-4" else "page.account"
        return ("page.catalogue", "page.loans", last)

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The books that the page lists: what was found, or what the reader has."""
        if self.page == "page.catalogue":
            books = [
                self.database.execute("select title, author from books where title = ?", (each,)) for each in self.found
            ]
            return [book.fetchone() for book in books]
        if self.page == "page.loans":
            return self.database.execute(
                "select title, due from loans where reader = 'me' order by due, title"
            ).fetchall()
        return []

    @property
    def buttons(self) -> dict[str, bool]:
        """The buttons of the page, with whether each can be used."""
        if self.page == "page.loans":
            return dict.fromkeys(("button.renew", "button.return"), bool(self.chosen))
        if self.page != "page.catalogue":
            return {"button.pay": self.fine > 0}
        lent = "select reader from loans where title = ?"
        reader = self.database.execute(lent, (self.chosen,)).fetchone() if self.chosen else None
        is_mine = bool(self.chosen) and self.reserved_by(self.chosen) in (None, "me")
        buttons = {"button.search": True, "button.borrow": bool(self.chosen) and reader is None and is_mine}
        if self.edition == "shelf-5":
            buttons["button.reserve"] = (
                reader is not None and reader[0] != "me" and self.reserved_by(self.chosen) is None
            )
        return buttons

    def go_to(self, page: str) -> None:
        if page not in self.pages:
            raise NotThere(f"There is no page {page} in this edition")
        self.page, self.found = page, []
        self.typed = self.chosen = self.message = ""

    def search(self, text: str) -> None:
        """Find books by a part of their title or author; accents and capitals make no difference."""
        books = self.database.execute("select title, author from books order by title")
        self.found = [title for title, author in books if _plain(text) in _plain(f"{title}\n{author}")]
        self.typed, self.chosen, self.message = text, "", "" if self.found else "message.not_found"

    def choose(self, title: str) -> None:
        if title not in [row[0] for row in self.rows]:
            raise NotThere(f"{title} is not listed here")
        self.chosen, self.message = title, ""

    def press(self, button: str) -> None:
        if not self.buttons.get(button):
            raise NotThere(f"{button} is not there, or cannot be used")
        self.message = ""
        getattr(self, f"_{button.removeprefix('button.')}")()

    def _borrow(self) -> None:
        if self.fine > _CENTS_ALLOWED:
            self.message = "message.pay_first"
            return
        self.lend(self.chosen, "me", (TODAY + _LOAN).isoformat())
        self.set_reserved(self.chosen, None)

    def _reserve(self) -> None:
        self.set_reserved(self.chosen, "me")

    def _renew(self) -> None:
        found = self.database.execute("select due, renewed from loans where title = ?", (self.chosen,)).fetchone()
        if found[1] >= _RENEWALS[self.edition]:
            self.message = "message.not_again"
        elif self.reserved_by(self.chosen):
            self.message = "message.is_reserved"
        else:
            due = date.fromisoformat(found[0]) + _LOAN
            change = "update loans set due = ?, renewed = renewed + 1 where title = ?"
            self.database.execute(change, (due.isoformat(), self.chosen))

    def _return(self) -> None:
        late = TODAY - date.fromisoformat(self.due(self.chosen) or TODAY.isoformat())
        self.fine += max(late.days, 0) * _CENTS_A_DAY
        self.database.execute("delete from loans where title = ?", (self.chosen,))
        self.chosen = ""

    def _pay(self) -> None:
        self.fine = 0


def _plain(text: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(each))


def new_world(moniker: str) -> Iterator[Shelf]:
    """A library without books, and a reader who has just come in; the database is closed however a scenario ends."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_SCHEMA)
        yield Shelf(database, moniker)


def snapshot(shelf: Shelf) -> dict[str, object]:
    """What can be seen, which the pages draw; and behind it, what is so of each book and reader."""
    controls: list[dict[str, object]] = []
    if shelf.page == "page.catalogue":
        controls.append({"label": "field.search", "kind": "box", "value": shelf.typed})
    controls += [{"label": each, "kind": "button", "enabled": can} for each, can in shelf.buttons.items()]
    columns = ["column.title", "column.author" if shelf.page == "page.catalogue" else "column.due"]
    rows = [list(row) for row in shelf.rows]
    return {
        "place": [shelf.page],
        "navigation": [[each] for each in shelf.pages],
        "controls": controls,
        "lists": [{"columns": columns, "rows": rows, "chosen": shelf.chosen}] if rows else [],
        "message": shelf.message,
        "behind": {
            "reserved by": dict(shelf.database.execute("select title, reserved_by from books").fetchall()),
            "loans": {
                title: {"reader": reader, "due": due, "renewed": renewed or None}
                for title, reader, due, renewed in shelf.database.execute("select * from loans")
            },
            "cents owed": shelf.fine or None,
        },
    }
