import type { Standing } from '#governance/public.ts'
import { findBodiesById } from '#governance/public-data.ts'
import type { Acting, Reader } from '#platform/database/session.ts'
import { voicePaths } from '../paths.ts'
import { wordsToCheckInWords } from '../words/voice.ts'
import { findFeedbackDuties } from './feedback-duties.ts'

/** Words of a board that wait for somebody to check them, with their number; or a complaint to look at or to answer, with its last day. */
export interface VoiceDuty {
  readonly text: string
  readonly href: string
  readonly count?: number
  readonly body: string
  readonly dueOn?: Temporal.PlainDate | undefined
}

/** What waits for one of what people said: complaints, and words to check (S3). */
export async function findVoiceDuties(reader: Reader, standing: Standing, acting: Acting): Promise<readonly VoiceDuty[]> {
  return [...(await findFeedbackDuties(reader, standing, acting.today)), ...(await findWordsToCheck(reader, standing, acting))]
}

/** Words that somebody may check as a clerk or a chair and that they did not enter themselves: one line a board (S3). */
async function findWordsToCheck(reader: Reader, { clerkOf, chairOf }: Standing, acting: Acting): Promise<readonly VoiceDuty[]> {
  const mine = [...new Set([...clerkOf, ...chairOf])]
  if (mine.length === 0 || acting.actor === undefined) return []
  const waiting = await reader
    .selectFrom('voice.view')
    .select((row) => ['body', row.fn.countAll<bigint>().as('count')])
    .where('body', 'in', mine)
    .where('state', '=', 'to-review')
    .where('entered_by', '<>', acting.actor)
    .groupBy('body')
    .execute()
  const counts = new Map(waiting.map(({ body, count }) => [body, Number(count)]))
  return (await findBodiesById(reader, [...counts.keys()], acting.today)).map(({ id, slug, name }) => {
    const count = counts.get(id) ?? 0
    return { text: wordsToCheckInWords(count, name), href: voicePaths.toReview(slug), count, body: id }
  })
}
