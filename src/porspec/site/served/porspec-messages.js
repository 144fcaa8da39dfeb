// Shows which message each text of a page is, where the address has ?messages: outlines, a tooltip, and a list.
(function () {
  "use strict"
  const root = document.documentElement
  const { messages: source, ...words } = document.currentScript.dataset
  let panel, tip, known = {}

  const isAsked = () => new URL(location.href).searchParams.has("messages")
  const textsIn = (scope) => [...scope.querySelectorAll("[data-message]")]

  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties)
    made.append(...children)
    return made
  }

  // Links keep what is shown, and the language menu with them; porspec.js has given each its moniker.
  function carry(event) {
    const link = isAsked() && event.target instanceof Element && event.target.closest("a[href]")
    if (!link || link.origin !== location.origin || link.getAttribute("href").startsWith("#") || link.closest(".porspec-messages-link")) return
    const address = new URL(link.href)
    address.searchParams.set("messages", "")
    link.href = address.href
  }

  // The message of a text as lines: its place, how it is translated, what it says.
  function about(text) {
    const message = known[text.dataset.message]
    if (!message) return []
    const state = words[message.state] ? ` · ${words[message.state]}` : ""
    return [
      element("code", { textContent: message.place }),
      element("small", { textContent: ` ${[message.domain, message.context].filter(Boolean).join(" · ")}${state}` }),
      element("q", { textContent: message.text, lang: "" }),
    ]
  }

  function around(target) {
    const found = []
    let text = target instanceof Element ? target.closest("[data-message]") || target.querySelector("[data-message]") : null
    for (; text; text = text.parentElement.closest("[data-message]")) found.push(text)
    return found
  }

  function showTip(event) {
    const texts = isAsked() && !panel.contains(event.target) ? around(event.target) : []
    tip.hidden = !texts.length
    if (!texts.length) return
    tip.replaceChildren(...texts.map((text) => element("p", {}, ...about(text))))
    const box = texts[0].getBoundingClientRect()
    const isBelow = box.bottom + tip.offsetHeight + 8 < innerHeight
    tip.style.left = `${Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8))}px`
    tip.style.top = `${Math.max(8, isBelow ? box.bottom + 4 : box.top - tip.offsetHeight - 4)}px`
  }

  function goTo(text) {
    for (let fold = text.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true
    document.querySelectorAll(".porspec-message-found").forEach((each) => each.classList.remove("porspec-message-found"))
    text.classList.add("porspec-message-found")
    text.scrollIntoView({ block: "center" })
  }

  // What the chosen moniker shows, folded or not; each message once.
  function list() {
    const view = root.dataset.view
    const isOthers = (text) => {
      for (let zone = text.closest("[data-moniker]"); zone; zone = zone.parentElement.closest("[data-moniker]")) {
        if (!zone.dataset.moniker.split(" ").includes(view)) return true
      }
      return false
    }
    const first = new Map()
    for (const text of textsIn(document.querySelector("[data-md-component='container']") || document.body)) {
      if (known[text.dataset.message] && !isOthers(text) && !first.has(text.dataset.message)) first.set(text.dataset.message, text)
    }
    const items = [...first.values()].map((text) => {
      const button = element("button", { type: "button", onclick: () => goTo(text) }, ...about(text))
      button.dataset.state = known[text.dataset.message].state
      return element("li", {}, button)
    })
    panel.replaceChildren(element("summary", { textContent: `${words.title} (${items.length})` }), element("ol", {}, ...items))
  }

  function mark() {
    for (const text of textsIn(document)) text.dataset.state = known[text.dataset.message]?.state || ""
    list()
  }

  async function start() {
    const link = document.querySelector(".porspec-messages-link a")
    if (!isAsked()) return
    root.dataset.messages = ""
    link.textContent = link.dataset.hide
    const address = new URL(location.href)
    address.searchParams.delete("messages")
    link.href = address.href
    if (!panel) {
      panel = element("details", { className: "porspec-messages", open: innerWidth > 1220 })
      tip = element("div", { className: "porspec-message", hidden: true })
      tip.setAttribute("role", "tooltip")
      document.body.append(panel, tip)
      for (const use of ["pointerover", "focusin", "click"]) document.addEventListener(use, showTip)
      document.addEventListener("scroll", () => { tip.hidden = true }, { passive: true })
      document.addEventListener("keydown", (event) => { if (event.key === "Escape") tip.hidden = true })
      new MutationObserver(list).observe(root, { attributeFilter: ["data-view"] })
      known = await (await fetch(source)).json()
    }
    mark()
  }

  for (const use of ["pointerover", "focusin", "click"]) document.addEventListener(use, carry, true)
  if (window.document$) window.document$.subscribe(start)
  else start()
})()
