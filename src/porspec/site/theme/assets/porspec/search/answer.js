// What a search shows for a question: pages with their best sections, and what another moniker has. In a worker, or in a page
// that was opened from the file system, where there are none.
(function (scope) {
  "use strict"
  const { terms, words } = scope.porspecWords
  const LENGTH = 160, BEFORE = 40, LOOKED = 60, SECTIONS = 6, PAGES = 50, LEAST = 0.4, NOISE = 0.05, BETTER = 1.2, MORE = 0.25
  const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
  const escaped = (text) => text.replace(/[&<>"]/g, (mark) => ENTITIES[mark])

  // Where a text has words that are looked for, in their order, as [start, end, what was found].
  function places(text, sought) {
    const found = []
    for (const { term, start, end, isOne } of terms(text)) {
      if (sought.has(term) && !isOne) found.push([start, end, term])
    }
    return found.sort((one, other) => one[0] - other[0])
  }

  function marked(text, found, from = 0, to = text.length) {
    let html = "", at = from
    for (const [start, end] of found) {
      if (end <= at || end > to || start < from) continue
      html += `${escaped(text.slice(at, Math.max(at, start)))}<mark data-md-highlight>${escaped(text.slice(Math.max(at, start), end))}</mark>`
      at = end
    }
    return (html + escaped(text.slice(at, to))).replaceAll("</mark><mark data-md-highlight>", "")
  }

  // The part of a text that has most of what is looked for, from word to word.
  function snippet(text, sought) {
    const found = places(text, sought)
    const first = found.slice(0, LOOKED)
    const worth = ([at]) => new Set(first.filter(([start, end]) => start >= at && end <= at + LENGTH - BEFORE).map(([, , term]) => term)).size
    const best = first.reduce((one, other) => (worth(other) > worth(one) ? other : one), first[0])
    const begun = [...words(text)].filter((each) => !each.isWhole)
    let from = best && text.length > LENGTH ? Math.max(0, best[0] - BEFORE) : 0
    let to = Math.min(text.length, from + LENGTH)
    const cut = begun.findLast(({ start }) => start < to)
    if (cut && !cut.isRun && cut.end > to) to = cut.start
    from = from && (begun.find(({ start }) => start >= from)?.start ?? from)
    return `${from ? "… " : ""}${marked(text, found, from, to).trimEnd()}${to < text.length ? " …" : ""}`
  }

  const spokenIn = (text) => [...terms(text)].filter(({ isOne, term }) => !isOne && term.length > 1)
  const isName = ({ raw, isRun }) => isRun || !/^\p{Ll}/u.test(raw)

  class Search {
    constructor(data, stemmer) {
      this.index = new scope.PorspecIndex(data, stemmer)
      this.data = data
    }

    // What the readers of a moniker find, as Material shows it: a list of documents for each page, its own first.
    answer(typed, moniker) {
      const question = typed.normalize("NFKC") // wide letters, and narrow ones with their marks beside them
      if (![...words(question)].length) return []
      const asked = this.index.read(question)
      const pages = this.index.ranked(asked, moniker, "page").slice(0, PAGES)
      const sections = new Map(this.index.ranked(asked, moniker, "number").map((each) => [each.key, each.score]))
      const sought = this.sought(asked.units)
      const telling = pages.filter(({ score }) => score > pages[0].score * NOISE)
      const items = telling.map(({ key, score }) => this.item(key, score, moniker, sections, sought))
      const other = this.elsewhere(question, asked, pages, moniker)
      return other ? [...items, [other]] : items
    }

    // A page's own document first, then its best sections; Material folds those that are worth less than the first.
    item(page, score, moniker, sections, sought) {
      const docs = this.index.docs.filter((doc) => doc.page === page && doc.isFor(moniker))
      const worth = (doc) => sections.get(doc.number) ?? 0
      const ranked = docs.filter(worth).sort((one, other) => worth(other) - worth(one)).slice(0, SECTIONS)
      const main = docs.find((doc) => doc.isMain)
      const shown = [...new Set([main, ...ranked.filter((doc) => worth(doc) >= worth(ranked[0]) * LEAST)])]
      const made = shown.map((doc) => this.document(doc, doc === main || doc === ranked[0] ? score : score / 2, sought))
      const all = Object.assign({}, ...made.map((each) => each.terms))
      return made.map((each) => Object.keys(each.terms).length ? each : { ...each, terms: all })
    }

    // Every word of the site that is meant by the question, but for those that say little.
    sought(units) {
      const ways = units.filter(({ weight }) => weight >= 1).flatMap((unit) => unit.ways)
      return new Set(ways.flatMap((way) => way.terms.flatMap((each) => [...each.keys()])))
    }

    document({ location, title, text, tags }, score, sought) {
      const had = new Set([title, text].flatMap((each) => places(each, sought).map(([start, end]) => each.slice(start, end))))
      const asked = Object.fromEntries([...had].slice(0, 8).map((word) => [word, true]))
      const shown = { location, title: marked(title, places(title, sought)), text: snippet(text, sought), score, terms: asked }
      return tags.length ? { ...shown, tags } : shown
    }

    // --- other monikers ----------------------------------------------------------------------------------------------

    // The other moniker that a question names, or a synonym of it, by what no other moniker's name or id has; and the rest of it.
    monikerIn(question, moniker) {
      const monikers = Object.entries(this.data.monikers).map(([id, name]) => ({ id, names: new Set([...spokenIn(id), ...spokenIn(name).filter(isName)].map(({ term }) => term)) }))
      const synonyms = this.data.synonyms.filter(([said]) => this.index.isIn(said, question))
      const isLike = ({ term, raw }, name) => term === name || (name.length > 4 && this.index.words.isSame(name, raw, true))
      for (const { id, names } of monikers.filter((each) => each.id !== moniker)) {
        const own = [...names].filter((name) => !monikers.some((each) => each.id !== id && each.names.has(name)))
        const has = (text) => spokenIn(text).filter((word) => own.some((name) => isLike(word, name))).map(({ raw }) => raw)
        const said = [...has(question), ...synonyms.filter(([, found]) => found.some((each) => has(each).length)).map(([word]) => word)]
        if (said.length) return { id, rest: said.reduce((text, word) => text.replaceAll(word.toLowerCase(), " "), question.toLowerCase()) }
      }
      return null
    }

    // One line for the moniker that is named, or that has what this one has not: its page, in its view.
    elsewhere(question, said, pages, moniker) {
      const named = this.monikerIn(question, moniker)
      const asked = named ? this.index.read(named.rest) : said
      const own = new Set(this.index.docs.filter((doc) => doc.isFor(moniker)).map((doc) => doc.page))
      let best = null
      for (const id of Object.keys(this.data.monikers).filter((each) => each !== moniker && (!named || each === named.id))) {
        const [first] = this.index.ranked(asked, id, "page")
        if (!first) continue
        const here = Math.max(0, ...pages.filter((each, place) => !place || each.key === first.key).map((each) => each.covered))
        const lacks = !own.has(first.key) && first.score > (pages[0]?.score ?? 0) * BETTER
        if ((named || lacks || first.covered > here + MORE) && (!best || first.score > best.score * BETTER)) best = { id, page: first.key, score: first.score }
      }
      if (named && !best) best = { id: named.id, page: this.data.home }
      if (!best) return null
      const found = this.index.docs.find((doc) => doc.page === best.page && doc.isMain && doc.isFor(best.id))
      if (!found) return null
      const line = this.data.elsewhere.replace("{moniker}", this.data.monikers[best.id]).replace("{page}", found.title)
      return { location: `${best.page}?view=${encodeURIComponent(best.id)}`, title: escaped(line), text: "", score: 0, terms: { [question]: true } }
    }
  }

  // The search of an index; `run` runs a script of this folder, or at a full address. An index is a script that calls
  // porspecIndex: it can be had from the file system, too, where nothing can be fetched.
  scope.porspecSearch = async (run, index) => {
    let data = null
    scope.porspecIndex = (given) => { data = given }
    await run(index)
    if (!data.stemmer) return new Search(data, null)
    await run("stemmers/base-stemmer.js")
    await run(`stemmers/${data.stemmer}-stemmer.js`)
    return new Search(data, new scope[`${data.stemmer[0].toUpperCase()}${data.stemmer.slice(1)}Stemmer`]())
  }
})(self)
