import type { Category } from '../rules/agenda.ts'
import type { AgendaItem } from './agenda.ts'
import type { MinutesSection } from './minutes.ts'

/** A part of minutes as they are read: a section, or the public face of an item whose minute is not for the reader. */
export type MinutesPart =
  | { readonly kind: 'section'; readonly section: MinutesSection; readonly isSub: boolean }
  | {
      readonly kind: 'hidden'
      /** As everybody may read it. */
      readonly title: string
      readonly number: string
      readonly category: Category
      /** By code; empty where none is stated. */
      readonly paragraphs: readonly string[]
    }

/** The sections in their order; where an item's section may not be seen, its public face stands after the item before it. */
export function partsOf(sections: readonly MinutesSection[], agenda: readonly AgendaItem[]): readonly MinutesPart[] {
  const subs = new Set(agenda.filter(({ parent }) => parent !== null).map(({ id }) => id))
  const parts: MinutesPart[] = sections.map((section) => ({
    kind: 'section',
    section,
    isSub: section.item !== null && subs.has(section.item),
  }))
  const live = agenda.filter(({ withdrawnAt }) => withdrawnAt === undefined)
  live.forEach((item, index) => {
    if (item.category === 'public' || sections.some((section) => section.item === item.id)) return
    const before = live.slice(0, index).map(({ id }) => id)
    const place = parts.findLastIndex(
      (part) => part.kind === 'hidden' || (part.section.item !== null && before.includes(part.section.item)),
    )
    const { publicTitle: title, number, category, paragraphs } = item
    parts.splice(place + 1, 0, { kind: 'hidden', title, number, category, paragraphs })
  })
  return parts
}
