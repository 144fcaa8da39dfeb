// Before anything is painted: the moniker of the address, else the one that was chosen last, else the only one that the
// page has, else the first. What the address asked for and this site does not have stays in it, as viewFallbackFrom.
(function () {
  "use strict"
  const root = document.documentElement
  const known = document.currentScript.dataset.monikers.split(" ")
  const rules = known.map((id) => {
    const others = [`[data-moniker]:not([data-moniker~="${id}"])`, `[data-choice]:not([data-choice="${id}"])`]
    const hidden = others.map((each) => `html[data-view="${id}"] ${each}`).join() + " { display: none !important }"
    return `${hidden} html[data-view="${id}"] [data-column="${id}"] { background-color: var(--porspec-own); border-inline-start-color: var(--porspec-own-edge) }`
  })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(rules.join("\n"))
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]

  const address = new URL(location.href)
  const given = address.searchParams.get("view") || ""
  const asked = known.find((id) => id.toLowerCase() === given.toLowerCase())
  let kept = null
  try { kept = localStorage.getItem("porspec.view") } catch (error) { /* no storage: the address remembers */ }
  kept = known.includes(kept) ? kept : null
  const only = document.querySelector("meta[name='porspec:only']")
  // "asked" by an address or by choosing, "page" by the page, "" by nobody.
  root.dataset.chosen = asked || kept || given ? "asked" : only ? "page" : ""
  root.dataset.view = asked || kept || (!given && only && only.content) || known[0]
  if (given && !asked) {
    address.searchParams.set("view", root.dataset.view)
    address.searchParams.set("viewFallbackFrom", given)
    history.replaceState(history.state, "", address)
  }
})()
