import type { Context } from 'hono'
import { z } from 'zod'
import type { Standing } from '#governance/public.ts'
import { type BodySummary, findBodiesById, findStanding } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { optionalDay } from '#platform/web/day-fields.ts'
import { formsWith } from '#platform/web/endpoints.tsx'
import { isUuid, parseForm } from '#platform/web/fields.ts'
import { dayValues, type FormState, formState } from '#platform/web/forms.ts'
import type { AppEnv, Visit } from '#platform/web/visit.ts'
import { findNearestDay, findNode } from '../queries/nodes.ts'
import type { NodeRef, ThreadNode } from '../rules/node.ts'
import { type ThreadWords, threadProblemWords } from '../words/thread.ts'

/** A part of an address; '' where there is none. */
export const part = (c: Context<AppEnv, string>, name: string): string => c.req.param(name) ?? ''

/** A request about one record of the thread. */
export interface AskedRecord {
  readonly reader: Reader
  readonly visit: Visit
  readonly standing: Standing
  readonly node: ThreadNode
  /** The board that it belongs to; undefined for none. */
  readonly board: BodySummary | undefined
}

/** The record that an address names; undefined where it can name none. */
function refAsked(c: Context<AppEnv, string>): NodeRef | undefined {
  const ref: NodeRef = { kind: part(c, 'kind'), id: part(c, 'id').toLowerCase() }
  return isUuid(ref.id) && /^[a-z-]{1,40}$/.test(ref.kind) ? ref : undefined
}

/** The day on which the record of an address is shown where nobody asked for one: a plan that ended is shown as it last stood. @throws NotFound */
export async function dayOfRecord(reader: Reader, c: Context<AppEnv, string>): Promise<Temporal.PlainDate> {
  const ref = refAsked(c)
  const day = ref && (await findNearestDay(reader, ref, c.get('visit').today))
  if (day === undefined) throw new NotFound('No such record on the thread.')
  return day
}

/** The record that an address names, as whoever asks may see it on that day. @throws NotFound */
export async function recordAsked(reader: Reader, c: Context<AppEnv, string>, day: Temporal.PlainDate): Promise<AskedRecord> {
  const ref = refAsked(c)
  const node = ref && (await findNode(reader, ref, day))
  if (node === undefined) throw new NotFound('No such record on the thread.')
  const visit = c.get('visit')
  const standing = await findStanding(reader, visit)
  return { reader, visit, standing, node, board: await boardOf(reader, node.body, visit.today) }
}

/** The day behind the question mark of an address, with the form that asks for another; `usual` where none is named or it is no day. */
export async function dayAsked(
  c: Context<AppEnv, string>,
  usual: () => Temporal.PlainDate | Promise<Temporal.PlainDate>,
): Promise<{ readonly day: Temporal.PlainDate; readonly form: FormState; readonly status: 200 | 422 }> {
  const asked = c.req.query()
  const parsed = parseForm(z.object({ on: optionalDay() }), asked)
  const day = (parsed.ok ? parsed.value.on : undefined) ?? (await usual())
  const values = Object.keys(asked).some((name) => name.startsWith('on')) ? asked : dayValues('on', day)
  return { day, form: formState(values, parsed.ok ? [] : parsed.problems, threadProblemWords), status: parsed.ok ? 200 : 422 }
}

/** A board as it is on a day; undefined for none. */
export async function boardOf(reader: Reader, id: string | undefined, day: Temporal.PlainDate): Promise<BodySummary | undefined> {
  return id === undefined ? undefined : (await findBodiesById(reader, [id], day))[0]
}

/** The address of a record's own page; undefined for a kind that no part of the house records. */
export function ownAddress(words: ThreadWords, node: ThreadNode, board: BodySummary | undefined): string | undefined {
  return words.kinds.get(node.kind)?.address(node.id, board?.slug ?? '')
}

/** Puts a form of the thread at an address. */
export const threadFormAt = formsWith(threadProblemWords)
