// Material's search worker, with the index of the reader's cloud: it is set up again when the cloud changes, and asked
// again what it was asked last.
(function () {
  "use strict"
  const SETUP = 0, QUERY = 2
  const given = new URL(self.location).searchParams
  let turns = 0, isReady = false, question = null, setup = {}

  async function feed(view) {
    const turn = turns += 1
    const index = await (await fetch(new URL(`search/${view}.json`, given.get("root")))).json()
    if (turn !== turns) return
    self.dispatchEvent(new MessageEvent("message", { data: { type: SETUP, data: { ...setup, ...index } } }))
    isReady = true
    if (question) setTimeout(() => self.dispatchEvent(new MessageEvent("message", { data: question })))
  }

  // Before Material's own listener: what it is set up with is nobody's index.
  addEventListener("message", (event) => {
    if (event.isTrusted && event.data.type === SETUP) {
      event.stopImmediatePropagation()
      setup = event.data.data
      feed(given.get("view"))
    } else if (event.data.type === QUERY) {
      question = event.data
      if (!isReady) event.stopImmediatePropagation()
    }
  })
  new BroadcastChannel(given.get("channel")).onmessage = (event) => feed(event.data)
  importScripts(given.get("worker"))
})()
