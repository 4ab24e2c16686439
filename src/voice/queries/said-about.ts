import { findBodiesById } from '#governance/public-data.ts'
import { findMatters, listConsultations, type Matter } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { voicePaths } from '../paths.ts'
import { broughtWhen, type Heard } from '../rules/heard.ts'
import type { Whose } from '../rules/voice.ts'
import { type Attachment, findAttachmentsTo, type TargetKind } from './attachments.ts'
import { findEvents } from './events.ts'
import { findExercises } from './said.ts'
import { findClearedWords, type View } from './views.ts'

/** A voice that was brought to a record, with a few of its words. */
export interface BroughtWords {
  readonly attachment: Attachment
  readonly title: string
  readonly href: string
  readonly whose: readonly Whose[]
  /** Whether it was there before the matter was decided; undefined for what stands in plans, and for what is still to come. */
  readonly when: Heard | undefined
  readonly words: readonly View[]
}

/** A record by its kind and id. */
export interface SaidAboutTarget {
  readonly kind: TargetKind
  readonly id: string
}

/** How many words of one voice are shown with a record; the rest stand on the page of the voice. */
const WORDS_SHOWN = 2

/** What people said that was brought to a record, as far as one may see both: a decision also shows what was brought to its item (S4). */
export async function findSaidAbout(
  reader: Reader,
  { kind, id }: SaidAboutTarget,
  today: Temporal.PlainDate,
): Promise<{ readonly matter: Matter | undefined; readonly brought: readonly BroughtWords[] }> {
  const [matter] = kind === 'item' || kind === 'decision' ? await findMatters(reader, { ids: [id] }) : []
  const item = matter?.item ?? null
  const targets: readonly SaidAboutTarget[] = [{ kind, id }, ...(item === null ? [] : [{ kind: 'item' as const, id: item }])]
  const all = (await Promise.all(targets.map((target) => findAttachmentsTo(reader, target)))).flat()
  const attachments = all.filter((one, index) => all.findIndex(({ source, theme }) => isSame(one, { source, theme })) === index)
  if (attachments.length === 0) return { matter, brought: [] }
  const ofKind = (wanted: string) => attachments.flatMap(({ source }) => (source.kind === wanted ? [source.id] : []))
  const [events, exercises, views, bodies] = await Promise.all([
    findEvents(reader, ofKind('event')),
    findExercises(reader, ofKind('consultation')),
    findClearedWords(
      reader,
      attachments.map(({ source }) => source),
    ),
    findBodiesById(reader, [...new Set(attachments.map(({ source }) => source.body))], today),
  ])
  const whenOf = (one: Attachment) =>
    matter && Temporal.PlainDate.compare(matter.on, today) <= 0 ? broughtWhen(matter.on, one.on) : undefined
  const brought = attachments.map(async (attachment): Promise<BroughtWords | undefined> => {
    const { source, theme } = attachment
    const own = views.filter((view) => view.source.id === source.id && (theme === null || view.theme === theme)).slice(0, WORDS_SHOWN)
    const base = { attachment, when: whenOf(attachment), words: own }
    const event = events.find((one) => one.id === source.id)
    if (event) return { ...base, title: event.title, href: voicePaths.event(event.id), whose: event.whose }
    const exercise = exercises.find(({ consultation }) => consultation === source.id)
    const slug = bodies.find((body) => body.id === source.body)?.slug
    if (!exercise || slug === undefined) return undefined
    const asked = (await listConsultations(reader, source.body)).find(({ id: consultation }) => consultation === source.id)
    return asked && { ...base, title: asked.title, href: voicePaths.said(slug, source.id), whose: exercise.whose }
  })
  return { matter, brought: (await Promise.all(brought)).filter((one) => one !== undefined) }
}

const isSame = (one: Attachment, other: Pick<Attachment, 'source' | 'theme'>): boolean =>
  one.source.id === other.source.id && one.theme === other.theme
