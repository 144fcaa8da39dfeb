"""How a page's lists are numbered for each moniker, and lists that zones cut made one again.

A moniker's number of an item is CommonMark's in a page that holds nothing but that moniker's text. An item whose
monikers count it differently stands there once for each number.
"""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from .trees import MONIKER_CLASS, ZONE_CLASS, MonikerLabel, number_in

DELIMITER = "delimiter"  # an attribute that says whether two lists can be one; ListNumbers takes it off again

Ids = frozenset[str]


class ListNumbers(Treeprocessor):
    """Gives every ordered item its number, and joins the lists."""

    def __init__(self, md: Markdown, page: Sequence[str], label: MonikerLabel) -> None:
        super().__init__(md)
        self.page, self.label = tuple(page) or ("",), label

    def run(self, root: Element) -> None:
        """Number all items, from the outermost list inwards, then join from the outermost element inwards.

        A list of which some monikers have no item is not for them.
        """
        self._number(root, frozenset(self.page))
        for element in list(root.iter()):
            _join(element)
        for element in root.iter():
            element.attrib.pop(DELIMITER, None)
            if element.tag in ("ol", "ul") and len(element):
                monikers = {each for item in element for each in item.get("data-moniker", "").split()}
                if all("data-moniker" in item.attrib for item in element) and not monikers >= set(self.page):
                    element.set("data-moniker", " ".join(sorted(monikers)))

    def _number(self, parent: Element, monikers: Ids) -> None:
        """Number the lists among an element's children, then those within the children."""
        following = dict.fromkeys(monikers, ("", 0))
        for child, seen in list(_children(parent, monikers)):
            delimiter = child.get(DELIMITER, "")
            if child.tag == "ol":
                self._count(child, seen, following)
            else:
                following.update(dict.fromkeys(seen, (delimiter, 0)))
            for inner in child if child.tag in ("ol", "ul") else [child]:
                self._number(inner, seen & set(inner.get("data-moniker", " ".join(seen)).split()))

    def _count(self, ordered: Element, monikers: Ids, following: dict[str, tuple[str, int]]) -> None:
        """Number the items, each from what follows for its monikers, or from the list's own first number."""
        delimiter, start = ordered.get(DELIMITER, ""), number_in(ordered, "start", 1)
        begun = {each for each in monikers if not delimiter or following[each][0] != delimiter}
        following.update(dict.fromkeys(begun, (delimiter, start)))
        for item in list(ordered):
            numbers = {each: following[each][1] for each in monikers}
            place = list(ordered).index(item)
            ordered[place : place + 1] = list(self._by_number(item, numbers))
            following.update({each: (delimiter, number + 1) for each, number in numbers.items()})

    def _by_number(self, item: Element, numbers: Mapping[str, int]) -> Iterator[Element]:
        """The item, or a copy for each of the numbers that its monikers give it; what nobody reads has no number."""
        monikers = sorted((each for each in self.page if each in numbers), key=numbers.__getitem__)
        groups = [(number, list(same)) for number, same in groupby(monikers, key=numbers.__getitem__)]
        if not groups:
            yield item
        for number, same in groups:
            one = item if len(groups) == 1 else deepcopy(item)
            one.set("value", str(number))
            if len(groups) > 1:
                _mark(one, same, self.label("span", same))
            yield one


def is_zone(element: Element) -> bool:
    return element.get("class") == ZONE_CLASS and "data-moniker" in element.attrib


def _children(parent: Element, monikers: Ids) -> Iterator[tuple[Element, Ids]]:
    """What an element holds and for whom, with what its zones hold in place of the zones."""
    for child in parent:
        if is_zone(child):
            yield from _children(child, monikers & set(child.attrib["data-moniker"].split()))
        elif child.get("class") != MONIKER_CLASS:
            yield child, monikers


def _join(parent: Element) -> None:
    """Make one list of each run of lists, and of zones that hold nothing but a list, with one delimiter."""
    for delimiter, group in groupby(list(parent), key=lambda each: _list_of(each).get(DELIMITER)):
        pieces = list(group)
        if delimiter is None or (len(pieces) == 1 and not is_zone(pieces[0])):
            continue
        joined = Element(_list_of(pieces[0]).tag)
        joined.extend(item for piece in pieces for item in _items(piece))
        if (first := joined[0].get("value", "1")) != "1":
            joined.set("start", first)
        parent.insert(list(parent).index(pieces[0]), joined)
        for piece in pieces:
            parent.remove(piece)


def _list_of(piece: Element) -> Element:
    """The list in a zone that holds nothing else but its label; else the element itself."""
    return piece[1] if is_zone(piece) and len(piece) == 2 else piece  # noqa: PLR2004 - the label and the list


def _items(piece: Element) -> Iterator[Element]:
    for item in _list_of(piece):
        if is_zone(piece) and "data-moniker" not in item.attrib:
            label = Element("span", {"class": MONIKER_CLASS})
            label.text = piece[0].text
            _mark(item, piece.attrib["data-moniker"].split(), label)
        yield item


def _mark(item: Element, monikers: list[str], label: Element) -> None:
    """Let an item be for these monikers, and name them."""
    item.set("data-moniker", " ".join(sorted(monikers)))
    label.tail, item.text = f" {item.text or ''}", None
    item.insert(0, label)
