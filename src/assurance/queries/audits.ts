import type { Guarded } from '#governance/public.ts'
import { findBodiesById, findPeopleNames, listOrganisations } from '#governance/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { NotFound } from '#platform/refusals.ts'
import { isUuid } from '#platform/web/fields.ts'
import type { StandardResult, ToolkitScore } from '../rules/audit.ts'
import type { Sight } from './recommendations.ts'

/** How far a round has come. */
export type RoundState = 'draft' | 'open' | 'moderation' | 'reported'

/** A toolkit in one version. */
export interface Toolkit {
  readonly id: string
  readonly title: string
  readonly number: number
  readonly source: string
  readonly scores: readonly ToolkitScore[]
  readonly passMark: number
  readonly standards: readonly { readonly key: string; readonly title: string; readonly question: string }[]
}

/** A round as lists show it. */
export interface RoundLine {
  readonly id: string
  readonly body: string
  readonly bodyName: string
  readonly slug: string
  readonly sight: Sight
  readonly title: string
  readonly state: RoundState
  readonly opensOn: Temporal.PlainDate
  readonly dueOn: Temporal.PlainDate
  readonly reportedOn: Temporal.PlainDate | undefined
}

/** An agency that is asked. */
export interface RoundAgency {
  readonly organisation: string
  readonly name: string
  readonly lead: string | undefined
  readonly leadName: string
  readonly moderator: string | undefined
  readonly moderatorName: string
  readonly invitedOn: Temporal.PlainDate | undefined
  readonly remindedOn: Temporal.PlainDate | undefined
  readonly submittedOn: Temporal.PlainDate | undefined
  readonly version: number
  /** One a standard, in their order; what whoever reads may not see is undefined. */
  readonly results: readonly RoundResult[]
}

/** One standard of one agency, with its evidence. */
export interface RoundResult extends StandardResult {
  readonly evidence: string
  readonly link: string
  readonly reason: string
}

/** What an agency does about a standard. */
export interface AuditAction {
  readonly id: string
  readonly organisation: string
  readonly standard: string
  readonly because: 'moderated' | 'self'
  readonly text: string
  readonly lead: string
  readonly dueOn: Temporal.PlainDate | undefined
  readonly doneOn: Temporal.PlainDate | undefined
  readonly version: number
}

/** A round with everything that whoever reads may see of it. */
export interface Round extends RoundLine {
  readonly toolkit: Toolkit
  readonly passMark: number
  readonly previous: string | undefined
  readonly summary: string
  readonly takenBackReason: string
  readonly version: number
  readonly agencies: readonly RoundAgency[]
  readonly actions: readonly AuditAction[]
}

/** The toolkits of a board, the newest version first. */
export async function listToolkits(reader: Reader, body: string): Promise<readonly Toolkit[]> {
  const found = await reader
    .selectFrom('assurance.toolkit')
    .selectAll()
    .where('body', '=', body)
    .orderBy('title')
    .orderBy('number', 'desc')
    .execute()
  return withStandards(reader, found)
}

async function withStandards(
  reader: Reader,
  found: readonly { id: string; title: string; number: number; source: string; scores: unknown; pass_mark: number }[],
): Promise<readonly Toolkit[]> {
  if (found.length === 0) return []
  const ids = found.map(({ id }) => id)
  const standards = await reader
    .selectFrom('assurance.toolkit_standard')
    .selectAll()
    .where('toolkit', 'in', ids)
    .orderBy('position')
    .execute()
  return found.map((row) => ({
    ...{ id: row.id, title: row.title, number: row.number, source: row.source, passMark: row.pass_mark },
    scores: row.scores as readonly ToolkitScore[],
    standards: standards.filter(({ toolkit }) => toolkit === row.id).map(({ key, title, question }) => ({ key, title, question })),
  }))
}

function rows(reader: Reader) {
  return reader.selectFrom('assurance.audit_round').selectAll()
}
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]
const lineOf = (row: Row, body: { readonly name: string; readonly slug: string } | undefined): RoundLine => ({
  ...{ id: row.id, body: row.body, bodyName: body?.name ?? '', slug: body?.slug ?? '', sight: row.sight as Sight, title: row.title },
  ...{ state: row.state as RoundState, opensOn: row.opens_on, dueOn: row.due_on, reportedOn: row.reported_on ?? undefined },
})

