import type { Missing } from './glyphs.ts'
import { breakable, printable } from './glyphs.ts'
import { inLargePrint } from './large-tables.ts'
import type { DocumentInput, FrontSheet, PackEntry, PackGap, PackInput, ReplacedCharacter } from './pack-input.ts'
import { type Brought, nothingBrought, type TypstFile, typstFiles } from './typst-files.ts'
import type { Printer, TypstNode } from './typst-nodes.ts'
import { isNumbered, typstNodes } from './typst-nodes.ts'

/** What the templates read, and what had to be replaced. */
export interface TypstData {
  readonly data: object
  readonly replacedCharacters: readonly ReplacedCharacter[]
}

type Fact = readonly [label: string, value: string]
interface Above {
  readonly number: string
  readonly title: string
  readonly level: number
}
interface Sheet {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly level: number
  readonly status: string
  /** Headings of items above this one that have no page of their own, from the highest. */
  readonly above: readonly Above[]
  readonly facts: readonly Fact[]
  readonly numbered: boolean
  readonly nodes: readonly TypstNode[]
  readonly files: readonly TypstFile[]
  /** Pages laid in behind the last page of ours, and behind that of the paper before. */
  readonly tail: number
  readonly before: number
}

const longestWord = 30

/** Keeps account of what was replaced where. */
function accounts(strict: boolean) {
  const items = new Map<string, Missing>()
  const printer = (item: string): Printer => {
    const missing: Missing = items.get(item) ?? new Map()
    items.set(item, missing)
    return (text, longest) => breakable(printable(text, missing, strict), longest)
  }
  const replaced = (): ReplacedCharacter[] =>
    [...items].flatMap(([item, missing]) => [...missing].map(([character, times]) => ({ character, times, item })))
  return { printer, replaced }
}

function frontOf(sheet: FrontSheet, print: Printer, { pictures }: Brought) {
  const logo = sheet.logo && pictures.has(sheet.logo.document) ? sheet.logo : undefined
  const one = (text: string): string => print(text, longestWord)
  return {
    partnership: one(sheet.partnership),
    board: one(sheet.board),
    title: one(sheet.title) || 'Untitled',
    date: one(sheet.date),
    place: one(sheet.place),
    contact: one(sheet.contact),
    label: one(sheet.label),
    notices: sheet.noticeLines.map(one),
    logo: logo ? { path: pictures.get(logo.document), alt: print(logo.alternativeText, Number.POSITIVE_INFINITY) || sheet.board } : null,
  }
}

function factsOf(facts: readonly Fact[], print: Printer): Fact[] {
  return facts.filter(([, value]) => value.trim() !== '').map(([label, value]) => [print(label, longestWord), print(value, longestWord)])
}

/** Items above each item, from the highest. */
function ancestry(entries: readonly PackEntry[]): Map<PackEntry, readonly PackEntry[]> {
  const found = new Map<PackEntry, readonly PackEntry[]>()
  let path: PackEntry[] = []
  for (const entry of entries) {
    path = path.filter((above) => above.depth < entry.depth)
    found.set(entry, path)
    path = [...path, entry]
  }
  return found
}

/** Papers in the order of their pages: Part 1 as on the agenda, then Part 2. */
function sheetsOf(
  entries: readonly PackEntry[],
  printer: (item: string) => Printer,
  brought: Brought,
): { readonly open: Sheet[]; readonly exempt: Sheet[] } {
  const above = ancestry(entries)
  const sheets = { open: [] as Sheet[], exempt: [] as Sheet[] }
  for (const part of [1, 2] as const) {
    let printed: readonly PackEntry[] = []
    let before = 0
    for (const entry of entries) {
      if (!entry.paper || entry.part !== part) continue
      const print = printer(entry.id)
      const path = above.get(entry) ?? []
      const level = Math.min(path.length + 1, 3)
      const known = path.findIndex((one, index) => printed[index] !== one)
      const missing = known === -1 ? [] : path.slice(known)
      const nodes = typstNodes(entry.paper.tree, level, print)
      const files = typstFiles(entry.paper, level + 1, nodes.length === 0, print, brought)
      const tail = files.at(-1)?.pages ?? 0
      const own: Fact[] = [
        ['Purpose', entry.purpose],
        ['Lead', entry.lead],
        ['Report', entry.status],
      ]
      sheets[part === 1 ? 'open' : 'exempt'].push({
        id: entry.id,
        number: print(entry.number, longestWord),
        title: print(entry.title, longestWord).trim() || 'Untitled',
        level,
        status: print(entry.status, longestWord),
        above: missing.slice(0, 2).map((one) => ({
          number: print(one.number, longestWord),
          title: print((part === 1 && one.row?.title) || one.title, longestWord).trim() || 'Untitled',
          level: Math.min(path.indexOf(one) + 1, 3),
        })),
        facts: factsOf([...own, ...entry.paper.facts], print),
        numbered: isNumbered(nodes),
        nodes,
        files,
        tail,
        before,
      })
      before = tail
      printed = [...path, entry]
    }
  }
  return sheets
}

