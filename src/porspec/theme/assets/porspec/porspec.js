// The cloud picker: the choice goes into the address, into storage, and into every link of this site.
(function () {
  "use strict"
  const root = document.documentElement
  const picker = document.getElementById("porspec-view")
  const search = new BroadcastChannel(root.dataset.channel)

  function isOurs(link) {
    return link.href && link.origin === location.origin && /^https?:$/.test(link.protocol)
  }

  // A link keeps the reader's cloud, also in another tab or window.
  function carry(link) {
    if (!isOurs(link) || link.getAttribute("href").startsWith("#")) return
    const address = new URL(link.href)
    address.searchParams.set("view", root.dataset.view)
    if (link.matches(".md-select__link")) address.hash = location.hash
    link.href = address.href
  }

  // A table of contents of which the chosen cloud shows nothing is left out.
  function narrowContents() {
    const links = document.querySelectorAll(".md-nav--secondary a[href^='#']")
    let shown = 0
    for (const link of links) {
      const zone = link.closest("[data-moniker]")
      if (!zone || zone.dataset.moniker.split(" ").includes(root.dataset.view)) shown += 1
    }
    for (const contents of document.querySelectorAll(".md-nav--secondary, .md-nav__link[for='__toc']")) contents.hidden = links.length > 0 && !shown
  }

  // The address asked for a cloud that this site does not have: say so, and which one is shown.
  function tellFallback() {
    const notice = document.querySelector(".porspec-fallback")
    const asked = new URL(location.href).searchParams.get("viewFallbackFrom")
    notice.hidden = !asked
    const shown = picker.selectedOptions[0] ? picker.selectedOptions[0].textContent.trim() : ""
    notice.textContent = asked ? notice.dataset.text.replace("{asked}", () => asked).replace("{cloud}", () => shown) : ""
  }

  // Headings of several clouds share an anchor: go to the one that is shown.
  function findTwin() {
    const anchor = decodeURIComponent(location.hash.slice(1))
    if (!anchor) return
    const twins = [...document.querySelectorAll("[data-anchor]")].filter((twin) => twin.dataset.anchor === anchor)
    const shown = twins.find((twin) => twin.checkVisibility())
    if (shown && shown.id !== anchor) shown.scrollIntoView()
  }

  function apply(view) {
    root.dataset.view = view
    picker.value = view
    try { localStorage.setItem("porspec.view", view) } catch (error) { /* the address remembers */ }
    document.querySelectorAll("a[href]").forEach(carry)
    narrowContents()
    tellFallback()
    findTwin()
  }

  function choose(view) {
    const address = new URL(location.href)
    address.searchParams.set("view", view)
    address.searchParams.delete("viewFallbackFrom")
    search.postMessage(view)
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

  addEventListener("hashchange", findTwin)
  picker.addEventListener("change", () => choose(picker.value))
  addEventListener("pageshow", () => apply(root.dataset.view))
  apply(root.dataset.view)
})()
