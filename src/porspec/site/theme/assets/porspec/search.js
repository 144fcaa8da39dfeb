// The search field and its results are Material's, which asks a worker that it would load with the page. This stands in for
// that worker, and loads nothing before the first question: then the index of the page's language, for readers or testers.
(function () {
  "use strict"
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3 // Material's kinds of messages
  const own = document.currentScript
  const folder = new URL("search/", own.src)
  const site = new URL(own.dataset.folder, new URL("../../", own.src))
  const theirs = JSON.parse(document.getElementById("__config").textContent).search
  const Native = window.Worker

  // A worker cannot be had from the file system: there, the page does its work.
  const isFile = location.protocol === "file:"

  function run(script) {
    return new Promise((resolve, reject) => {
      const element = Object.assign(document.createElement("script"), { src: new URL(script, folder), onload: resolve, onerror: reject })
      document.head.append(element)
    })
  }

  let scripts = null
  async function searchHere(index) {
    scripts ??= ["words.js", "engine.js", "answer.js"].reduce((before, each) => before.then(() => run(each)), Promise.resolve())
    await scripts
    const search = await window.porspecSearch(run, index)
    return { ask: async (question, moniker) => search.answer(question, moniker) }
  }

  function searchBeside(index) {
    const worker = new Native(new URL("worker.js", folder))
    const waiting = new Map()
    worker.onmessage = ({ data: { turn, items } }) => {
      waiting.get(turn)(items)
      waiting.delete(turn)
    }
    let turn = 0
    return { ask: (question, moniker) => new Promise((resolve) => {
      waiting.set(turn += 1, resolve)
      worker.postMessage({ index, turn, question, moniker })
    }) }
  }

  const searches = new Map()
  function searchOf(index) {
    if (!searches.has(index)) searches.set(index, isFile ? searchHere(index) : searchBeside(index))
    return searches.get(index)
  }

  // What Material takes for its worker. What was asked last is asked again when the moniker, or the kind of page, is another.
  class Search extends EventTarget {
    question = ""
    asked = ""
    turn = 0
    busy = null

    constructor() {
      super()
      document.addEventListener("porspec:view", () => this.question && this.ask())
    }

    postMessage({ type, data }) {
      if (type === SETUP) this.tell({ type: READY })
      if (type !== QUERY) return
      this.question = data.trim()
      this.asked = ""
      this.ask()
    }

    tell(data) {
      setTimeout(() => this.dispatchEvent(new MessageEvent("message", { data })))
    }

    async ask() {
      const index = new URL(document.querySelector("meta[name='porspec:search']").content, site).href
      const { chosen, first, view } = document.documentElement.dataset
      const moniker = chosen === "page" ? first : view // where what is found leads to
      const asked = JSON.stringify([index, moniker, this.question])
      if (asked === this.asked) return
      this.asked = asked
      const turn = this.turn += 1
      let items = []
      const { busy } = this
      let free
      this.busy = new Promise((resolve) => { free = resolve })
      try {
        await busy // who types on is answered once
        if (this.question && turn === this.turn) items = await (await searchOf(index)).ask(this.question, moniker)
      } catch (error) {
        searches.delete(index)
        throw error
      } finally {
        free()
      }
      if (turn === this.turn) this.tell({ type: RESULT, data: { items } })
    }
  }

  window.Worker = function (address, options) {
    return address === theirs ? new Search() : new Native(address, options)
  }
})()