/** The rounds of a board that one may see, the latest first. */
export async function listRounds(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly RoundLine[]> {
  const found = await rows(reader).where('body', '=', body).orderBy('opens_on', 'desc').orderBy('id').limit(200).execute()
  const [board] = await findBodiesById(reader, [body], today)
  return found.map((row) => lineOf(row, board))
}

/** One round. @throws NotFound */
export async function findRound(reader: Reader, id: string, today: Temporal.PlainDate): Promise<Round> {
  const row = isUuid(id) ? await rows(reader).where('id', '=', id).executeTakeFirst() : undefined
  if (!row) throw new NotFound('No such round.')
  const [board] = await findBodiesById(reader, [row.body], today)
  const kept = await reader.selectFrom('assurance.toolkit').selectAll().where('id', '=', row.toolkit).execute()
  const [toolkit] = await withStandards(reader, kept)
  if (!toolkit) throw new NotFound('No such toolkit.')
  const actions = await reader
    .selectFrom('assurance.audit_action')
    .selectAll()
    .where('round', '=', id)
    .orderBy('standard')
    .orderBy('id')
    .execute()
  return {
    ...lineOf(row, board),
    ...{
      toolkit,
      passMark: row.pass_mark,
      previous: row.previous ?? undefined,
      summary: row.summary,
      takenBackReason: row.taken_back_reason,
    },
    version: row.version,
    agencies: await findAgencies(reader, id, toolkit),
    actions: actions.map((one) => ({
      ...{
        id: one.id,
        organisation: one.organisation,
        standard: one.standard,
        because: one.because === 'self' ? ('self' as const) : ('moderated' as const),
      },
      ...{ text: one.text, lead: one.lead, dueOn: one.due_on ?? undefined, doneOn: one.done_on ?? undefined, version: one.version },
    })),
  }
}

async function findAgencies(reader: Reader, round: string, toolkit: Toolkit): Promise<readonly RoundAgency[]> {
  const found = await reader.selectFrom('assurance.audit_agency').selectAll().where('round', '=', round).execute()
  const answers = await reader.selectFrom('assurance.audit_answer').selectAll().where('round', '=', round).execute()
  const moderations = await reader.selectFrom('assurance.audit_moderation').selectAll().where('round', '=', round).execute()
  const names = new Map((await listOrganisations(reader)).map(({ id, name }) => [id, name]))
  const people = await findPeopleNames(
    reader,
    found.flatMap(({ lead, moderator }) => [lead, moderator].filter((one) => one !== null)),
  )
  const keyOf = (one: { readonly organisation: string; readonly standard: string }) => `${one.organisation} ${one.standard}`
  const answered = new Map(answers.map((one) => [keyOf(one), one]))
  const moderated = new Map(moderations.map((one) => [keyOf(one), one]))
  return found
    .map((row) => ({
      ...{ organisation: row.organisation, name: names.get(row.organisation) ?? '', version: row.version },
      ...{ lead: row.lead ?? undefined, leadName: people.get(row.lead ?? '') ?? '' },
      ...{ moderator: row.moderator ?? undefined, moderatorName: people.get(row.moderator ?? '') ?? '' },
      ...{ invitedOn: row.invited_on ?? undefined, remindedOn: row.reminded_on ?? undefined, submittedOn: row.submitted_on ?? undefined },
      results: toolkit.standards.map(({ key }) => {
        const answer = answered.get(keyOf({ organisation: row.organisation, standard: key }))
        const moderation = moderated.get(keyOf({ organisation: row.organisation, standard: key }))
        return {
          ...{ standard: key, self: answer?.score ?? undefined, moderated: moderation?.score },
          ...{ evidence: answer?.evidence ?? '', link: answer?.link ?? '', reason: moderation?.reason ?? '' },
        }
      }),
    }))
    .sort((one, other) => one.name.localeCompare(other.name))
}

/** An agency for which somebody owes an answer or a moderation. */
export interface AuditDuty {
  readonly round: string
  /** The board that holds the round. */
  readonly body: string
  readonly title: string
  readonly organisation: string
  readonly kind: 'answer' | 'moderate'
  readonly dueOn: Temporal.PlainDate
}

/** What somebody owes in rounds: answers while they are open, moderations after. */
export async function findAuditDuties(reader: Reader, person: string): Promise<readonly AuditDuty[]> {
  const found = await reader
    .selectFrom('assurance.audit_agency as a')
    .innerJoin('assurance.audit_round as r', 'r.id', 'a.round')
    .select([
      'a.round',
      'a.organisation',
      'a.lead',
      'a.moderator',
      'a.submitted_on as submittedOn',
      'r.body',
      'r.title',
      'r.state',
      'r.due_on as dueOn',
    ])
    .where((where) => where.or([where('a.lead', '=', person), where('a.moderator', '=', person)]))
    .where('r.state', 'in', ['open', 'moderation'])
    .orderBy('r.due_on')
    .execute()
  return found.flatMap(({ round, body, title, organisation, lead, moderator, submittedOn, state, dueOn }): readonly AuditDuty[] => {
    if (lead === person && state === 'open' && submittedOn === null) return [{ round, body, title, organisation, kind: 'answer', dueOn }]
    return moderator === person && state === 'moderation' && submittedOn !== null
      ? [{ round, body, title, organisation, kind: 'moderate', dueOn }]
      : []
  })
}

/** A round as the access matrix names it; those who answer or moderate in it lead it. */
export function guardedRound({ body, sight, agencies }: Pick<Round, 'body' | 'sight' | 'agencies'>): Guarded {
  const leads = agencies.flatMap(({ lead, moderator }) => [lead, moderator].filter((one) => one !== undefined))
  return { record: 'audit-round', state: sight, ties: { body, leads } }
}

/** What one agency answers, as the access matrix names it: whoever answers is 'self', the moderator leads. */
export function guardedAnswer({ body, state }: Pick<Round, 'body' | 'state'>, { lead, moderator, submittedOn }: RoundAgency): Guarded {
  return {
    record: 'audit-answer',
    state: state === 'reported' ? 'reported' : submittedOn === undefined ? 'draft' : 'submitted',
    ties: { body, about: lead, leads: moderator === undefined ? [] : [moderator] },
  }
}
