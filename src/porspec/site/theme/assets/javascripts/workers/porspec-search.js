// Material's search worker, with the index of the reader's moniker, or of testers: worker and index are fetched for the first
// question that is asked. It is set up again when the index is another one, and asked again what it was asked last.
(function () {
  "use strict"
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3
  const given = new URL(self.location).searchParams
  let index = given.get("index"), turns = 0, isReady = false, question = null, setup = {}

  async function feed() {
    const turn = turns += 1
    const found = await (await fetch(new URL(index, given.get("root")))).json()
    if (turn !== turns) return
    if (!self.lunr) importScripts(given.get("worker"))
    self.dispatchEvent(new MessageEvent("message", { data: { type: SETUP, data: { ...setup, ...found } } }))
    isReady = true
    setTimeout(() => self.dispatchEvent(new MessageEvent("message", { data: question })))
  }

  // Before Material's own listener: what it is set up with is nobody's index, and to ask nothing needs none.
  addEventListener("message", (event) => {
    if (event.isTrusted && event.data.type === SETUP) {
      event.stopImmediatePropagation()
      setup = event.data.data
      postMessage({ type: READY })
    } else if (event.data.type === QUERY && !isReady) {
      event.stopImmediatePropagation()
      question = event.data
      if (turns === 0 && question.data.trim()) feed()
      else if (turns === 0) postMessage({ type: RESULT, data: { items: [] } })
    } else if (event.data.type === QUERY) {
      question = event.data
    }
  })
  new BroadcastChannel(given.get("channel")).onmessage = (event) => {
    index = event.data
    if (turns) feed()
  }
})()
