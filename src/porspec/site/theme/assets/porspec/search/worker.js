// The search of one index, beside the page: it is told the index and asked, and loads what it needs for the first question.
"use strict"
importScripts("words.js", "engine.js", "answer.js")
let search = null

onmessage = async ({ data: { index, turn, question, moniker } }) => {
  try {
    search ??= porspecSearch((script) => importScripts(new URL(script, location)), index)
    postMessage({ turn, items: (await search).answer(question, moniker) })
  } catch (error) {
    search = null
    postMessage({ turn, items: [] })
    throw error
  }
}
