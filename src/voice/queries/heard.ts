import { findMatters, type Matter } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { voicePaths } from '../paths.ts'
import { type BroughtVoice, countHeard, type HeardCount, heardBefore } from '../rules/heard.ts'
import { type Attachment, findAttachmentsOfBoard, type NamedTarget } from './attachments.ts'
import type { VoiceEvent } from './events.ts'

/** A source of voices by what is needed to say when a board last heard one. */
export interface NamedSource {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly hasChildren: boolean
}

/** What a board's voices were brought to over a span: everything that was decided, and the voices, as far as the reader may see both. */
export interface HeardRecord {
  readonly matters: readonly Matter[]
  readonly attachments: readonly Attachment[]
}

/** Reads what S4 counts, for a span that is half-open; what is still to come is left out. */
export async function findHeardRecord(
  reader: Reader,
  body: string,
  span: { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate },
): Promise<HeardRecord> {
  const [matters, attachments] = await Promise.all([findMatters(reader, { body, ...span }), findAttachmentsOfBoard(reader, body)])
  return { matters, attachments }
}

/** Of a board's decisions of this year and of the last, how many had heard a view before (S4), as far as whoever asks may see both. */
export async function findDecisionsHeard(
  reader: Reader,
  body: string,
  today: Temporal.PlainDate,
): Promise<{ readonly year: number; readonly now: HeardCount; readonly before: HeardCount }> {
  const [from, turn] = [Temporal.PlainDate.from({ year: today.year - 1, month: 1, day: 1 }), today.with({ month: 1, day: 1 })]
  const [matters, attachments] = await Promise.all([
    findMatters(reader, { body, from, until: today.add({ days: 1 }), only: 'decision' }),
    findAttachmentsOfBoard(reader, body),
  ])
  const voices = broughtVoices(attachments)
  const isNow = ({ on }: Matter): boolean => Temporal.PlainDate.compare(on, turn) >= 0
  const before = matters.filter((matter) => !isNow(matter))
  return { year: today.year, now: countHeard(matters.filter(isNow), voices), before: countHeard(before, voices) }
}

/** Attachments as the rule counts them: those to matters of meetings. */
export function broughtVoices(attachments: readonly Attachment[]): readonly BroughtVoice[] {
  return attachments.filter(({ kind }) => kind === 'item' || kind === 'decision').map(({ target, on }) => ({ matter: target, on }))
}

/** The latest matter that had a view of children before it, and the one from whom; undefined where none had. */
export function lastHeard({ matters, attachments }: HeardRecord, sources: readonly NamedSource[]) {
  const ofChildren = attachments.filter(({ source }) => sources.some(({ id, hasChildren }) => id === source.id && hasChildren))
  for (const matter of matters) {
    const brought = ofChildren.filter(({ target }) => target === matter.id || target === matter.item)
    if (heardBefore(matter, broughtVoices(brought)) !== 'before') continue
    const first = brought.find(({ on }) => Temporal.PlainDate.compare(on, matter.on) < 0)
    const source = sources.find(({ id }) => id === first?.source.id)
    if (source)
      return { title: matter.title, href: matter.href, on: matter.on, source: { title: source.title, href: source.href, on: null } }
  }
  return undefined
}

/** The latest event at which children were heard. */
export function lastEventOfChildren(events: readonly VoiceEvent[]): NamedTarget | undefined {
  const event = events.find(({ whose }) => whose.includes('children'))
  return event && { title: event.title, href: voicePaths.event(event.id), on: event.heldOn }
}
