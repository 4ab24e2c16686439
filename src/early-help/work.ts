import { type Acting, type Database, type Reader, readAs } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { agreementItems } from './agreement-work.ts'
import { claimPaths } from './claim-paths.ts'
import { emergencyItems, movementItems } from './movement-work.ts'
import { assessmentPaths, familyPaths } from './paths.ts'
import { findMyContributions } from './queries/assessments.ts'
import { listClaimsInDoubt, listClaimsToCorrect } from './queries/claims.ts'
import { findDrift, findDriftRule } from './queries/drift.ts'
import { findUnheard } from './queries/guard.ts'
import { findTeamWork } from './queries/team-work.ts'
import { findTies } from './queries/ties.ts'
import { retentionItems } from './retention-work.ts'
import { offeredItems, supervisionItems } from './supervision-work.ts'

/** What early help asks of somebody in My work; undefined for whoever has no post and is asked nothing. No family is named there (E6). */
export interface FamilyWork {
  readonly items: readonly AttentionItem[]
  /** Its pages that one opens most. */
  readonly doors: readonly { readonly text: string; readonly href: string }[]
}

const doors = [
  { text: 'Families with whom you work', href: familyPaths.list() },
  { text: 'Ask for help for a family', href: familyPaths.ask() },
  { text: 'Your diary', href: familyPaths.diary() },
  { text: 'Is somebody involved?', href: familyPaths.involved() },
]

/** Reads it by the role of casework. The mail and the list of My work name nobody: they lead to the page that does. */
export function familyWork(db: Database): (acting: Acting) => Promise<FamilyWork | undefined> {
  return async (acting) => {
    if (acting.actor === undefined) return undefined
    return readAs(db, acting, async (reader) => {
      const { relations, person, agencies } = await findTies(reader, acting).catch(() => ({
        ...{ relations: new Set<string>(), person: '', agencies: [] },
      }))
      const unheard = await unheardItems(reader, relations)
      if (!relations.has('practitioner'))
        return unheard.length > 0 ? { doors: [{ text: 'Posts in early help', href: familyPaths.posts() }], items: unheard } : undefined
      const asked = await findAskedToLead(reader, person)
      const waiting = relations.has('approver')
        ? await reader
            .selectFrom('casework.sharing_decision')
            .select('id')
            .where('approved_at', 'is', null)
            .where('ended_at', 'is', null)
            .where('requested_by', '<>', person)
            .execute()
        : []
      const vacant = await reader
        .selectFrom('casework.episode as e')
        .select('e.id')
        .where('e.closed_on', 'is', null)
        .where('e.agreed_on', 'is not', null)
        .where((where) =>
          where.not(
            where.exists(
              where
                .selectFrom('casework.lead_period as l')
                .select('l.id')
                .whereRef('l.episode', '=', 'e.id')
                .where('l.accepted_at', 'is not', null)
                .where('l.ended_at', 'is', null),
            ),
          ),
        )
        .execute()
      const contributions = await findMyContributions(reader, person)
      const team = await findTeamWork(reader, acting.today)
      const drifting = (await findDrift(reader, acting.today, await findDriftRule(reader, acting.today))).size
      return {
        doors,
        items: [
          ...unheard,
          ...(await retentionItems(reader, acting, relations)),
          ...contributions.map(({ id }) => ({
            text: 'You are asked to contribute to an assessment',
            href: assessmentPaths.contribution(id),
          })),
          ...asked.map(({ episode }) => ({ text: 'You are asked to lead a family', href: familyPaths.answerLead(episode) })),
          ...waiting.map(({ id }) => ({ text: 'A decision to share waits for your approval', href: familyPaths.approve(id) })),
          ...(await agreementItems(reader, acting)),
          ...(await movementItems(reader, acting, { person, agencies })),
          ...team.map(teamItem),
          ...(drifting > 0 ? [{ text: 'Families where work drifts', href: familyPaths.drift(), count: drifting }] : []),
          ...(await claimItems(reader, relations, person)),
          ...(await emergencyItems(reader, acting, person)),
          ...(await supervisionItems(reader, acting, person)),
          ...(await offeredItems(reader, acting, person)),
          ...(vacant.length > 0 ? [{ text: 'Families that nobody leads', href: familyPaths.list(), count: vacant.length }] : []),
        ],
      }
    })
  }
}

/** Approved claims that may no longer hold, for co-ordinators, and those of which somebody else proposes to take a family out (E10). */
async function claimItems(reader: Reader, relations: ReadonlySet<string>, person: string): Promise<readonly AttentionItem[]> {
  const isOrganiser = relations.has('organiser')
  if (!isOrganiser && !relations.has('approver')) return []
  const doubted = isOrganiser ? await listClaimsInDoubt(reader) : []
  return [
    ...doubted.map((id) => ({ text: 'A claim may no longer hold', href: claimPaths.one(id) })),
    ...(await listClaimsToCorrect(reader, person)).map((id) => ({
      text: 'A family is proposed to be taken out of a claim',
      href: claimPaths.one(id),
    })),
  ]
}

/** That requests reach nobody, for whoever gives posts or owns information governance; which family asks is not theirs to know. */
async function unheardItems(reader: Reader, relations: ReadonlySet<string>): Promise<readonly AttentionItem[]> {
  if (!relations.has('administrator') && !relations.has('approver')) return []
  const unheard = await findUnheard(reader)
  return unheard.length === 0 ? [] : [{ text: 'Requests wait in a locality without a co-ordinator', href: familyPaths.posts() }]
}

/** Families that somebody was asked to lead and has not answered. */
function findAskedToLead(reader: Reader, person: string) {
  return reader
    .selectFrom('casework.lead_period')
    .select('episode')
    .where('person', '=', person)
    .where('accepted_at', 'is', null)
    .where('declined_at', 'is', null)
    .execute()
}

/** What waits of a plan, without a word of whose it is. */
function teamItem({ kind, episode, record, due }: Awaited<ReturnType<typeof findTeamWork>>[number]): AttentionItem {
  const day = dayInWords(due)
  switch (kind) {
    case 'answer':
      return { text: `An action waits for your yes or no, by ${day}`, href: familyPaths.action(episode, record, 'answer') }
    case 'do':
      return { text: `Your action is due on ${day}`, href: familyPaths.action(episode, record, 'progress') }
    case 'approve':
      return { text: 'Minutes of a meeting wait for your approval', href: familyPaths.meetingPart(episode, record, 'minutes') }
    case 'review':
      return { text: `A plan is reviewed by ${day}`, href: familyPaths.plan(episode) }
  }
}
