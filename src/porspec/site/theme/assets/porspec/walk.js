// Walk through: one step and its picture at a time. Without scripts there is the whole list, which is the same in one go.
(function () {
  "use strict"
  const words = document.currentScript.dataset
  const root = document.documentElement
  const SWIPE = 48 // pixels, mostly sideways
  const TROUBLES = "if-it-goes-wrong" // the anchor of what a page says of it, where it does
  let walks = [] // of this page: each a list, what begins its walk, and the bar that leads through it
  let at = null // the walk and the number of its step that is shown, from 1; null where all are

  function isForReader(element) {
    const zone = element.closest("[data-moniker]")
    return !zone || (zone.dataset.moniker.split(" ").includes(root.dataset.view) && (!zone.parentElement || isForReader(zone.parentElement)))
  }

  // The steps of a list that the reader's moniker has, and the result behind it.
  function stopsOf(walk) {
    return [...walk.list.children, ...walk.results].filter(isForReader)
  }

  function filled(text, values) {
    return text.replace(/\{(\w+)\}/g, (_, name) => values[name])
  }

  function button(text, act) {
    const made = document.createElement("button")
    Object.assign(made, { type: "button", className: "porspec-walk__button", textContent: text, onclick: act })
    return made
  }

  // --- the address ---------------------------------------------------------------------------------------------

  // "3" is the third step of the first list, "2.3" that of the second.
  function asked() {
    const found = /^(?:(\d+)\.)?(\d+)$/.exec(new URL(location.href).searchParams.get("step") || "")
    const walk = found && walks[(found[1] || 1) - 1]
    return walk && stopsOf(walk).length >= found[2] && found[2] > 0 ? { walk, number: Number(found[2]) } : null
  }

  function note(isNew) {
    const address = new URL(location.href)
    const list = walks.indexOf(at && at.walk)
    if (at) address.searchParams.set("step", list ? `${list + 1}.${at.number}` : at.number)
    else address.searchParams.delete("step")
    if (address.href !== location.href) history[isNew ? "pushState" : "replaceState"](history.state, "", address)
  }

  // --- showing -------------------------------------------------------------------------------------------------

  function show() {
    for (const walk of walks) {
      const isHere = Boolean(at) && at.walk === walk
      const stops = stopsOf(walk)
      for (const each of [walk.list, ...walk.results]) each.classList.toggle("porspec-walking", isHere)
      for (const each of [...walk.list.children, ...walk.results]) {
        each.classList.toggle("porspec-here", isHere && each === stops[at.number - 1])
      }
      walk.begin.hidden = isHere || stops.length < 2
      walk.bar.hidden = !isHere
      if (!isHere) continue
      const count = stops.length - stops.filter((each) => walk.results.includes(each)).length
      walk.told.textContent = at.number > count ? words.result : filled(words.step, { number: at.number, count })
      walk.previous.disabled = at.number === 1
      walk.next.disabled = at.number === stops.length
      const troubles = document.getElementById(TROUBLES)
      walk.other.hidden = !troubles || !isForReader(troubles)
      if (troubles) walk.other.href = `#${TROUBLES}`
      const fold = [...stops[at.number - 1].querySelectorAll(".porspec-picture > details")].find(isForReader)
      if (fold) fold.open = true
    }
  }

  // Show a step, or all where none is given, and let the focus follow: a screen reader then says which it is.
  function go(stop, isNew) {
    const left = at
    at = stop
    show()
    if (isNew) note(true)
    const target = at ? at.walk.told : left && left.walk.begin
    if (!target) return
    target.focus({ preventScroll: true })
    const last = at ? stopsOf(at.walk)[at.number - 1] : target
    const [top, bottom] = [target.getBoundingClientRect().top, last.getBoundingClientRect().bottom]
    if (top < parseFloat(getComputedStyle(target).scrollMarginTop) || bottom > innerHeight) target.scrollIntoView()
  }

  function move(by) {
    const number = at.number + by
    if (number >= 1 && number <= stopsOf(at.walk).length) go({ walk: at.walk, number }, true)
  }

  // --- building ------------------------------------------------------------------------------------------------

  function build() {
    const found = [...document.querySelectorAll(".md-content ol, .md-content .porspec-result")]
    const lists = found.filter((each) => each.matches("ol") && each.querySelector(":scope > li .porspec-picture"))
    at = null
    walks = lists.map((list, index) => {
      const [from, to] = [list, lists[index + 1]].map((each) => found.indexOf(each))
      const results = found.slice(from + 1, to < 0 ? undefined : to).filter((each) => each.matches(".porspec-result"))
      const walk = { list, results, begin: button(words.walk, () => go({ walk, number: 1 }, true)) }
      walk.previous = button(words.previous, () => move(-1))
      walk.next = button(words.next, () => move(1))
      walk.told = Object.assign(document.createElement("p"), { className: "porspec-walk__told", tabIndex: -1 })
      walk.bar = Object.assign(document.createElement("div"), { className: "porspec-walk" })
      walk.other = Object.assign(document.createElement("a"), { textContent: words.other })
      walk.bar.append(walk.told, walk.previous, walk.next, button(words.leave, () => go(null, true)), walk.other)
      for (const each of [walk.begin, walk.bar]) if (words.lang) each.lang = words.lang
      walk.bar.setAttribute("role", "group")
      walk.bar.setAttribute("aria-label", words.walk)
      walk.begin.classList.add("porspec-walk__begin")
      list.before(walk.begin, walk.bar)
      return walk
    })
    const stop = asked()
    stop ? go(stop, false) : show()
  }

  // --- what a reader does --------------------------------------------------------------------------------------

  addEventListener("keydown", (event) => {
    const isElsewhere = event.target instanceof Element && event.target.closest("input, select, textarea, [contenteditable]")
    if (!at || isElsewhere || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const onwards = getComputedStyle(at.walk.list).direction === "rtl" ? "ArrowLeft" : "ArrowRight"
    if (event.key === "Escape") go(null, true)
    else if (/^Arrow(Left|Right)$/.test(event.key)) move(event.key === onwards ? 1 : -1)
    else return
    event.preventDefault()
  })

  let touched = null
  addEventListener("touchstart", (event) => {
    const isOne = event.touches.length === 1 && at && event.target instanceof Element
    touched = isOne && event.target.closest(".porspec-walking, .porspec-walk") ? event.touches[0] : null
  }, { passive: true })
  addEventListener("touchend", (event) => {
    if (!touched || !at) return
    const [x, y] = ["clientX", "clientY"].map((each) => event.changedTouches[0][each] - touched[each])
    touched = null
    const isBack = x > 0 === (getComputedStyle(at.walk.list).direction !== "rtl")
    if (Math.abs(x) >= SWIPE && Math.abs(x) > 2 * Math.abs(y)) move(isBack ? -1 : 1)
  }, { passive: true })

  // Back and forward, and another moniker: it may have fewer steps.
  addEventListener("popstate", () => {
    const stop = asked()
    if (stop || at) go(stop, false)
  })
  new MutationObserver(() => {
    if (at) at.number = Math.min(at.number, stopsOf(at.walk).length)
    if (at && !at.number) at = null
    show()
    note(false)
  }).observe(root, { attributes: true, attributeFilter: ["data-view"] })

  if (window.document$ && JSON.parse(document.getElementById("__config").textContent).features.includes("navigation.instant")) {
    window.document$.subscribe(build) // the page that is open, and each that comes by instant navigation
  } else {
    build()
  }
})()
