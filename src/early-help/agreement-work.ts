import type { Acting, Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { familyPaths } from './paths.ts'
import { findAgreementsToRenew, findStandsWaiting } from './queries/disagreements.ts'

/** What agreements ask in My work: to settle a disagreement, to ask a family anew before its agreement runs out, or after. No family is named. */
export async function agreementItems(reader: Reader, { today }: Acting): Promise<readonly AttentionItem[]> {
  const stands = await findStandsWaiting(reader)
  const renewals = await findAgreementsToRenew(reader, today)
  return [
    ...stands.map(({ id, episode }) => ({
      text: 'Two who may decide disagree: it waits for you to settle it',
      href: familyPaths.decideStand(episode, id),
    })),
    ...renewals.map(({ episode, holdsUntil }) => ({
      text: `An agreement ${Temporal.PlainDate.compare(holdsUntil, today) > 0 ? 'runs' : 'ran'} out on ${dayInWords(holdsUntil)}`,
      href: familyPaths.renew(episode),
    })),
  ]
}
