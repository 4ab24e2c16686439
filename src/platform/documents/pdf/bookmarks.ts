import type { PackEntry } from './pack-input.ts'
import type { Spot } from './spots.ts'

/** A bookmark: it leads to a spot among our own pages, or to the first page of a file that was laid in. */
export interface Bookmark {
  readonly title: string
  readonly to: Spot | { readonly file: string }
  readonly children: readonly Bookmark[]
}

interface Open {
  readonly depth: number
  readonly bookmark: Growing
}
interface Growing extends Bookmark {
  readonly children: Growing[]
}

/**
 * The bookmarks of a pack in the order of its agenda: sub-items below their item, sections and files below their paper, items without a paper
 * where the agenda names them. What has neither row nor pages has none.
 */
export function bookmarksOf(entries: readonly PackEntry[], spots: readonly Spot[]): readonly Bookmark[] {
  const rows = new Map(spots.filter(({ kind }) => kind === 'row').map((spot) => [spot.id, spot]))
  const papers = new Map(spots.filter(({ kind }) => kind === 'paper').map((spot) => [spot.id, spot]))
  const inside = insideOf(spots)
  const top: Growing[] = spots.filter(({ kind }) => kind === 'agenda').map((spot) => ({ title: spot.title, to: spot, children: [] }))
  let path: Open[] = []
  for (const entry of entries) {
    path = path.filter((above) => above.depth < entry.depth)
    const spot = papers.get(entry.id) ?? rows.get(entry.id)
    if (!spot) continue
    const children = nested(inside.get(entry.id) ?? [], fileTitles(entry))
    const bookmark: Growing = { title: titleOf(entry), to: spot, children }
    const above = path.at(-1)
    if (above) above.bookmark.children.push(bookmark)
    else top.push(bookmark)
    path = [...path, { depth: entry.depth, bookmark }]
  }
  return top
}

function titleOf({ number, title }: PackEntry): string {
  const words = title.trim() || 'Untitled'
  return number === '' ? words : `${number}. ${words}`
}

/** Files that stand on the first page of their paper, and so have no heading of their own. */
function fileTitles({ paper }: PackEntry): ReadonlyMap<string, string> {
  return new Map((paper?.files ?? []).map(({ id, title }) => [id, title]))
}

/** Sections and files by the paper that they stand in. */
function insideOf(spots: readonly Spot[]): ReadonlyMap<string, readonly Spot[]> {
  const found = new Map<string, Spot[]>()
  let owner = ''
  for (const spot of spots) {
    if (spot.kind === 'paper') owner = spot.id
    if (spot.kind !== 'section' && spot.kind !== 'file') continue
    found.set(owner, [...(found.get(owner) ?? []), spot])
  }
  return found
}

/** Headings as a tree by their levels. */
function nested(spots: readonly Spot[], files: ReadonlyMap<string, string>): Growing[] {
  const top: Growing[] = []
  let path: { readonly level: number; readonly bookmark: Growing }[] = []
  for (const spot of spots) {
    path = path.filter(({ level }) => level < spot.level)
    const bookmark: Growing = { title: files.get(spot.id) ?? spot.title, to: spot.kind === 'file' ? { file: spot.id } : spot, children: [] }
    const above = path.at(-1)
    if (above) above.bookmark.children.push(bookmark)
    else top.push(bookmark)
    path = [...path, { level: spot.level, bookmark }]
  }
  return top
}
