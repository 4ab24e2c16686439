import { sql } from 'kysely'
import type { Reader } from '#platform/database/session.ts'
import type { ContentClass } from '../rules/access.ts'
import { type Stand, type StandStanding, standStanding } from '../rules/agreement.ts'
import { findNames } from './names.ts'

/** What somebody else with parental responsibility says against an agreement, and what was decided of it. */
export interface StandRecord extends Stand {
  readonly id: string
  readonly saidBy: string
  readonly entitledHow: string
  readonly words: string
  readonly saidOn: Temporal.PlainDate
  readonly evidence: string
  readonly recordedBy: string
  readonly because: string
  readonly toldHow: string
  readonly settledAt: Temporal.Instant | null
  readonly settledByName: string
  readonly endedAt: Temporal.Instant | null
  readonly endedHow: string
  readonly organisationNames: readonly string[]
  readonly standing: StandStanding
  readonly version: number
}

/** Disagreements about what a family agreed to, the latest first; none where whoever asks does not look, or may not. */
export async function findStands(reader: Reader, episode: string): Promise<readonly StandRecord[]> {
  const rows = await reader
    .selectFrom('casework.agreement_stand')
    .select(['id', 'said_by as saidBy', 'entitled_how as entitledHow', 'stance', 'organisations', 'classes', 'words', 'said_on as saidOn'])
    .select(['evidence', 'recorded_by as recordedBy', 'verdict', 'because', 'told_how as toldHow', 'settled_by as settledBy'])
    .select(['settled_at as settledAt', 'ended_at as endedAt', 'ended_how as endedHow', 'version'])
    .where('episode', '=', episode)
    .orderBy('recorded_at', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.flatMap(({ organisations, settledBy }) => [...organisations, settledBy]),
  )
  return rows.map(({ verdict, settledBy, ...row }) => {
    const facts = { verdict: (verdict as Stand['verdict'] | null) ?? undefined, isEnded: row.endedAt !== null }
    return {
      ...row,
      ...facts,
      stance: row.stance as Stand['stance'],
      classes: row.classes as readonly ContentClass[],
      organisationNames: row.organisations.map((id) => names.get(id) ?? ''),
      settledByName: names.get(settledBy ?? '') ?? '',
      standing: standStanding(facts),
    }
  })
}

/** Disagreements that wait for whoever asks to settle them: ids and no word of a family. */
export async function findStandsWaiting(reader: Reader) {
  return reader
    .selectFrom(sql<{ id: string; episode: string }>`casework.stands_waiting()`.as('waiting'))
    .select(['waiting.id', 'waiting.episode'])
    .execute()
}

/** Families that one leads whose agreement ran out, or does so soon, with the first day on which it no longer holds. */
export async function findAgreementsToRenew(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom(
      sql<{ episode: string; holds_until: Temporal.PlainDate }>`casework.agreements_to_renew(${today.toString()}::date)`.as('renewal'),
    )
    .select(['renewal.episode', 'renewal.holds_until as holdsUntil'])
    .execute()
}

/** The day of the latest review after another at which the family renewed what it agreed to; undefined where there is none, or one records no agreements here. */
export async function findRenewedAtReview(
  reader: Reader,
  episode: string,
  since: Temporal.PlainDate,
): Promise<Temporal.PlainDate | undefined> {
  const { day } = await reader
    .selectNoFrom(sql<Temporal.PlainDate | null>`casework.renewed_at_review(${episode}::uuid, ${since.toString()}::date)`.as('day'))
    .executeTakeFirstOrThrow()
  return day ?? undefined
}
