// The choice of a moniker: it goes into the address, into storage, and into every link of this site.
(function () {
  "use strict"
  const root = document.documentElement
  const own = document.currentScript
  // A site with one moniker has none of these.
  const chip = document.querySelector(".porspec-chip") || document.createElement("button")
  const notice = document.querySelector(".porspec-fallback") || document.createElement("p")
  const announced = document.querySelector("p.porspec-announced")
  const site = new URL("../../", own.src)
  const carried = new WeakSet()

  const settings = JSON.parse(document.getElementById("__config").textContent)
  const isInstant = settings.features.includes("navigation.instant")

  // A moniker of this site, whatever the capitals of its id; undefined for another.
  const names = JSON.parse(own.dataset.names)
  const known = (view) => Object.keys(names).find((each) => each.toLowerCase() === (view || "").toLowerCase())

  // --- links ---------------------------------------------------------------------------------------------------

  // On a disk each file is a place of its own: there, what is below the site's folder is ours.
  function isOurs(link) {
    if (link.protocol === "file:") return link.href.startsWith(site.href)
    return link.href && link.origin === location.origin && /^https?:$/.test(link.protocol)
  }

  // The folder of an address's language; the source language has none.
  function languageOf(address) {
    const folder = address.pathname.slice(site.pathname.length).split("/")[0]
    return own.dataset.folders.split(" ").includes(folder) ? folder : ""
  }

  // A link keeps the moniker that a reader chose, also in another tab or window, unless it was written with a view of its own.
  // What is outside the page, and stays over an instant navigation, is right for one language and one view only.
  function carry(link) {
    if (!isOurs(link) || link.getAttribute("href").startsWith("#")) return
    const address = new URL(link.href)
    const isPinned = address.searchParams.has("view") && !carried.has(link)
    if (isPinned || languageOf(address) !== languageOf(location)) link.target ||= "_self"
    if (isPinned) return
    carried.add(link)
    if (root.dataset.chosen === "asked") address.searchParams.set("view", root.dataset.view)
    if (link.matches(".md-select__link")) address.hash = location.hash
    link.href = address.href
  }

  // Instant navigation writes all links out in full, and leaves the language menu as it was.
  function mendLinks() {
    for (const link of document.querySelectorAll("a[href]")) {
      if (link.hash && link.href === location.href.split("#")[0] + link.hash) link.setAttribute("href", link.hash)
    }
    const said = document.head.querySelector("meta[name='porspec:languages']").content.trim().split(" ")
    for (const link of document.querySelectorAll(".md-select__link")) link.href = said[said.indexOf(link.hreflang) + 1]
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

  // A table of contents of which the chosen moniker shows nothing is left out.
  function narrowContents() {
    const links = document.querySelectorAll(".md-nav--secondary a[href^='#']")
    let shown = 0
    for (const link of links) {
      const zone = link.closest("[data-moniker]")
      if (!zone || zone.dataset.moniker.split(" ").includes(root.dataset.view)) shown += 1
    }
    for (const contents of document.querySelectorAll(".md-nav--secondary, .md-nav__link[for='__toc']")) contents.hidden = links.length > 0 && !shown
  }

  // Another moniker than the shown one was asked for: say so, and whether this site has it. Or the page chose it.
  function tellFallback() {
    const asked = new URL(location.href).searchParams.get("viewFallbackFrom") || ""
    const here = known(asked)
    const said = { asked: names[here] || asked, moniker: names[root.dataset.view] }
    const isChosenByPage = root.dataset.chosen === "page"
    notice.hidden = !notice.isConnected || !isChosenByPage && (!asked || here === root.dataset.view)
    const text = notice.dataset[isChosenByPage ? "only" : here ? "known" : "unknown"]
    notice.textContent = notice.hidden ? "" : text.replace(/\{(asked|moniker)\}/g, (_, name) => said[name])
  }

  // The page for what is missing says it in every language: an address in the folder of one asks for that alone.
  function speakOne() {
    const asked = languageOf(location)
    for (const each of document.querySelectorAll("[data-language]")) each.hidden = Boolean(asked) && each.dataset.language !== asked
  }

  // What stands below the notice stands below all of it.
  function measure() {
    root.style.setProperty("--porspec-told", `${notice.offsetHeight}px`)
  }

  // The chip in the header stands in for the page's own choice while that is out of sight.
  const header = document.querySelector(".md-header").offsetHeight
  const sight = new IntersectionObserver((seen) => { chip.hidden = seen.at(-1).isIntersecting }, { rootMargin: `-${header}px 0px 0px` })
  function watch() {
    sight.disconnect()
    chip.hidden = true
    const picker = document.querySelector(".porspec-picker")
    if (picker) sight.observe(picker)
  }

  function apply(view) {
    root.dataset.view = view
    for (const choice of document.querySelectorAll(".porspec-choice input")) choice.checked = choice.value === view
    if (root.dataset.chosen === "asked") {
      try { localStorage.setItem("porspec.view", view) } catch (error) { /* the address remembers */ }
    }
    if (isInstant) mendLinks()
    document.querySelectorAll("a[href]").forEach(carry)
    document.dispatchEvent(new Event("porspec:view")) // for the search
    narrowContents()
    shareAnchors()
    tellFallback()
    measure()
    watch()
  }

  function change(view, chosen) {
    root.dataset.chosen = chosen
    apply(view)
    goToPlace()
  }

  function choose(view) {
    const address = new URL(location.href)
    address.searchParams.set("view", view)
    address.searchParams.delete("viewFallbackFrom")
    history.replaceState(history.state, "", address)
    change(view, "asked")
    announced.textContent = announced.dataset.shown.replace("{moniker}", names[view])
  }

  // Back and forward: the address says which moniker; where it says none and nobody chose one, the page may.
  function follow() {
    const asked = new URL(location.href).searchParams.get("view")
    const view = known(asked)
    const only = document.querySelector("meta[name='porspec:only']")
    if (view && (view !== root.dataset.view || root.dataset.chosen !== "asked")) change(view, "asked")
    else if (!asked && only && root.dataset.chosen !== "asked") change(only.content, "page")
    else if (!asked && root.dataset.chosen === "page") change(root.dataset.first, "")
  }

  // Links that come later, such as search results.
  new MutationObserver((records) => {
    for (const added of records.flatMap((record) => [...record.addedNodes])) {
      if (!(added instanceof Element)) continue
      const within = (selector) => [added, ...added.querySelectorAll(selector)].filter((each) => each.matches(selector))
      within("a[href]").forEach(carry)
      // What scrolls within the page is reached by the keyboard.
      for (const each of within(".md-typeset__scrollwrap")) if (each.scrollWidth > each.clientWidth) each.tabIndex = 0
    }
  }).observe(document.body, { childList: true, subtree: true })

  // The language menu leads to the place where the reader is by then.
  for (const use of ["pointerover", "focusin", "click"]) {
    document.addEventListener(use, (event) => {
      const link = event.target instanceof Element && event.target.closest(".md-select__link")
      if (link) carry(link)
    }, true)
  }

  // The button of the drawer is a label, which may be no button: what is in it is one, which the keyboard reaches.
  for (const label of document.querySelectorAll("label.md-header__button[for='__drawer']")) {
    const button = Object.assign(document.createElement("span"), { className: "porspec-drawer", tabIndex: 0 })
    button.setAttribute("role", "button")
    button.setAttribute("aria-label", document.querySelector(".md-nav--primary").getAttribute("aria-label"))
    button.append(...label.childNodes)
    label.append(button)
    button.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return
      event.preventDefault()
      label.click()
    })
  }

  // An address that names a tab opens it.
  const named = document.getElementById(anchorOf(location.hash))
  if (named && named.name) named.checked = named.name.startsWith("__tabbed_")

  // The language menu says whether it is open, and Escape closes it.
  const languages = document.querySelector(".md-select > button")
  const unfold = (open) => languages.setAttribute("aria-expanded", String(open))
  if (languages) {
    languages.addEventListener("click", () => unfold(languages.getAttribute("aria-expanded") === "false"))
    languages.parentElement.addEventListener("focusout", (event) => {
      if (!languages.parentElement.contains(event.relatedTarget)) unfold(false)
    })
    languages.parentElement.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return
      unfold(false)
      languages.focus()
    })
  }

  new ResizeObserver(measure).observe(notice)
  for (const use of ["change", "click"]) {
    document.addEventListener(use, (event) => {
      const isChoice = event.target instanceof Element && event.target.matches(".porspec-choice input")
      if (isChoice && (use === "change" || root.dataset.chosen !== "asked")) choose(event.target.value)
    })
  }
  chip.addEventListener("click", () => {
    document.querySelector(".porspec-picker").scrollIntoView({ block: "center" })
    document.querySelector(".porspec-choice input:checked").focus({ preventScroll: true })
  })
  addEventListener("hashchange", goToPlace)
  addEventListener("popstate", follow)
  addEventListener("pageshow", () => apply(root.dataset.view))
  speakOne()
  apply(root.dataset.view)
  goToPlace()

  // A page that came by instant navigation.
  if (isInstant) {
    addEventListener("DOMContentLoaded", () => window.document$.subscribe(() => {
      follow()
      apply(root.dataset.view)
      goToPlace()
    }))
  }
})()
