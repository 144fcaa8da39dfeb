"""The labels of the admin center: id, English text, and what a translator must know of it."""

from porspec.steps import Label

LABELS = (
    Label(
        "nav.billing", "Billing", "Heading in the navigation of the admin center; the pages below it follow after >."
    ),
    Label(
        "page.products_services",
        "Products & services",
        "Page under Billing, worldwide only. Called Your products since 2020-05-05.",
    ),
    Label(
        "page.subscriptions", "Subscriptions", "Page under Billing, in Germany and 21Vianet: the list of subscriptions."
    ),
    Label(
        "page.purchase_services",
        "Purchase services",
        "Page under Billing, worldwide and Germany, on which products are bought.",
    ),
    Label(
        "nav.settings", "Settings", "Heading in the navigation of the admin center; a page below it follows after >."
    ),
    Label("page.partner_relationships", "Partner relationships", "Page under Settings that lists the partners."),
    Label(
        "page.partner_information",
        "Partner information",
        "Page behind Edit partner of record, with the box Partner ID.",
    ),
    Label("site.pinpoint", "Microsoft Pinpoint", "Microsoft's website on which partners are found; a name, keep it."),
    Label("tab.partner", "Partner", "Tab on the page of one subscription, worldwide only."),
    Label("menu.more_actions", "More actions", "Menu on the right of a subscription's page, Germany only."),
    Label("menu.add_por", "Add partner of record", "Item of the menu More actions, Germany only."),
    Label("action.edit_por", "Edit partner of record", "Link under Partner ID on a subscription's page."),
    Label(
        "field.partner_id", "Partner ID", "Heading on a subscription's page, and the text box on Partner information."
    ),
    Label("field.partner_network_id", "Partner Network ID", "Text box on the Partner tab, worldwide only."),
    Label("button.add", "Add", "Button on the Partner tab. Called Remove once there is a partner, since 2020-09."),
    Label("button.check_id", "Check ID", "Button beside the box Partner ID: looks up which partner has the ID."),
    Label("button.submit", "Submit", "Button on Partner information: stores what the box Partner ID holds."),
    Label("button.next", "Next", "Button on the authorization page of an offer, 21Vianet only."),
    Label("button.buy", "Buy", "Button on Purchase services, once a product is selected."),
    Label("expander.need_help", "Need help with your order?", "Heading in the checkout wizard that expands."),
    Label(
        "option.get_assistance",
        "Get assistance from a Microsoft Partner",
        "Option below Need help with your order? in the checkout wizard.",
    ),
    Label("option.delete", "Delete", "Option for a partner on Partner relationships; grayed out for a reseller."),
    Label("relationship.advisor", "Advisor", "Relationship on Partner relationships: a partner of record."),
    Label(
        "relationship.delegated_admin",
        "Delegated administrator",
        "Relationship on Partner relationships: a partner that may do admin tasks.",
    ),
    Label("relationship.reseller", "Reseller", "Relationship on Partner relationships: a partner that is a reseller."),
    Label("service.exchange_online", "Exchange Online", "A service of Office 365, as your language calls it."),
    Label("service.sharepoint_online", "SharePoint Online", "A service of Office 365, as your language calls it."),
    Label("country.netherlands", "the Netherlands", "A country, as it stands in a sentence after in."),
    Label("country.germany", "Germany", "A country, as it stands in a sentence after in."),
    Label("country.guinea", "Guinea", "A country, as it stands in a sentence after in."),
    Label("country.guinea_bissau", "Guinea-Bissau", "A country, as it stands in a sentence after in."),
    Label("country.equatorial_guinea", "Equatorial Guinea", "A country, as it stands in a sentence after in."),
    Label("choice.yes", "Yes", "Choice on the authorization page: the partner may be your delegated admin."),
    Label(
        "section.partner_relationships", "Partner Relationships", "Heading on the authorization page, 21Vianet only."
    ),
    Label("section.partner_information", "Partner information", "Heading in the right pane of the checkout wizard."),
    Label("term.admin_center", "admin center", "What the product calls the website on which admins work."),
    Label(
        "toggle.try_new", "Try the new admin center", "Toggle at the top of the Home page, worldwide, until 2020-05."
    ),
    Label("message.no_partner", "There's nothing here.", "Shown on Partner relationships where there are no partners."),
    Label("message.partner_found", "This partner ID is correct.", "Shown after Check ID. The words are ours."),
    Label(
        "message.empty_id",
        "Type a partner ID first.",
        "Shown after Add or Check ID on an empty box. The words are ours.",
    ),
    Label(
        "message.unknown_partner",
        "No partner has this ID.",
        "Shown where the ID is in no directory. The words are ours.",
    ),
    Label(
        "message.already_partner",
        "This partner is already the partner of record.",
        "Shown where the ID is that of the present partner. The words are ours.",
    ),
    Label(
        "message.has_partner",
        "This subscription already has a partner of record.",
        "Shown after Add for a subscription with another partner. The words are ours.",
    ),
    Label(
        "message.offer_answered",
        "You've already answered this offer.",
        "Shown when the link in the email is followed again. The words are ours.",
    ),
    Label(
        "message.nothing_to_create",
        "This offer doesn't include a subscription.",
        "Shown where an account is to be created and the offer came without one. The words are ours.",
    ),
    # What the documentation gives no words for, and pictures need some.
    Label("page.home", "Home", "The first page of the admin center, in its navigation."),
    Label(
        "page.mailbox", "A partner's offer", "Subject of the email with an offer, 21Vianet only. The words are ours."
    ),
    Label("link.authorization", "Authorize the partner", "Link in the email with an offer. The words are ours."),
    Label(
        "page.authorization", "Authorization", "Page behind the link in the email, 21Vianet only. The words are ours."
    ),
    Label("page.providers", "Providers", "Page on which partners are found during an order. The words are ours."),
    Label("field.search", "Search", "Text box on Microsoft Pinpoint and on the page Providers. The words are ours."),
    Label("wizard.checkout", "Checkout", "Title of the wizard in which an order is placed. The words are ours."),
    Label("wizard.complete", "Complete order", "Button at the end of the checkout wizard. The words are ours."),
    Label("term.microsoft_partner_id", "Microsoft Partner ID", "Text box in the checkout wizard; a name, keep it."),
)
