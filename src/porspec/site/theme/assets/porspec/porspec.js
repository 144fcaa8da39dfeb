// The cloud picker: the choice goes into the address, into storage, and into every link of this site.
(function () {
  "use strict"
  const root = document.documentElement
  const bar = document.querySelector(".porspec-picker")
  const picker = document.getElementById("porspec-view")
  const notice = document.querySelector(".porspec-fallback")
  const search = new BroadcastChannel(root.dataset.channel)
  const isInstant = JSON.parse(document.getElementById("__config").textContent).features.includes("navigation.instant")
  const site = new URL("../../", document.currentScript.src)
  const carried = new WeakSet()

  function optionOf(view) {
    return [...picker.options].find((option) => option.value.toLowerCase() === (view || "").toLowerCase())
  }

  // --- links ---------------------------------------------------------------------------------------------------

  function isOurs(link) {
    return link.href && link.origin === location.origin && /^https?:$/.test(link.protocol)
  }

  // The folder of an address's language; the source language has none.
  function languageOf(address) {
    const folder = address.pathname.slice(site.pathname.length).split("/")[0]
    return bar.dataset.folders.split(" ").includes(folder) ? folder : ""
  }

  // A link keeps the reader's cloud, also in another tab or window, unless it was written with a view of its own.
  // What is outside the page, and stays over an instant navigation, is right for one language and one view only.
  function carry(link) {
    if (!isOurs(link) || link.getAttribute("href").startsWith("#")) return
    const address = new URL(link.href)
    const isPinned = address.searchParams.has("view") && !carried.has(link)
    if (isPinned || languageOf(address) !== languageOf(location)) link.target ||= "_self"
    if (isPinned) return
    carried.add(link)
    address.searchParams.set("view", root.dataset.view)
    if (link.matches(".md-select__link")) address.hash = location.hash
    link.href = address.href
  }

  // Instant navigation writes all links out in full, and leaves the language menu as it was.
  function mendLinks() {
    for (const link of document.querySelectorAll("a[href]")) {
      if (link.hash && link.href === location.href.split("#")[0] + link.hash) link.setAttribute("href", link.hash)
    }
    for (const link of document.querySelectorAll(".md-select__link")) {
      const same = document.head.querySelector(`link[hreflang="${link.hreflang}"]`)
      if (same) link.href = same.href
    }
  }

  // --- places --------------------------------------------------------------------------------------------------

  // The anchor that a link names; what is not percent-encoded UTF-8 stays as it is.
  function anchorOf(hash) {
    try {
      return decodeURIComponent(hash.slice(1))
    } catch (error) {
      return hash.slice(1)
    }
  }

  function shownOf(anchor) {
    const twins = [...document.querySelectorAll("[data-anchor]")].filter((twin) => twin.dataset.anchor === anchor)
    return twins.find((twin) => twin.checkVisibility())
  }

  // Of the elements that share an anchor, the first that is shown has it as its id: every link to it leads there.
  function shareAnchors() {
    for (const bearer of document.querySelectorAll("[data-anchor]")) {
      const shown = shownOf(bearer.dataset.anchor)
      if (bearer.id === bearer.dataset.anchor && shown && shown !== bearer) exchange(bearer, shown)
    }
  }

  // Two elements exchange their ids, and the links of their own that headings and contents have.
  function exchange(...both) {
    const links = [...document.querySelectorAll(".headerlink, .md-nav--secondary a[href^='#']")]
    const theirs = both.map((each) => links.filter((link) => anchorOf(link.hash) === each.id))
    const ids = both.map((each) => each.id).reverse()
    ids.forEach((id, index) => {
      both[index].id = id
      for (const link of theirs[index]) link.setAttribute("href", `#${id}`)
    })
  }

  // Go to the place of the address, where the browser alone does not: to the shown one of several, and below a notice.
  function goToPlace() {
    const found = document.getElementById(anchorOf(location.hash))
    if (!found) return
    const shown = found.checkVisibility() ? found : shownOf(found.dataset.anchor)
    if (shown && (shown.dataset.anchor || !notice.hidden)) shown.scrollIntoView()
  }

  // --- the page ------------------------------------------------------------------------------------------------

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

  // Another cloud than the shown one was asked for: say so, and whether this site has it.
  function tellFallback() {
    const asked = new URL(location.href).searchParams.get("viewFallbackFrom") || ""
    const known = optionOf(asked)
    const nameOf = (option) => (option ? option.textContent.trim() : "")
    const names = { asked: known ? nameOf(known) : asked, cloud: nameOf(picker.selectedOptions[0]) }
    notice.hidden = !asked || Boolean(known && known.selected)
    notice.textContent = notice.dataset[known ? "known" : "unknown"].replace(/\{(asked|cloud)\}/g, (_, name) => names[name])
  }

  // The page for what is missing says it in every language: an address in the folder of one asks for that alone.
  function speakOne() {
    const asked = languageOf(location)
    for (const each of document.querySelectorAll("[data-language]")) each.hidden = Boolean(asked) && each.dataset.language !== asked
  }

  // What stands below the picker stands below all of it.
  function measure() {
    root.style.setProperty("--porspec-picker", `${bar.offsetHeight}px`)
  }

  function apply(view) {
    root.dataset.view = view
    picker.value = view
    try { localStorage.setItem("porspec.view", view) } catch (error) { /* the address remembers */ }
    if (isInstant) mendLinks()
    document.querySelectorAll("a[href]").forEach(carry)
    narrowContents()
    shareAnchors()
    tellFallback()
    measure()
  }

  function change(view) {
    search.postMessage(view)
    apply(view)
    goToPlace()
  }

  function choose(view) {
    const address = new URL(location.href)
    address.searchParams.set("view", view)
    address.searchParams.delete("viewFallbackFrom")
    history.replaceState(history.state, "", address)
    change(view)
  }

  // Back and forward: the address says which cloud.
  function follow() {
    const asked = optionOf(new URL(location.href).searchParams.get("view"))
    if (asked && asked.value !== root.dataset.view) change(asked.value)
  }

  // Links that come later, such as search results.
  new MutationObserver((records) => {
    for (const added of records.flatMap((record) => [...record.addedNodes])) {
      if (added instanceof Element) [added, ...added.querySelectorAll("a[href]")].filter((each) => each.matches("a[href]")).forEach(carry)
    }
  }).observe(document.body, { childList: true, subtree: true })

  // The language menu leads to the place where the reader is by then.
  for (const use of ["pointerover", "focusin", "click"]) {
    document.addEventListener(use, (event) => {
      const link = event.target instanceof Element && event.target.closest(".md-select__link")
      if (link) carry(link)
    }, true)
  }

  // The button of the drawer is a label: let the keyboard reach it.
  for (const button of document.querySelectorAll("label.md-header__button[for='__drawer']")) {
    button.tabIndex = 0
    button.setAttribute("role", "button")
    button.setAttribute("aria-label", document.querySelector(".md-nav--primary").getAttribute("aria-label"))
  }

  new ResizeObserver(measure).observe(bar)
  picker.addEventListener("change", () => choose(picker.value))
  addEventListener("hashchange", goToPlace)
  addEventListener("popstate", follow)
  addEventListener("pageshow", () => apply(root.dataset.view))
  speakOne()
  apply(root.dataset.view)
  goToPlace()

  // A page that came by instant navigation.
  if (isInstant) {
    window.document$.subscribe(() => {
      follow()
      apply(root.dataset.view)
      goToPlace()
    })
  }
})()
