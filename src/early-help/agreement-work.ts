import type { Acting, Reader } from '#platform/database/session.ts'
import { dayInWords } from '#platform/time/words.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { familyPaths, guardPaths, rightPaths } from './paths.ts'
import { findAgreementsToRenew, findStandsWaiting } from './queries/disagreements.ts'
import { findShieldsToLookAt } from './queries/guard.ts'
import { findRectificationsWaiting } from './queries/putting-right.ts'

/** What a family's rights ask in My work: to settle a disagreement, to ask anew before an agreement runs out or after, to answer who asks to have something put right. No family is named. */
export async function agreementItems(reader: Reader, { today }: Acting): Promise<readonly AttentionItem[]> {
  const stands = await findStandsWaiting(reader)
  const renewals = await findAgreementsToRenew(reader, today)
  const rights = await findRectificationsWaiting(reader)
  const shields = await findShieldsToLookAt(reader, today)
  return [
    ...shields.map(({ episode }) => ({ text: 'A family is withheld: look at it again', href: guardPaths.endShield(episode) })),
    ...rights.map(({ id, episode, dueOn }) => ({
      text: `Somebody asks to have something put right: answered by ${dayInWords(dueOn)}`,
      href: rightPaths.decide(episode, id),
    })),
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
