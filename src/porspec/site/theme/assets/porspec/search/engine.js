// Finds the pages and sections of one language's index that answer a question, for the readers of one moniker.
(function (scope) {
  "use strict"
  const { Vocabulary, folded, words, terms, pairs } = scope.porspecWords
  const TITLE = 0, HEADING = 1, TEXT = 2
  const WORTH = [3, 1.2, 1] // of a field, where it has the word
  const SYNONYM = 0.95, PARTS = 0.8, STOP = 0.08, RUN = 1.5, SURE = 0.5, COMMON = 0.3, TITLED = 2, SIDE = 1
  const HOME = 0.85 // of a page that leads to all others, and has their words

  class Index {
    constructor(data, stemmer) {
      this.data = data
      this.words = new Vocabulary(stemmer, data.stops)
      this.docs = data.docs.map(([location, title, text, monikers, boost = 1, tags = []], number) => {
        const page = location.split("#")[0]
        return { number, location, page, title, text, isFor: (moniker) => !monikers.length || monikers.includes(moniker), boost, tags, isMain: page === location }
      })
      this.docs.forEach((doc) => this.add(doc))
      this.words.close()
      const meant = data.synonyms.flatMap(([, targets]) => targets).map((each) => [each, []]) // said as the pages say it, one thing as well
      this.synonyms = [...data.synonyms, ...meant].map(([key, targets]) => ({ key: [...words(key)].filter((each) => !each.isWhole), text: key, targets }))
      this.synonyms.sort((one, other) => other.text.length - one.text.length)
      for (const { key: [word, ...others] } of this.synonyms) if (word && !word.isRun && !others.length) this.words.mention(word.raw)
      this.stopRuns = data.stops.filter((each) => [...words(each)][0]?.isRun).sort((one, other) => other.length - one.length)
      this.lengths = new Map()
      this.boosts = new Map(this.docs.filter((each) => each.isMain).map((each) => [each.page, each.boost * (each.page === data.home ? HOME : 1)]))
    }

    add(doc) {
      doc.lengths = [0, 0, 0]
      const read = (field, text) => {
        for (const word of terms(text)) {
          const { postings } = this.words.add(word)
          if (!postings.has(doc.number)) postings.set(doc.number, [0, 0, 0])
          postings.get(doc.number)[field] += 1
          if (!word.isOne && !word.isWhole) doc.lengths[field] += 1
        }
      }
      read(doc.isMain ? TITLE : HEADING, doc.title)
      read(TEXT, doc.text)
      doc.tags.forEach((tag) => read(TITLE, tag))
    }

    // --- the question ----------------------------------------------------------------------------------------------

    // What is asked for: units, each of which has a weight and several ways to be said, and words side by side.
    read(question) {
      const tokens = [...words(question)]
      const simple = tokens.filter((each) => !each.isWhole)
      const wholes = tokens.filter((each) => each.isWhole && this.words.known.has(folded(each.raw)))
      const found = [...this.unitsOf(simple), ...wholes.map(({ raw }) => ({ weight: 1, ways: [this.phrase([{ raw }], 1)] }))]
      const isKnown = ({ terms: likes }) => likes.length && likes.every((each) => each.size)
      const units = found.map(({ weight, ways }) => ({ weight, ways: ways.filter(isKnown) })).filter(({ ways }) => ways.length)
      const spoken = simple.filter((each) => !each.isRun).map((each) => folded(each.raw))
      return { units, beside: spoken.slice(1).map((word, place) => ` ${spoken[place]} ${word} `) }
    }

    unitsOf(tokens) {
      const found = []
      const hasTelling = tokens.some((each) => each.isRun || !this.words.isStop(each.raw))
      for (let place = 0; place < tokens.length; place += 1) {
        const token = tokens[place]
        const synonym = this.synonyms.find(({ key }) => key.length > 1 && this.isSaid(key, tokens.slice(place, place + key.length)))
        if (token.isRun) found.push(...this.runUnits(token.raw))
        else if (synonym) {
          found.push({ weight: 1, ways: [this.phrase(synonym.key, 1), ...this.meant(synonym)] })
          place += synonym.key.length - 1
        } else {
          const ways = this.waysOf(token)
          found.push({ weight: hasTelling && ways.length === 1 && this.words.isStop(token.raw) ? STOP : 1, ways })
        }
      }
      return found
    }

    meant({ targets }) {
      return targets.map((each) => this.phrase([...words(each)], SYNONYM))
    }

    // A word, what it is made of, and what its synonyms mean; one mistyped letter is taken for its synonym as well.
    waysOf(token) {
      const way = this.phrase([token], 1)
      const parts = this.words.known.has(folded(token.raw)) ? [] : this.words.split(folded(token.raw)).map((raw) => ({ raw }))
      const ways = parts.length ? [way, this.phrase(parts, PARTS)] : [way]
      const single = this.synonyms.filter(({ key }) => key.length === 1 && !key[0].isRun)
      let means = single.filter(({ key }) => this.isSaid(key, [token]))
      const isKnown = [...way.terms[0].values()].some((weight) => weight >= 0.6)
      if (!means.length && !isKnown) means = single.filter(({ key }) => this.isSaid(key, [token], true))
      for (const [place, part] of !means.length && !isKnown ? parts.entries() : []) {
        for (const { targets } of single.filter(({ key }) => this.isSaid(key, [part]))) {
          for (const each of targets) ways.push(this.phrase([...parts.slice(0, place), ...words(each), ...parts.slice(place + 1)], PARTS))
        }
      }
      return [...ways, ...means.flatMap((each) => this.meant(each))]
    }

    isSaid(key, tokens, mayErr = false) {
      return key.length === tokens.length && key.every(({ raw }, place) => this.words.isSame(raw, tokens[place].raw, mayErr))
    }

    // Whether a question has what a synonym is for.
    isIn(said, question) {
      const [key, tokens] = [said, question].map((text) => [...words(text)].filter((each) => !each.isWhole))
      if (key[0]?.isRun) return question.includes(said)
      return tokens.some((_, place) => this.isSaid(key, tokens.slice(place, place + key.length)))
    }

    phrase(tokens, weight) {
      const plain = tokens.filter((each) => !each.isWhole).flatMap((each) => each.isRun ? pairs(each.raw).map((pair) => ({ ...pair, isRun: true })) : [each])
      const telling = plain.filter((each) => each.isRun || !this.words.isStop(each.raw))
      return { weight, terms: (telling.length ? telling : plain).map((each) => this.words.like(each.raw, each.isRun)) }
    }

    // A run of characters without blanks: what synonyms it has, and what stands between them and words that say little.
    runUnits(run) {
      const found = []
      let held = ""
      const hold = () => {
        for (const pair of held ? pairs(held) : []) found.push({ weight: 1, ways: [this.phrase([{ raw: pair.raw, isRun: true }], 1)] })
        held = ""
      }
      for (let place = 0; place < run.length;) {
        const synonym = this.synonyms.find(({ text }) => run.startsWith(text, place))
        const stop = synonym ? "" : this.stopRuns.find((each) => run.startsWith(each, place) && each !== run)
        if (synonym) {
          hold()
          found.push({ weight: RUN, ways: [this.phrase(synonym.key, 1), ...this.meant(synonym)] })
          place += synonym.text.length
        } else if (stop) {
          hold()
          place += stop.length
        } else {
          held += String.fromCodePoint(run.codePointAt(place))
          place += String.fromCodePoint(run.codePointAt(place)).length
        }
      }
      hold()
      return found
    }

    // --- the answer ------------------------------------------------------------------------------------------------

    // How long the fields of each page or section of a moniker are, and those of all together; `kind` is "page" or "number".
    measured(moniker, kind) {
      const named = `${moniker} ${kind}`
      if (!this.lengths.has(named)) {
        const own = new Map()
        for (const doc of this.docs.filter((each) => each.isFor(moniker))) {
          own.set(doc[kind], doc.lengths.map((length, field) => length + (own.get(doc[kind])?.[field] ?? 0)))
        }
        const all = [...own.values()]
        const mean = [TITLE, HEADING, TEXT].map((field) => all.reduce((sum, each) => sum + each[field], 0) / all.length || 1)
        this.lengths.set(named, { own, mean })
      }
      return this.lengths.get(named)
    }

    // What a moniker's pages or sections have of one word, in each of their fields, and how surely it is meant.
    counted(like, moniker, kind) {
      const counts = new Map()
      for (const [term, weight] of like) {
        for (const [number, times] of this.words.known.get(term).postings) {
          const doc = this.docs[number]
          if (!doc.isFor(moniker)) continue
          const count = counts.get(doc[kind]) ?? { fields: [0, 0, 0], sure: 0 }
          count.fields = count.fields.map((sum, field) => sum + weight * times[field])
          count.sure = Math.max(count.sure, weight)
          counts.set(doc[kind], count)
        }
      }
      return counts
    }

    // Those that have all words of a way to say something: each with a score, which more of the same adds ever less to.
    having({ weight, terms: likes }, moniker, kind) {
      const all = likes.map((like) => this.counted(like, moniker, kind))
      const { own, mean } = this.measured(moniker, kind)
      const found = new Map()
      for (const key of all.length ? all[0].keys() : []) {
        if (!all.every((each) => each.has(key))) continue
        const counts = all.map((each) => each.get(key))
        const scores = counts.map(({ fields, sure }) => sure * fields.reduce((sum, times, field) =>
          sum + (times && WORTH[field] * times / (times + 0.3 + 0.7 * own.get(key)[field] / mean[field])), 0))
        const sure = weight * Math.min(...counts.map((count) => count.sure))
        const titled = counts.every(({ fields }) => fields[TITLE] >= SURE) ? sure : 0
        found.set(key, { score: weight * scores.reduce((sum, each) => sum + each) / scores.length, sure, titled })
      }
      return found
    }

    // How many of the words that stand side by side in the question do so in a moniker's pages or sections, from 0 to 1.
    beside(asked, moniker, kind) {
      const found = new Map()
      for (const doc of asked.length ? this.docs.filter((each) => each.isFor(moniker)) : []) {
        doc.spoken ??= ` ${[...words(`${doc.title} ${doc.text}`)].filter((each) => !each.isWhole).map((each) => folded(each.raw)).join(" ")} `
        const had = found.get(doc[kind]) ?? new Set()
        found.set(doc[kind], had)
        asked.forEach((pair) => doc.spoken.includes(pair) && had.add(pair))
      }
      return new Map([...found].map(([key, had]) => [key, had.size / asked.length]))
    }

    // A moniker's pages or sections by how well they answer: rare words count more, and so does having more of the words.
    ranked({ units, beside }, moniker, kind) {
      const total = new Map()
      const { size } = this.measured(moniker, kind).own
      let wanted = 0, asked = 0
      for (const { weight, ways } of units) {
        const best = new Map()
        for (const way of ways) {
          for (const [key, value] of this.having(way, moniker, kind)) if (value.score > (best.get(key)?.score ?? 0)) best.set(key, value)
        }
        const surest = Math.max(0, ...ways.map((way) => way.weight * Math.min(...way.terms.map((like) => Math.max(...like.values())))))
        const number = [...best.values()].filter(({ sure }) => sure >= SURE * surest).length
        const rare = weight * Math.max(COMMON, Math.log(1 + (size - number + 0.5) / (number + 0.5)))
        wanted += rare
        asked += weight
        for (const [key, { score, sure, titled }] of best) {
          const before = total.get(key) ?? { score: 0, covered: 0, titled: 0 }
          total.set(key, { score: before.score + rare * score, covered: before.covered + rare * sure / surest, titled: before.titled + weight * titled })
        }
      }
      const together = this.beside(beside, moniker, kind)
      const found = [...total].map(([key, { score, covered, titled }]) => {
        const part = covered / wanted
        return { key, score: (this.boosts.get(key) ?? 1) * score * part * (1 + TITLED * titled / asked + SIDE * (together.get(key) ?? 0)), covered: part }
      })
      return found.sort((one, other) => other.score - one.score)
    }
  }

  scope.PorspecIndex = Index
})(self)
