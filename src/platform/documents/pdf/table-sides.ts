import type { PackEntry, PackInput } from './pack-input.ts'

/**
 * Whether each table of a pack, in the order in which it is printed, has headers of rows: the agenda, whose rows begin with the item's number, then
 * the tables of papers, those of Part 2 last. A pack without rows prints no agenda.
 */
export function tablesWithSides({ entries }: PackInput): readonly boolean[] {
  const agenda = entries.some(({ row }) => row !== null) ? [true] : []
  return [...agenda, ...([1, 2] as const).flatMap((part) => entries.filter((entry) => entry.part === part).flatMap(sidesOf))]
}

function sidesOf({ paper }: PackEntry): readonly boolean[] {
  return (paper?.tree.blocks ?? []).flatMap((block) => (block.type === 'table' ? [block.headerColumn === true] : []))
}
