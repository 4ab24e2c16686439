import { meetingPaths, recordPaths } from '#meetings/paths.ts'
import { findHeldMeetings, listDecisions } from '#meetings/public-data.ts'
import type { Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import { assurancePaths, auditPaths, challengePaths } from '../paths.ts'
import { listRecommendations } from './recommendations.ts'

/** A page of the record that can go into an evidence pack. */
export interface EvidenceOffer {
  readonly group: 'Meetings' | 'Decisions' | 'Recommendations with impact' | 'Challenges' | 'Audits'
  readonly address: string
  readonly title: string
}

const short = (text: string): string => {
  const words = [...text.replaceAll(/[\s\p{Cc}]+/gu, ' ')]
  return words.length <= 140 ? words.join('') : `${words.slice(0, 137).join('')}…`
}

/** What the record of a board offers for an evidence pack, as far as whoever asks may see it: the latest of each kind first (P7). */
export async function findEvidence(reader: Reader, body: string, today: Temporal.PlainDate): Promise<readonly EvidenceOffer[]> {
  const meetings = await findHeldMeetings(reader, today, { bodies: [body], limit: 12 })
  const { decisions } = await listDecisions(reader, body, { year: undefined, type: undefined, words: undefined, page: 1 })
  const recommendations = await listRecommendations(reader, { body }, today)
  const challenges = await reader
    .selectFrom('assurance.challenge')
    .select(['id', 'number', 'title'])
    .where('body', '=', body)
    .where('impact', '<>', '')
    .orderBy('number', 'desc')
    .limit(20)
    .execute()
  const rounds = await reader
    .selectFrom('assurance.audit_round')
    .select(['id', 'title'])
    .where('body', '=', body)
    .where('state', '=', 'reported')
    .orderBy('opens_on', 'desc')
    .limit(10)
    .execute()
  return [
    ...meetings.map(({ id, heldOn }) => ({
      group: 'Meetings' as const,
      address: meetingPaths.meeting(id),
      title: `Meeting of ${dayInWords(heldOn)}`,
    })),
    ...decisions
      .slice(0, 15)
      .map(({ id, text }) => ({ group: 'Decisions' as const, address: recordPaths.decision(id), title: short(text) })),
    ...recommendations
      .filter(({ impacts }) => impacts > 0)
      .slice(0, 20)
      .map(({ id, reference, text }) => ({
        ...{
          group: 'Recommendations with impact' as const,
          address: assurancePaths.recommendation(id),
          title: short(`${reference}: ${text}`),
        },
      })),
    ...challenges.map(({ id, number, title }) => ({
      ...{ group: 'Challenges' as const, address: challengePaths.challenge(id), title: short(`Challenge ${number}: ${title}`) },
    })),
    ...rounds.map(({ id, title }) => ({ group: 'Audits' as const, address: auditPaths.round(id), title: short(title) })),
  ]
}
