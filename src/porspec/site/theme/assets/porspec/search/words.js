// The words of a text, whatever its script, and what two of them have in common. Nothing here is of one language: the
// stemmer, the words that say little and the synonyms come with the index.
(function (scope) {
  "use strict"

  // Scripts that set no blanks between words: two characters side by side stand for a word.
  const UNSPACED = "\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}ー"
  const TOKEN = new RegExp(`[${UNSPACED}]+|(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])+`, "gu")
  const RUN = new RegExp(`^[${UNSPACED}]`, "u")
  const JOINED = /[\p{L}\p{M}\p{N}]+(?:[-\u2010\u2011_\u00ad\u200c][\p{L}\p{M}\p{N}]+)+/gu
  const WITHIN = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u
  const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u093c]/g // accents, points and vowels that may be left out
  const LETTERS = { "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ς": "σ", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ם": "מ", "ן": "נ", "ך": "כ", "ף": "פ", "ץ": "צ" }
  const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g")
  const LINKS = ["", "s", "n", "e", "en", "es", "er"] // what Germanic languages set between the parts of a compound

  // A word without what may be written in another manner: capitals, accents, vowel points, ligatures, wide letters.
  function folded(text) {
    const bare = text.toLowerCase().normalize("NFKD").replace(MARKS, "").normalize("NFC")
    return bare.replace(LETTER, (letter) => LETTERS[letter])
  }

  // The words of a text with their places. A name that is written in parts is each of them, and the whole.
  function* words(text) {
    for (const { 0: found, index } of text.matchAll(TOKEN)) {
      if (RUN.test(found)) yield { raw: found, start: index, end: index + found.length, isRun: true }
      else {
        const parts = found.split(WITHIN)
        let start = index
        if (parts.length > 1) yield { raw: found, start, end: start + found.length, isWhole: true }
        for (const raw of parts) yield { raw, start, end: start += raw.length }
      }
    }
    for (const { 0: found, index } of text.matchAll(JOINED)) {
      yield { raw: found.replace(/[-\u2010\u2011_\u00ad\u200c]/g, ""), start: index, end: index + found.length, isWhole: true }
    }
  }

  // Each two characters of a run side by side, or all there is of it, with their places.
  function pairs(run, at = 0) {
    const found = []
    const characters = [...run]
    let start = at
    for (const [number, character] of characters.entries()) {
      const two = character + (characters[number + 1] ?? "")
      if (characters.length === 1 || number < characters.length - 1) found.push({ raw: two, start, end: start + two.length })
      start += character.length
    }
    return found
  }

  // What is indexed of a text: words, and of runs each character as well, as somebody may ask for one.
  function* terms(text) {
    for (const word of words(text)) {
      if (!word.isRun) yield { ...word, term: folded(word.raw) }
      else {
        for (const pair of pairs(word.raw, word.start)) yield { ...pair, term: folded(pair.raw), isRun: true }
        if (word.raw.length > 1) for (const one of word.raw) yield { raw: one, term: one, isRun: true, isOne: true }
      }
    }
  }

  // How many letters are to be typed, left out, changed or exchanged with the next one; more than `most` is any larger number.
  function distance(one, other, most) {
    let start = 0, end = 0
    const shorter = Math.min(one.length, other.length)
    if (Math.max(one.length, other.length) - shorter > most) return most + 1
    while (start < shorter && one[start] === other[start]) start += 1
    while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1
    const left = [one, other].map((each) => each.slice(start, each.length - end))
    if (!left[0] || !left[1]) return left[0].length + left[1].length
    if (!most) return 1
    const further = (ones, others) => distance(left[0].slice(ones), left[1].slice(others), most - 1)
    const isTurned = left[0][0] === left[1][1] && left[0][1] === left[1][0]
    return 1 + Math.min(further(1, 1), further(1, 0), further(0, 1), isTurned ? further(2, 2) : most)
  }

  // How many letters two words have in common, side by side, from their beginning on or from any letter.
  function alike(one, other, isAnywhere) {
    let most = 0
    for (let at = 0; at < (isAnywhere ? one.length : 1); at += 1) {
      for (let start = 0; start < (isAnywhere ? other.length : 1); start += 1) {
        let same = 0
        while (at + same < one.length && one[at + same] === other[start + same]) same += 1
        most = Math.max(most, same)
      }
    }
    return most
  }

  // Every word of a site in one language, and how a word that is asked for is like each of them.
  class Vocabulary {
    constructor(stemmer, stops) {
      this.stemmer = stemmer
      this.stops = new Set(stops.map((each) => each.toLowerCase()))
      this.known = new Map() // each term, with its postings, stems and parts
      this.partStems = new Set() // of all words, and of those that readers say for them
      this.stemmed = new Map()
      this.formed = new Map() // the stems of each word
      this.liked = new Map() // what was asked before, letter by letter
    }

    stem(word) {
      if (!this.stemmer) return word
      if (!this.stemmed.has(word)) this.stemmed.set(word, this.stemmer.stemWord(word))
      return this.stemmed.get(word)
    }

    // The stems of a word: as it is written, without its accents, and with its umlauts written out.
    stems(raw) {
      if (!this.formed.has(raw)) {
        const bare = folded(raw)
        const plain = bare.replace(/([aou])e/g, "$1")
        this.formed.set(raw, new Set([folded(this.stem(raw.toLowerCase())), this.stem(bare), plain === bare ? bare : this.stem(plain)]))
      }
      return this.formed.get(raw)
    }

    // Whether two words are forms of one, or one is the other with a letter mistyped.
    isSame(one, other, mayErr) {
      const stems = this.stems(one)
      if ([...this.stems(other)].some((stem) => stems.has(stem))) return true
      return mayErr && other.length > 4 && distance(folded(one), folded(other), 1) < 2
    }

    add({ raw, term, isRun }) {
      if (!this.known.has(term)) this.known.set(term, { term, isRun, postings: new Map(), stems: new Set(), parts: [] })
      const entry = this.known.get(term)
      if (!isRun) {
        for (const stem of this.stems(raw)) entry.stems.add(stem)
        this.mention(raw)
      }
      return entry
    }

    // A word may be a part of others, though no page has it alone.
    mention(raw) {
      for (const stem of this.stems(raw)) this.partStems.add(stem)
    }

    // Whether a word says little where others are beside it; what it is without its accents may be another.
    isStop(raw) {
      return this.stops.has(raw.toLowerCase())
    }

    isPart(word) {
      if (word.length < 2 || this.stops.has(word) || /^\p{N}+$/u.test(word)) return false
      return this.known.has(word) || (word.length > 3 && [...this.stems(word)].some((stem) => this.partStems.has(stem)))
    }

    // The parts of a compound that are words of the site, if it is made of such alone.
    split(word) {
      for (let end = word.length - 2; end >= 3; end -= 1) {
        const head = word.slice(0, end)
        if (!this.isPart(head)) continue
        for (const link of LINKS) {
          const rest = word.slice(end + link.length)
          if (!word.startsWith(link, end)) continue
          if (this.isPart(rest) && (rest.length > 2 || end > 4)) return [head, rest]
          const further = rest.length > 5 ? this.split(rest) : []
          if (further.length) return [head, ...further]
        }
      }
      return []
    }

    // Once all words are known: of which others each of them is made.
    close() {
      for (const entry of this.known.values()) {
        if (entry.isRun || entry.term.length < 6) continue
        entry.parts = this.split(entry.term).map((part) => this.stems(part))
      }
      return this
    }

    // The terms that a word can mean, each with how surely, from 0 to 1. What is only similar counts where nothing is meant.
    like(raw, isRun) {
      if (!this.liked.has(raw)) this.liked.set(raw, this.compared(raw, isRun))
      return this.liked.get(raw)
    }

    compared(raw, isRun) {
      const asked = folded(raw), stems = this.stems(raw), plain = asked.replace(/([aou])e/g, "$1")
      const found = new Map()
      if (isRun) {
        if (this.known.has(asked)) found.set(asked, 1)
        return found
      }
      const shares = (others) => [...stems].some((stem) => others.has(stem))
      for (const { term, stems: its, parts, isRun: other } of this.known.values()) {
        if (other) continue
        let weight = 0
        if (term === asked) weight = 1
        else if (term === plain) weight = 0.95
        else if (shares(its)) weight = 0.9
        else if (parts.some(shares)) weight = shares(parts.at(-1)) ? 0.7 : 0.6
        else if (asked.length > 1 && (term.startsWith(asked) || term.startsWith(plain))) weight = 0.45 + 0.35 * plain.length / term.length
        else if (asked.length > 3 && (term.includes(asked) || term.includes(plain))) weight = 0.45
        if (weight) found.set(term, weight)
      }
      return [...found.values()].some((weight) => weight >= 0.6) ? found : this.similar(asked, stems, found)
    }

    similar(asked, stems, found) {
      const [own] = stems
      const least = /^[a-z]/.test(asked) ? 4 : 2
      for (const { term, stems: its, isRun, postings } of this.known.values()) {
        if (isRun || !postings.size) continue
        const most = asked.length < 4 || /\d/.test(asked) ? 0 : asked.length < 9 ? 1 : 2
        const away = most && Math.min(distance(asked, term, most), ...(own.length > 4 ? [...its].map((other) => distance(own, other, most)) : []))
        const same = alike(asked, term, !this.stemmer) // without a stemmer, what is set before a word is not known either
        let weight = 0
        if (most && away <= most) weight = away === 1 ? (asked.length > 9 ? 0.85 : 0.55) : away ? 0.35 : 0.8
        else if (term.length >= least && !this.stops.has(term) && asked.includes(term)) weight = 0.15 + 0.35 * term.length / asked.length
        else if ([...its].some((stem) => stem.length > 4 && asked.includes(stem))) weight = 0.4
        else if (same > (this.stemmer ? 4 : 3) && same / Math.max(asked.length, term.length) > 0.55) weight = 0.4
        if (weight > (found.get(term) ?? 0)) found.set(term, weight)
      }
      return found
    }
  }

  scope.porspecWords = { Vocabulary, folded, words, terms, pairs }
})(self)
