// Before anything is painted: the moniker of the address, else the one that was chosen last, else the only one that the
// page has, else the first. What the address asked for and this site does not have stays in it, as viewFallbackFrom.
// And what Material has as scripts in the page, which a strict policy forbids: its storage, and the palette last chosen.
(function () {
  "use strict"
  const root = document.documentElement
  const own = document.currentScript
  window.__md_scope = new URL(own.dataset.scope || new URL("../..", own.src), location)
  window.__md_hash = (text) => [...text].reduce((sum, each) => (sum << 5) - sum + each.charCodeAt(0), 0)
  window.__md_get = (key, storage = localStorage, scope = __md_scope) => JSON.parse(storage.getItem(`${scope.pathname}.${key}`))
  window.__md_set = (key, value, storage = localStorage, scope = __md_scope) => {
    try { storage.setItem(`${scope.pathname}.${key}`, JSON.stringify(value)) } catch (error) { /* no storage */ }
  }

  let palette = null
  try { palette = __md_get("__palette") } catch (error) { /* no storage: the system's */ }
  if (palette && palette.color) {
    const color = palette.color
    const isSystems = color.media === "(prefers-color-scheme)"
    const system = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark"
    // As soon as there is what to paint, and before that is painted.
    new MutationObserver((_, watch) => {
      const input = isSystems && document.querySelector(`input[data-md-color-media="(prefers-color-scheme: ${system})"]`)
      if (!document.body || (isSystems && !input)) return
      watch.disconnect()
      for (const key of Object.keys(color)) {
        if (input) color[key] = input.getAttribute(`data-md-color-${key}`)
        document.body.setAttribute(`data-md-color-${key}`, color[key])
      }
    }).observe(document, { childList: true, subtree: true })
  }

  const known = own.dataset.monikers.split(" ")
  const tones = ["--porspec-circle", "--porspec-square", "--porspec-diamond"]
  const rules = known.map((id, index) => {
    const others = [`[data-moniker]:not([data-moniker~="${id}"])`, `[data-choice]:not([data-choice="${id}"])`]
    const hidden = others.map((each) => `html[data-view="${id}"] ${each}`).join() + " { display: none !important }"
    const tone = `html[data-view="${id}"] body { --porspec-tone: var(${tones[index % tones.length]}) }`
    return `${hidden} ${tone} html[data-view="${id}"] [data-column="${id}"] { background-color: var(--porspec-own); border-inline-start-color: var(--porspec-own-edge) }`
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
  root.dataset.first = known[0] // what pages show where nobody chose
  root.dataset.view = asked || kept || (!given && only && only.content) || known[0]
  if (given && !asked) {
    address.searchParams.set("view", root.dataset.view)
    address.searchParams.set("viewFallbackFrom", given)
    history.replaceState(history.state, "", address)
  }
})()
