// The text of the article, but for the choice of a cloud, what compares clouds, pictures and what scripts add to these.
const textOf = (article) => {
  const others = [...article.querySelectorAll(".porspec-picker, .porspec-compare, .porspec-picture, .porspec-walk, .porspec-walk__button")]
  for (const each of others) each.style.setProperty("display", "none", "important")
  const text = article.innerText
  for (const each of others) each.removeAttribute("style")
  return text
}

const all = (selector) => [...document.querySelectorAll(selector)]
const shown = (element) => element.checkVisibility()

// What a fold changes of the page that is open, for the cloud that is chosen.
const seen = () => {
  const inner = (elements) => elements.filter(shown).map((element) => element.innerText.replace("¶", "").trim())
  const { view } = document.documentElement.dataset
  return {
    text: textOf(document.querySelector("article")),
    // Every visible element that stands, however deep, in a zone that leaves the view out.
    strays: all("[data-moniker], [data-choice]")
      .filter((zone) => !(zone.dataset.moniker ?? zone.dataset.choice).split(" ").includes(view))
      .flatMap((zone) => [zone, ...zone.querySelectorAll("*")])
      .filter(shown)
      .map((element) => element.outerHTML),
    contents: inner(all(".md-sidebar--secondary .md-nav__link")),
    sections: inner(all("article :is(h2, h3)")),
  }
}

// All that is to be seen of it.
const look = () => {
  const links = all("a[href]").filter((link) => link.protocol.startsWith("http"))
  const said = (element) => ["title", "aria-label", "placeholder", "alt"].map((name) => element.getAttribute(name))
  return {
    ...seen(),
    view: document.documentElement.dataset.view,
    picker: document.querySelector(".porspec-choice input:checked").value,
    lang: document.documentElement.lang,
    title: document.title,
    first: all("h1").filter(shown).length,
    numbers: all("article ol")
      .map((list) => [...list.children].filter(shown).map((item) => item.value))
      .filter((numbers) => numbers.length),
    ids: all("[id]").map((element) => element.id),
    headings: all("article :is(h1, h2, h3, h4, h5, h6)").map((element) => element.id),
    // Which of a place's twins is where differs from language to language, as texts are the same in some of them.
    rules: [...new Set(all("article .porspec-anchor").map((element) => element.dataset.anchor ?? element.id))].sort(),
    said: all("body *").flatMap(said).filter(Boolean),
    menu: all(".md-select__link").map((link) => [link.hreflang, link.pathname + link.search]),
    // Of each link that leaves the page: whether it stays on the site, and the view it asks for.
    views: links
      .filter((link) => !link.getAttribute("href").startsWith("#"))
      .map((link) => [link.origin === location.origin, new URL(link.href).searchParams.get("view")]),
    // Of each link of the site: the page and the place on it.
    targets: links
      .filter((link) => link.origin === location.origin)
      .map((link) => [link.pathname, decodeURIComponent(link.hash.slice(1))]),
  }
}

// The width of the page, that of the screen, and whether the picker is on it.
const widths = () => {
  const { scrollWidth, clientWidth } = document.documentElement
  const { right } = document.querySelector(".porspec-picker").getBoundingClientRect()
  return [scrollWidth, clientWidth, right <= innerWidth]
}

const fold = (open) => document.querySelectorAll("details").forEach((each) => { each.open = open })

const choose = (cloud) => {
  const choice = document.querySelector(`.porspec-choice input[value="${cloud}"]`)
  if (!choice.checked) choice.click()
}

// What there is to see for each of the clouds, chosen one after the other. No frame is drawn between: that takes long.
const forEach = (clouds, see) => Object.fromEntries(clouds.map((cloud) => [cloud, (choose(cloud), see())]))

// The page folded, and then unfolded with its width.
const looks = (clouds) => {
  const folded = forEach(clouds, look)
  fold(true)
  const unfolded = forEach(clouds, () => [seen(), widths()])
  fold(false)
  return [folded, unfolded]
}

// The width of the page unfolded; then it is as it was.
const narrow = (clouds) => {
  const { dataset } = document.documentElement
  const { view } = dataset
  fold(true)
  const found = Object.fromEntries(clouds.map((cloud) => [cloud, ((dataset.view = cloud), widths())]))
  fold(false)
  dataset.view = view
  return found
}
