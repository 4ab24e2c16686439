import type { Paper } from '#platform/paper/tree.ts'
import { run } from '#platform/paper/tree.ts'
import type { Category } from './agenda.ts'
import { textsOf } from './exempt-phrases.ts'
import { bare, entryKinds, type RecordEntry, type RecordSource } from './minutes-entries.ts'
import { attendanceText, type MinutedAttendance, paragraph } from './minutes-text.ts'

/** An item as minutes take it up, in the order of the agenda. */
export interface MinutedItem {
  readonly id: string
  readonly parent: string | null
  /** As printed on the agenda: '6', '5a'. */
  readonly number: string
  readonly title: string
  /** '' for nobody named. */
  readonly presenter: string
  readonly category: Category
  /** When it was first taken up; null where nobody said. */
  readonly takenAt: Temporal.Instant | null
}

/** Everything that minutes are written from. */
export interface MinutesRecord {
  readonly meeting: string
  readonly attendance: MinutedAttendance
  readonly items: readonly MinutedItem[]
  readonly entries: readonly RecordEntry[]
}

/** A section of minutes: one for each item, so that an exempt item's minute is a record of its own. */
export interface SectionText {
  readonly item: string | null
  readonly number: string
  readonly heading: string
  readonly category: Category
  readonly tree: Paper
  /** What it was written from. */
  readonly sources: readonly RecordSource[]
}

const attendanceHeading = 'Attendance'
const exclusionHeading = 'Exclusion of the press and public'
const looseHeadings: Readonly<Record<Category, string>> = {
  public: 'Other business',
  exempt: 'Other business, not for the public',
  confidential: 'Other business, confidential',
}

/** The items in the order in which they were taken; one that nobody put on the clock stays behind the item before it on the agenda. */
export function inOrderTaken(items: readonly MinutedItem[]): readonly MinutedItem[] {
  const began = new Map<string, number>()
  let last = Number.NEGATIVE_INFINITY
  for (const item of items) {
    const under = items.filter(({ parent }) => parent === item.id)
    const times = [item, ...under].flatMap(({ takenAt }) => (takenAt === null ? [] : [takenAt.epochMilliseconds]))
    last = times.length === 0 ? last : Math.min(...times)
    began.set(item.id, last)
  }
  const key = ({ id }: MinutedItem): number => began.get(id) ?? last
  return items
    .map((item, index) => ({ item, index }))
    .toSorted((a, b) => compare(key(a.item), key(b.item)) || a.index - b.index)
    .map(({ item }) => item)
}

// Two that were never taken are both at minus infinity, whose difference is no number.
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1)

/** What a link to the attendance says. */
export const attendanceLabel = 'attendance'

/** The attendance as an entry like any other: whoever was there must be named. */
export function attendanceEntry({ meeting, attendance, items }: Pick<MinutesRecord, 'meeting' | 'attendance' | 'items'>): RecordEntry {
  const taken = inOrderTaken(items)
  const moved = taken.some(({ id }, index) => id !== items[index]?.id)
  const numbers = moved ? taken.map(({ number }) => number) : undefined
  const { present, inAttendance, apologies, withoutApology } = attendance
  const says = [...[...present, ...inAttendance].map(({ name }) => name), ...apologies, ...withoutApology]
  const { blocks } = attendanceText({ ...attendance, orderTaken: numbers })
  return { kind: 'attendance', id: meeting, item: null, category: 'public', label: attendanceLabel, says, blocks }
}

const inMinutedOrder = (a: RecordEntry, b: RecordEntry): number => entryKinds.indexOf(a.kind) - entryKinds.indexOf(b.kind)

