import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { noteTokenUse, type TokenScope } from '#platform/access-token.ts'
import { newId } from '#platform/database/ids.ts'
import { type Database, type Writer, writeAs } from '#platform/database/session.ts'
import { Forbidden } from '#platform/refusals.ts'
import { fail, type Result, succeed } from '#platform/result.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import type { DeliveryInput } from '../forms/delivery.ts'
import { demand, guardedMeasure } from '../permission.ts'
import { agenciesOf } from '../queries/givable.ts'
import { findGivers } from '../queries/givers.ts'
import { findMeasure } from '../queries/measure.ts'
import { type DeliveryProblem, readDelivery } from '../rules/delivery.ts'
import type { FigureEffect } from '../rules/figure.ts'
import { areaName, definitionFor, type Measure } from '../rules/measure.ts'
import { periodWords } from '../rules/period.ts'
import type { FigureShown } from '../rules/protect.ts'
import { markReturnsGiven } from './returns-given.ts'
import { storeFigures } from './store-figures.ts'

/** The token under which a program brings figures, and the key of its own by which it knows the request again. */
export interface ByProgram {
  readonly token: string
  readonly scope: TokenScope
  readonly key: string
}

/** What became of the figures of a request, in its order. */
export interface Delivered {
  readonly new: number
  readonly revised: number
  readonly unchanged: number
  readonly figures: readonly {
    readonly period: string
    /** By name; '' for the whole. */
    readonly area: string
    readonly split: string
    readonly part: string
    readonly effect: FigureEffect['kind']
    /** What the protection of small numbers does with it. */
    readonly shown: FigureShown
  }[]
  /** True where they wait for the clerk of the board; provisional ones are for the board in any case. */
  readonly waits: boolean
}

/**
 * Stores the figures that a program brings for one measure, all of them or none (I2), as whoever made its token: never beyond the token's scope, nor beyond
 * what they give themselves today. The same key with the same figures answers as before and stores nothing; keys are remembered for 31 days.
 * @throws NotFound for a measure that its owner may not know of, Forbidden for one whose figures they do not give, or that the token does not name
 */
export async function deliverFigures(
  needs: { readonly db: Database },
  doer: Doer,
  by: ByProgram,
  measure: string,
  input: DeliveryInput,
): Promise<Result<{ readonly delivered: Delivered; readonly isRepeated: boolean }, DeliveryProblem>> {
  return writeAs(needs.db, doer, async (tx) => {
    const found = await findMeasure(tx, measure)
    const standing = await demand(tx, doer, guardedMeasure(found, await findGivers(tx, found)), 'give')
    if (!(await isWithin(tx, by.scope, found))) throw new Forbidden('This token gives figures of something else.')
    const { ended } = await tx
      .selectNoFrom([sql<boolean>`performance.is_ended(${by.token}::uuid, ${found.id}::uuid)`.as('ended')])
      .executeTakeFirstOrThrow()
    if (ended) throw new Forbidden('The right of this token to that measure was ended.')
    const digest = createHash('sha256')
      .update(JSON.stringify([measure, input]))
      .digest('hex')
    const before = await findBefore(tx, doer, by.key)
    if (before !== undefined)
      return before.digest === digest ? succeed({ delivered: before.outcome, isRepeated: true }) : fail(ofRequest('key-used'))
    if (found.withdrawnOn !== null) return fail(ofRequest('no-longer-kept'))
    const publishes = standing.clerkOf.has(found.body)
    const stored = await storeAll(tx, doer, { measure: found, input, publishes, person: standing.person?.id })
    if (!stored.ok) return stored
    await remember(tx, doer, by, { body: found.body, measure: found.id, digest, outcome: stored.value })
    const { new: added, revised, unchanged } = stored.value
    await noteTokenUse(tx, doer.actor, by.token, `measure ${measure}: ${added} new, ${revised} revised, ${unchanged} unchanged`)
    return succeed({ delivered: stored.value, isRepeated: false })
  })
}

const ofRequest = (code: string): DeliveryProblem => ({ figure: -1, field: '', value: '', code, asked: false })

/** Whether a token may give figures of a measure: of this one, or of an agency whose figures they are. */
async function isWithin(tx: Writer, scope: TokenScope, measure: Measure): Promise<boolean> {
  if (scope.may !== 'figures') return false
  if (scope.of.type === 'measure') return scope.of.id === measure.id
  return (await agenciesOf(tx, [measure])).get(measure.id)?.has(scope.of.id) ?? false
}

interface Giving {
  readonly measure: Measure
  readonly input: DeliveryInput
  readonly publishes: boolean
  readonly person: string | undefined
}

async function storeAll(
  tx: Writer,
  doer: Doer,
  { measure, input, publishes, person }: Giving,
): Promise<Result<Delivered, DeliveryProblem>> {
  const { rows, problems } = readDelivery(input.figures, measure, doer.today)
  const [first, ...more] = problems
  if (first) return fail(first, ...more)
  const stored = await storeFigures(tx, doer, rows, { how: 'api', reason: input.reason, publishes })
  if (!stored.ok) {
    const [{ code, at }] = stored.problems
    return fail({
      figure: at,
      field: code === 'reason-needed' ? 'reason' : rows[at]?.figure.cell.area ? 'area' : 'part',
      value: '',
      code,
      asked: false,
    })
  }
  const { new: added, revised, unchanged, effects, shown } = stored.value
  await markReturnsGiven(
    tx,
    doer,
    person,
    rows.map(({ figure: { period } }) => ({ measure: measure.id, period })),
  )
  return succeed({
    ...{ new: added, revised, unchanged, waits: !publishes || measure.sight !== 'public' },
    figures: rows.map(({ figure: { period, cell } }, at) => ({
      ...{ period: periodWords(period), area: areaName(definitionFor(measure, period), cell), split: cell.dimension, part: cell.category },
      effect: effects[at] ?? 'unchanged',
      shown: shown[at] ?? 'shown',
    })),
  })
}

/** What came of a key before; two requests under one key take turns. */
async function findBefore(
  tx: Writer,
  doer: Doer,
  key: string,
): Promise<{ readonly digest: string; readonly outcome: Delivered } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`performance.delivery ${doer.actor} ${key}`}, 0))`.execute(tx)
  await tx
    .deleteFrom('performance.upload')
    .where('asked_key', 'is not', null)
    .where('made_at', '<', doer.now.subtract({ hours: 24 * 31 }))
    .execute()
  const row = await tx
    .selectFrom('performance.upload')
    .select(['digest', 'outcome'])
    .where('asked_key', '=', key)
    .where('actor', '=', doer.actor)
    .executeTakeFirst()
  return row && { digest: row.digest, outcome: row.outcome as unknown as Delivered }
}

/** Keeps what came of a key; the figures themselves are not kept a second time. */
async function remember(
  tx: Writer,
  doer: Doer,
  { token, key }: ByProgram,
  {
    body,
    measure,
    digest,
    outcome,
  }: { readonly body: string; readonly measure: string; readonly digest: string; readonly outcome: Delivered },
): Promise<void> {
  await tx
    .insertInto('performance.upload')
    .values({
      ...{ id: newId(), body, measure, digest, token, asked_key: key, file_name: 'By a program', made_at: doer.now, loaded_at: doer.now },
      ...{ content: '[]', outcome: JSON.stringify(outcome) },
    })
    .execute()
}
