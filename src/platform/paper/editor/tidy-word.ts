// What Word puts on the clipboard, made into ordinary HTML: its lists are paragraphs with a style that says so.

interface OpenList {
  readonly id: string
  readonly level: number
  readonly list: Element
}

const styleOf = (element: Element): string => element.getAttribute('data-style') ?? ''

/** Lists, numbered paragraphs, titles and captions of Word; nothing happens to other pages. */
export function tidyWord(root: ParentNode, make: (tag: string) => HTMLElement): void {
  for (const title of root.querySelectorAll('p.MsoTitle')) rename(title, make('h1'))
  for (const caption of root.querySelectorAll('p.MsoCaption')) caption.className = 'gt-caption'
  const open: OpenList[] = []
  let last: Element | undefined
  for (const block of root.querySelectorAll('p,h1,h2,h3,h4,h5,h6')) {
    const mark = [...block.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(styleOf(span)))
    const label = (mark?.textContent ?? '').replace(/\s+/gu, '')
    mark?.remove()
    const place = /mso-list:\s*(\w+)\s+level(\d)/i.exec(styleOf(block))
    if (!place || block.tagName !== 'P') continue
    // '1.4' is a numbered paragraph of a report, not a point of a list.
    if (/^\d+\.\d+\.?$/.test(label)) {
      block.className = 'gt-numbered'
      open.length = 0
      continue
    }
    if (!last || block.previousElementSibling !== last) open.length = 0
    addPoint(block, { id: place[1] ?? '', level: Number(place[2]), label }, open, make)
    last = open[0]?.list
  }
}

function rename(element: Element, to: Element): void {
  to.append(...element.childNodes)
  element.replaceWith(to)
}

interface Point {
  readonly id: string
  readonly level: number
  /** What Word shows before it, for example '1.' or a bullet. */
  readonly label: string
}

function addPoint(block: Element, point: Point, open: OpenList[], make: (tag: string) => HTMLElement): void {
  while ((open.at(-1)?.level ?? 0) > point.level) open.pop()
  const top = open.at(-1)
  const list = top && top.level === point.level && top.id === point.id ? top.list : beginList(block, point, open, make)
  const item = make('li')
  const inner = make('p')
  inner.append(...block.childNodes)
  item.append(inner)
  list.append(item)
  block.remove()
}

function beginList(block: Element, { id, level, label }: Point, open: OpenList[], make: (tag: string) => HTMLElement): Element {
  const isLettered = level === 1 && /^\(?[a-z][).]$/.test(label)
  const list = make(isLettered || /^\(?[\da-z]{1,5}[).]$/i.test(label) ? 'ol' : 'ul')
  if (isLettered) list.setAttribute('type', 'a')
  const top = open.at(-1)
  const above = top && top.level < level ? top.list.lastElementChild : null
  if (above) above.append(list)
  else {
    // Another list on the same level begins right after the one before.
    if (top) open.pop()
    block.before(list)
  }
  open.push({ id, level, list })
  return list
}