/** The entries of an item, or of the meeting as a whole in one part of it, in the order in which minutes tell them. */
function entriesUnder({ items, entries }: MinutesRecord, item: string | null, category?: Category): readonly RecordEntry[] {
  const known = new Set(items.map(({ id }) => id))
  const homeOf = (entry: RecordEntry): string | null => (entry.item !== null && known.has(entry.item) ? entry.item : null)
  return entries
    .filter((entry) => entry.kind !== 'exclusion' && homeOf(entry) === item && (category === undefined || entry.category === category))
    .toSorted(inMinutedOrder)
}

const sourceOf = ({ kind, id, says }: RecordEntry): RecordSource => ({ kind, id, says })
const paperOf = (blocks: Paper['blocks']): Paper => ({ version: 1, blocks })

function sectionOf(
  head: Pick<SectionText, 'item' | 'number' | 'heading' | 'category'>,
  entries: readonly RecordEntry[],
  opening: Paper['blocks'] = [],
) {
  return { ...head, tree: paperOf([...opening, ...entries.flatMap(({ blocks }) => blocks)]), sources: entries.map(sourceOf) }
}

function itemSection(record: MinutesRecord, item: MinutedItem, number: string): SectionText {
  const opening = item.presenter === '' ? [] : [paragraph(run(`Presented by ${item.presenter}.`))]
  return sectionOf({ item: item.id, number, heading: item.title, category: item.category }, entriesUnder(record, item.id), opening)
}

function looseSections(record: MinutesRecord): readonly SectionText[] {
  return (['public', 'exempt', 'confidential'] as const).flatMap((category) => {
    const entries = entriesUnder(record, null, category)
    return entries.length === 0 ? [] : [sectionOf({ item: null, number: '', heading: looseHeadings[category], category }, entries)]
  })
}

/**
 * The first draft: who was there, a section for each item in the order taken, and what belongs to none (M12).
 * @param numbers - minute numbers by item; items keep them whatever the order
 */
export function draftSections(record: MinutesRecord, numbers: ReadonlyMap<string, string>): readonly SectionText[] {
  const first = sectionOf({ item: null, number: '', heading: attendanceHeading, category: 'public' }, [attendanceEntry(record)])
  const items = inOrderTaken(record.items).flatMap((item) => [
    ...exclusionSections(record, (before) => before === item.id),
    itemSection(record, item, numbers.get(item.id) ?? ''),
  ])
  const known = new Set(record.items.map(({ id }) => id))
  return [first, ...items, ...exclusionSections(record, (before) => before === undefined || !known.has(before)), ...looseSections(record)]
}

/** Resolutions to exclude the public, each a section of its own that everybody reads. */
function exclusionSections({ entries }: MinutesRecord, wanted: (before: string | undefined) => boolean): readonly SectionText[] {
  return entries
    .filter(({ kind, before }) => kind === 'exclusion' && wanted(before))
    .map((entry) => sectionOf({ item: null, number: '', heading: exclusionHeading, category: 'public' }, [entry]))
}

/** The section in which an entry belongs; undefined where there is none yet. */
function homeIn<Section extends SectionText>(sections: readonly Section[], entry: RecordEntry): Section | undefined {
  if (entry.kind === 'attendance')
    return (
      sections.find(({ item, heading, category }) => item === null && heading === attendanceHeading && category === 'public') ??
      sections.find(({ item, category }) => item === null && category === 'public')
    )
  if (entry.kind === 'exclusion') {
    const own = sections.filter(({ item, heading }) => item === null && heading === exclusionHeading)
    return own.find((section) => isPointedAt(entry, section)) ?? own[0]
  }
  if (entry.item !== null) {
    const own = sections.find(({ item }) => item === entry.item)
    if (own) return own
  }
  return sections.find(({ item, heading }) => item === null && heading === looseHeadings[entry.category])
}

const isPointedAt = ({ kind, id }: RecordEntry, { sources }: SectionText): boolean =>
  sources.some((source) => source.kind === kind && source.id === id)