function rowOf(entry: PackEntry, printer: (item: string) => Printer, strict: boolean, tails: ReadonlyMap<string, number>) {
  if (entry.row === null) return []
  // Counted once, where the paper is printed; an item without a paper has only this place.
  const print = entry.paper ? accounts(strict).printer('') : printer(entry.id)
  const one = (text: string): string => print(text, 20)
  const { title, lead, status } = entry.row ?? entry
  return [
    {
      id: entry.id,
      last: entry.pagesTo ?? entry.id,
      tail: tails.get(entry.pagesTo ?? entry.id) ?? 0,
      number: one(entry.number),
      title: one(title),
      purpose: one(entry.purpose),
      lead: one(lead),
      status: one(status),
      depth: entry.depth,
      part: entry.part,
      paged: entry.paper !== undefined,
    },
  ]
}

function gapOf({ number, title, gaps }: PackGap, print: Printer) {
  const [numbered, named, ...words] = [number, title, ...gaps].map((text) => print(text, longestWord))
  return { number: numbered, title: named, words: words.join('. ') }
}

/** A pack as data for pack.typ. `strict` prints only what Inter holds; `brought` says what is known of the files that go into it. */
export function packData(input: PackInput, strict: boolean, brought: Brought = nothingBrought): TypstData {
  const { printer, replaced } = accounts(strict)
  // The front sheet first: that is the order of the report.
  const front = frontOf(input, printer(''), brought)
  const { open, exempt } = sheetsOf(input.entries, printer, brought)
  const tails = new Map([...open, ...exempt].map(({ id, tail }) => [id, tail]))
  const rows = input.entries.flatMap((entry) => rowOf(entry, printer, strict, tails))
  const gaps = (input.gaps ?? []).map((gap) => gapOf(gap, printer('')))
  const data = { ...front, startPage: input.startPage, startExemptPage: input.startExemptPage, rows, gaps, open, exempt }
  return { data, replacedCharacters: replaced() }
}

/** A single document as data for document.typ. `strict` prints only what Inter holds. */
export function documentData(input: DocumentInput, strict: boolean, brought: Brought = nothingBrought): TypstData {
  const { printer, replaced } = accounts(strict)
  const print = printer('')
  const sections = input.sections.map((section) => {
    const own = printer(section.number)
    const nodes = typstNodes(input.large === true ? inLargePrint(section.tree) : section.tree, 2, own)
    const charts = (section.charts ?? []).map(({ caption, alternativeText, svg }) => ({
      caption: own(caption, longestWord),
      alt: own(alternativeText, Number.POSITIVE_INFINITY),
      svg,
    }))
    return {
      number: own(section.number, longestWord),
      title: own(section.title, longestWord),
      numbered: isNumbered(nodes),
      nodes,
      charts,
      whole: section.whole === true,
      ruled: Math.min(60, Math.max(0, section.ruled ?? 0)),
    }
  })
  const lists = input.lists.map((list) => ({
    title: print(list.title, longestWord),
    people: list.people.map((person) => person.map((words) => print(words, longestWord))),
  }))
  const data = { ...frontOf(input, print, brought), facts: factsOf(input.facts, print), lists, sections }
  return { data, replacedCharacters: replaced() }
}
