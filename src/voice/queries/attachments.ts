import { findMatters } from '#meetings/public-data.ts'
import { findOutcome, findPriority } from '#plans/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { Source } from './views.ts'

/** What a voice can be brought to. */
export const targetKinds = ['item', 'decision', 'priority', 'outcome'] as const
/** One of them. */
export type TargetKind = (typeof targetKinds)[number]

/** That a voice was brought to a matter (S4). */
export interface Attachment {
  readonly id: string
  readonly source: Source
  readonly theme: string | null
  readonly kind: TargetKind
  readonly target: string
  /** What it says about that. */
  readonly why: string
  readonly on: Temporal.PlainDate
}

function attachments(reader: Reader) {
  return reader
    .selectFrom('voice.attachment')
    .select(['id', 'body', 'event', 'consultation', 'theme', 'item', 'decision', 'priority', 'outcome', 'why', 'attached_on as on'])
    .where('ended_on', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof attachments>['execute']>>[number]

function attachmentOf({ body, event, consultation, item, decision, priority, outcome, ...row }: Row): Attachment {
  const targets = { item, decision, priority, outcome }
  const kind = targetKinds.find((name) => targets[name] !== null) ?? 'item'
  const source: Source = { kind: event === null ? 'consultation' : 'event', id: event ?? consultation ?? '', body }
  return { ...row, source, kind, target: targets[kind] ?? '' }
}

/** To what a board's voices were brought, as far as one may see both ends. */
export async function findAttachmentsOfBoard(reader: Reader, body: string): Promise<readonly Attachment[]> {
  return (await attachments(reader).where('body', '=', body).orderBy('id').execute()).map(attachmentOf)
}

/** To what the voices of one source were brought. */
export async function findAttachmentsOf(reader: Reader, { kind, id }: Pick<Source, 'kind' | 'id'>): Promise<readonly Attachment[]> {
  const column = kind === 'event' ? 'event' : 'consultation'
  return (await attachments(reader).where(column, '=', id).orderBy('id').execute()).map(attachmentOf)
}

/** The voices that were brought to one record, in the order in which they were. */
export async function findAttachmentsTo(reader: Reader, { kind, id }: { readonly kind: TargetKind; readonly id: string }) {
  return (await attachments(reader).where(kind, '=', id).orderBy('attached_on').orderBy('id').execute()).map(attachmentOf)
}

/** One attachment that still holds. @throws NotFound */
export async function findAttachment(reader: Reader, id: string): Promise<Attachment> {
  const row = isUuid(id) ? await attachments(reader).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such link.')
  return attachmentOf(row)
}

/** A matter with its words and its page. */
export interface NamedTarget {
  readonly title: string
  readonly href: string
  /** The day of a decision or of a meeting; null for what stands in plans. */
  readonly on: Temporal.PlainDate | null
}

/** Decisions with their words and pages, by id; those that the reader may not see are left out. */
export async function nameDecisions(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, NamedTarget>> {
  const matters = await findMatters(reader, { ids })
  return new Map(matters.map(({ id, title, href, on }) => [id, { title, href, on }]))
}

/** What attachments lead to, by the id of the matter; what the reader may not see is left out. */
export async function nameTargets(
  reader: Reader,
  list: readonly Pick<Attachment, 'kind' | 'target'>[],
): Promise<ReadonlyMap<string, NamedTarget>> {
  const ids = (...kinds: readonly TargetKind[]) => [...new Set(list.filter(({ kind }) => kinds.includes(kind)).map(({ target }) => target))]
  const matters = await findMatters(reader, { ids: ids('item', 'decision') })
  const rows = [
    ...(await Promise.all(ids('priority').map((id) => findPriority(reader, id)))),
    ...(await Promise.all(ids('outcome').map((id) => findOutcome(reader, id)))),
  ]
  return new Map<string, NamedTarget>([
    ...matters.map(({ id, title, href, on }) => [id, { title, href, on }] as const),
    ...rows.flatMap((row) => (row ? [[row.id, { title: row.title, href: row.href, on: null }] as const] : [])),
  ])
}
