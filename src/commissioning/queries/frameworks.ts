import { type SqlBool, sql } from 'kysely'
import type { Guarded } from '#governance/public.ts'
import { findBodiesById, findPeopleNames } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { ledPaths } from '../framework-paths.ts'
import type { CommissioningDuty } from '../rules/duty.ts'
import { type Phase, stageOf } from '../rules/framework.ts'
import type { LedRecord } from './led-records.ts'

type Day = Temporal.PlainDate

/** A stage of a version of a framework (C1). */
export interface Stage {
  readonly id: string
  readonly position: number
  readonly phase: Phase
  readonly name: string
  /** What must be there before it begins; '' for nothing. */
  readonly entry: string
  /** Who signs it off, in words. */
  readonly gate: string
  /** Under which delegation; undefined: by a decision of the board. */
  readonly delegation: string | undefined
  readonly template: string
  readonly templateAt: string
}

/** A standard by which services are checked. */
export interface Standard {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly asks: string
}

/** A version of a framework with what it says. */
export interface Edition {
  readonly id: string
  readonly number: number
  readonly why: string
  /** Undefined: it is written. */
  readonly adoptedOn: Day | undefined
  readonly stages: readonly Stage[]
  readonly standards: readonly Standard[]
}

/** The versions of a framework, the first first. */
export async function findEditions(reader: Reader, framework: string): Promise<readonly Edition[]> {
  const of = <Table extends 'framework_version' | 'stage' | 'standard'>(table: Table) =>
    reader.selectFrom(`commissioning.${table}` as 'commissioning.stage').where('framework', '=', framework)
  const [versions, stages, standards] = await Promise.all([
    reader.selectFrom('commissioning.framework_version').selectAll().where('framework', '=', framework).orderBy('number').execute(),
    of('stage').selectAll().orderBy('position').execute(),
    reader.selectFrom('commissioning.standard').selectAll().where('framework', '=', framework).orderBy('position').execute(),
  ])
  return versions.map(({ id, number, why, adopted_on }) => ({
    ...{ id, number, why, adoptedOn: adopted_on ?? undefined },
    stages: stages
      .filter(({ edition }) => edition === id)
      .map((row) => ({
        ...{ id: row.id, position: row.position, phase: row.phase as Phase, name: row.name, entry: row.entry, gate: row.gate },
        ...{ delegation: row.delegation ?? undefined, template: row.template, templateAt: row.template_at },
      })),
    standards: standards
      .filter(({ edition }) => edition === id)
      .map(({ id: standard, position, name, asks }) => ({ id: standard, position, name, asks })),
  }))
}

/** A case with the gates that it passed. */
export interface FrameworkCase {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly service: string | undefined
  readonly strategy: string | undefined
  readonly begunOn: Day
  readonly passed: readonly { readonly stage: string; readonly passedOn: Day; readonly signedBy: string; readonly said: string }[]
}

/** The cases of a framework, the latest first. */
export async function findCases(reader: Reader, framework: string): Promise<readonly FrameworkCase[]> {
  const [cases, gates] = await Promise.all([
    reader
      .selectFrom('commissioning.framework_case')
      .selectAll()
      .where('framework', '=', framework)
      .orderBy('begun_on', 'desc')
      .orderBy('id')
      .execute(),
    reader
      .selectFrom('commissioning.gate_passed')
      .selectAll()
      .select(sql<string | null>`commissioning.gate_decided_by(id)`.as('decided_by'))
      .where('framework', '=', framework)
      .orderBy('passed_on')
      .execute(),
  ])
  const names = await findPeopleNames(
    reader,
    gates.flatMap(({ signed_by }) => signed_by ?? []),
  )
  const others = gates.flatMap(({ body, decided_by }) => (decided_by === null || decided_by === body ? [] : [decided_by]))
  const last = gates.at(-1)
  const bodies = new Map(last ? (await findBodiesById(reader, others, last.passed_on)).map(({ id, name }) => [id, name]) : [])
  const byWhom = ({ signed_by, decided_by }: (typeof gates)[number]): string =>
    signed_by === null ? (bodies.get(decided_by ?? '') ?? 'The board') : (names.get(signed_by) ?? 'A person')
  return cases.map((row) => ({
    ...{ id: row.id, edition: row.edition, title: row.title, service: row.service ?? undefined, strategy: row.strategy ?? undefined },
    begunOn: row.begun_on,
    passed: gates
      .filter(({ of_case }) => of_case === row.id)
      .map((gate) => ({ stage: gate.stage, passedOn: gate.passed_on, signedBy: byWhom(gate), said: gate.said })),
  }))
}

