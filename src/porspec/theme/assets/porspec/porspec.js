// The cloud picker: the choice goes into the address, into storage, and into every link of this site.
(function () {
  "use strict"
  const root = document.documentElement
  const picker = document.getElementById("porspec-view")

  function isOurs(link) {
    return link.href && link.origin === location.origin && /^https?:$/.test(link.protocol)
  }

  // A link keeps the reader's cloud, also in another tab or window.
  function carry(link) {
    if (!isOurs(link) || link.getAttribute("href").startsWith("#")) return
    const address = new URL(link.href)
    address.searchParams.set("view", root.dataset.view)
    link.href = address.href
  }

  // The table of contents leaves out what the chosen cloud does not show.
  function narrowContents() {
    const links = document.querySelectorAll(".md-nav--secondary a[href^='#']")
    let shown = 0
    for (const link of links) {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      const zone = target && target.closest("[data-moniker]")
      const item = link.closest("li")
      if (!item) continue
      item.hidden = Boolean(zone) && !zone.dataset.moniker.split(" ").includes(root.dataset.view)
      if (!item.hidden) shown += 1
    }
    for (const contents of document.querySelectorAll(".md-nav--secondary, .md-nav__link[for='__toc']")) contents.hidden = links.length > 0 && !shown
  }

  function apply(view) {
    root.dataset.view = view
    picker.value = view
    try { localStorage.setItem("porspec.view", view) } catch (error) { /* the address remembers */ }
    document.querySelectorAll("a[href]").forEach(carry)
    narrowContents()
  }

  function choose(view) {
    const address = new URL(location.href)
    address.searchParams.set("view", view)
    history.replaceState(history.state, "", address)
    apply(view)
  }

  // Links that come later, such as search results, are carried when they are used.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a[href]")
    if (link) carry(link)
  }, true)

  // The button of the drawer is a label: let the keyboard reach it.
  for (const button of document.querySelectorAll("label.md-header__button[for='__drawer']")) {
    button.tabIndex = 0
    button.setAttribute("role", "button")
    button.setAttribute("aria-label", document.querySelector(".md-nav--primary").getAttribute("aria-label"))
  }

  picker.addEventListener("change", () => choose(picker.value))
  addEventListener("pageshow", () => apply(root.dataset.view))
  apply(root.dataset.view)
})()
