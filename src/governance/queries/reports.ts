import type { Reader } from '#platform/database/session.ts'
import { type ReportStanding, reportEvery, reportStanding } from '../rules/report-cadence.ts'
import { type BodyRelation, findRelations } from './relations.ts'

/** A report that was made. */
export interface ReportMade {
  readonly madeOn: Temporal.PlainDate
  readonly note: string
}

/** How one body keeps up its reports to another. */
export interface Reporting extends ReportStanding {
  readonly relation: BodyRelation
  /** Whether the months are written or follow from being a sub-group; undefined where nothing can be counted. */
  readonly basis: 'written' | 'sub-group' | undefined
  readonly last: ReportMade | undefined
}

/**
 * How reports from and to a body stand on a day; of all bodies where none is given. A sub-group that also reports under another relation to the same
 * body is counted once, by what is written.
 */
export async function findReporting(reader: Reader, today: Temporal.PlainDate, body?: string): Promise<readonly Reporting[]> {
  const relations = await findRelations(reader, today, body)
  const counted = relations.filter((relation) => {
    const every = reportEvery(relation)
    if (every === undefined) return ['accountable-to', 'reports-to'].includes(relation.kind)
    return every.basis === 'written' || !relations.some((other) => isSamePair(relation, other) && reportEvery(other)?.basis === 'written')
  })
  const ids = counted.map(({ id }) => id)
  const made =
    ids.length === 0
      ? []
      : await reader.selectFrom('governance.report_made').selectAll().where('relation', 'in', ids).orderBy('made_on', 'desc').execute()
  return counted.map((relation): Reporting => {
    const every = reportEvery(relation)
    const latest = made.find((report) => report.relation === relation.id)
    const last = latest && { madeOn: latest.made_on, note: latest.note }
    return { ...reportStanding(every?.months, relation.startsOn, last?.madeOn, today), relation, basis: every?.basis, last }
  })
}

function isSamePair(one: BodyRelation, other: BodyRelation): boolean {
  return one.from.id === other.from.id && one.to.id === other.to.id
}

/** A report that is overdue, for the clerk of the body that owes it. */
export interface ReportDue {
  readonly relation: string
  readonly slug: string
  readonly to: string
  readonly dueOn: Temporal.PlainDate
}

/** Reports that bodies whose clerk one is owe by a written cadence and have not made in time, the longest overdue first. */
export async function findReportsDue(reader: Reader, clerkOf: readonly string[], today: Temporal.PlainDate): Promise<readonly ReportDue[]> {
  if (clerkOf.length === 0) return []
  return (await findReporting(reader, today))
    .flatMap(({ relation, state, dueOn }) =>
      state === 'overdue' && dueOn !== undefined && clerkOf.includes(relation.from.id)
        ? [{ relation: relation.id, slug: relation.from.slug, to: relation.to.name, dueOn }]
        : [],
    )
    .toSorted((a, b) => Temporal.PlainDate.compare(a.dueOn, b.dueOn))
}