/** Adds to sections what was recorded since they were written; what stands there is kept as it is. New items and loose matters come last. */
export function bringIn<Section extends SectionText>(
  record: MinutesRecord,
  sections: readonly Section[],
): { readonly sections: readonly Section[]; readonly added: readonly SectionText[] } {
  const fresh = record.entries.filter((entry) => !sections.some((section) => isPointedAt(entry, section))).toSorted(inMinutedOrder)
  const kept = sections.map((section) => {
    const own = fresh.filter((entry) => homeIn(sections, entry) === section)
    if (own.length === 0) return section
    const blocks = [...section.tree.blocks, ...own.flatMap((entry) => entry.blocks)]
    return { ...section, tree: paperOf(blocks), sources: [...section.sources, ...own.map(sourceOf)] }
  })
  const homeless = { ...record, entries: fresh.filter((entry) => homeIn(sections, entry) === undefined) }
  const newItems = inOrderTaken(record.items).filter(({ id }) => !sections.some(({ item }) => item === id))
  return {
    sections: kept,
    added: [
      ...newItems.map((item) => itemSection(homeless, item, '')),
      ...exclusionSections(homeless, () => true),
      ...looseSections(homeless),
    ],
  }
}

/**
 * Where minutes and the record say different things. `changed`: the record was put right after the minutes were written; `words-differ`: the
 * text was edited and no longer says it; `missing`: in the record and in no section; `gone`: in the text, and no longer in the record;
 * `misplaced`: told under another item.
 */
export interface Disagreement {
  readonly code: 'changed' | 'words-differ' | 'missing' | 'gone' | 'misplaced'
  readonly source: RecordSource
  /** Undefined for what the record no longer holds. */
  readonly entry: RecordEntry | undefined
  /** Heading of the section that it is about; '' for none. */
  readonly heading: string
}

/** Every place where the text and the record disagree; empty where they agree (M9, M12). Notes bind nobody: they are a beginning. */
export function disagreements(record: MinutesRecord, sections: readonly SectionText[]): readonly Disagreement[] {
  const texts = new Map(sections.map((section) => [section, bare(`${section.heading} ${textsOf(section.tree).join('\n')}`)]))
  const says = (section: SectionText, words: readonly string[]): boolean =>
    words.every((one) => (texts.get(section) ?? '').includes(bare(one)))
  const entries = [attendanceEntry(record), ...record.entries]
  const found = entries.flatMap((entry): Disagreement[] => {
    const home = homeIn(sections, entry)
    const there = sections.find((section) => isPointedAt(entry, section))
    const about = (code: Disagreement['code'], section: SectionText | undefined) => [
      { code, source: sourceOf(entry), entry, heading: section?.heading ?? '' },
    ]
    // What binds nobody to a word, a note or a motion that its decision tells, cannot be contradicted.
    if (entry.says.length === 0) return []
    if (home && says(home, entry.says)) return there && there !== home && says(there, entry.says) ? about('misplaced', there) : []
    if (there === undefined) return about('missing', undefined)
    if (there !== home) return about('misplaced', there)
    const before = there.sources.find(({ kind, id }) => kind === entry.kind && id === entry.id)?.says ?? []
    const isSame = before.length === 0 || before.map(bare).join('|') === entry.says.map(bare).join('|')
    return about(isSame ? 'words-differ' : 'changed', there)
  })
  return [...found, ...sections.flatMap((section) => goneFrom(section, entries, (words) => says(section, words)))]
}

/** Pointers to what the record no longer holds, as long as the text still says it. */
function goneFrom(
  section: SectionText,
  entries: readonly RecordEntry[],
  says: (words: readonly string[]) => boolean,
): readonly Disagreement[] {
  return section.sources
    .filter(({ kind, id }) => !entries.some((entry) => entry.kind === kind && entry.id === id))
    .filter(({ kind, says: words }) => kind !== 'note' && says(words))
    .map((source) => ({ code: 'gone' as const, source, entry: undefined, heading: section.heading }))
}