/** The body that holds the delegation of a gate on a day, by whose decision it is passed, too; undefined: none does. */
export async function findGateBody(
  reader: Reader,
  delegation: string | undefined,
  onDay: Day,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  if (delegation === undefined) return undefined
  const { id } = await reader
    .selectNoFrom(sql<string | null>`commissioning.gate_body(${delegation}::uuid, ${onDay.toString()}::date)`.as('id'))
    .executeTakeFirstOrThrow()
  return id === null ? undefined : (await findBodiesById(reader, [id], onDay))[0]
}

/** A check of a service by a standard. */
export interface StandardCheck {
  readonly standard: string
  readonly service: string
  readonly met: 'yes' | 'partly' | 'no'
  readonly evidence: string
  readonly checkedOn: Day
}

/** The checks under a framework, the latest first. */
export async function findChecks(reader: Reader, framework: string): Promise<readonly StandardCheck[]> {
  const rows = await reader
    .selectFrom('commissioning.standard_check')
    .select(['standard', 'service', 'met', 'evidence', 'checked_on as checkedOn'])
    .where('framework', '=', framework)
    .orderBy('checked_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(({ met, ...row }) => ({ ...row, met: met as StandardCheck['met'] }))
}

/** The gate that a case waits at. */
export interface WaitingGate {
  /** Of the case. */
  readonly id: string
  readonly version: number
  readonly record: LedRecord
  readonly of: FrameworkCase
  readonly stage: Stage
  /** Who asks, where the gate is theirs to sign today. */
  readonly me: string | undefined
}

/** The gate that a case waits at. @throws NotFound where there is no such case, or it went through all stages */
export async function findWaitingGate(reader: Reader, record: LedRecord, of: string, today: Day): Promise<WaitingGate> {
  const [cases, editions, mine] = await Promise.all([
    findCases(reader, record.id),
    findEditions(reader, record.id),
    findMyGates(reader, record.id, today),
  ])
  const found = cases.find(({ id }) => id === of)
  const stage = found && stageOf(editions.find(({ id }) => id === found.edition)?.stages ?? [], found.passed)
  if (!found || !stage) throw new NotFound('No such case, or it went through all stages.')
  return { id: found.id, version: record.version, record, of: found, stage, me: mine.get(stage.id) }
}

/** The stages of a framework whose gates whoever asks may sign today, each with that person. */
export async function findMyGates(reader: Reader, framework: string, today: Day): Promise<ReadonlyMap<string, string>> {
  const rows = await reader
    .selectFrom('commissioning.stage')
    .select('id')
    .select(sql<string>`commissioning.my_person()`.as('me'))
    .where('framework', '=', framework)
    .where('delegation', 'is not', null)
    .where(sql<SqlBool>`commissioning.holds_gate(delegation, commissioning.my_person(), ${today.toString()}::date)`)
    .execute()
  return new Map(rows.map(({ id, me }) => [id, me]))
}

/** What the matrix knows of a gate: whoever holds its delegation leads it. */
export const guardedGate = ({ record, me }: Pick<WaitingGate, 'record' | 'me'>): Guarded => ({
  ...{ record: 'framework-gate', state: record.sight, ties: { body: record.body, leads: me === undefined ? [] : [me] } },
})

/** The gates that wait for a person who holds their delegation: of each case the first that is not passed. */
export async function findGatesToSign(reader: Reader, person: string, today: Day): Promise<readonly CommissioningDuty[]> {
  const rows = await reader
    .selectFrom('commissioning.framework_case as c')
    .innerJoin('commissioning.stage as s', 's.edition', 'c.edition')
    .select(['c.id', 'c.framework', 'c.body', 'c.title', 's.name'])
    .where('s.delegation', 'is not', null)
    .where(
      sql<SqlBool>`s.position = (select min(e.position) from commissioning.stage e where e.edition = c.edition
        and not exists (select from commissioning.gate_passed g where g.of_case = c.id and g.stage = e.id))`,
    )
    .where(sql<SqlBool>`commissioning.holds_gate(s.delegation, ${person}::uuid, ${today.toString()}::date)`)
    .orderBy('c.begun_on')
    .orderBy('c.id')
    .execute()
  return rows.map(({ id, framework, body, title, name }) => ({
    ...{ text: `Sign off the stage ${name}: ${title}`, href: ledPaths.step('framework', framework, `cases/${id}/sign`), body },
  }))
}
