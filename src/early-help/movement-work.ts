import type { Acting, Reader } from '#platform/database/session.ts'
import type { AttentionItem } from '#platform/web/components/attention-strip.tsx'
import { familyPaths } from './paths.ts'
import { keptEpisodes, listEmergencies } from './queries/emergencies.ts'
import { listGrowing, listOutcomes, listTransitions } from './queries/movement.ts'
import type { CaseworkTies } from './queries/ties.ts'

/** What movement asks of somebody in My work: to answer, to send what is late, to read what became of a request, to ask who goes on after 18. */
export async function movementItems(
  reader: Reader,
  { today }: Acting,
  { person, agencies }: Pick<CaseworkTies, 'person' | 'agencies'>,
): Promise<readonly AttentionItem[]> {
  const underWay = await listTransitions(reader, { underWay: true }, today)
  const toAnswer = underWay.filter(({ target, sentAt }) => sentAt !== null && target !== null && agencies.includes(target))
  const late = underWay.filter((one) => !toAnswer.includes(one) && one.clock?.isLate === true)
  const outcomes = await listOutcomes(reader, { unheard: true })
  const growing = await listGrowing(reader, today)
  const toTell = outcomes.filter(({ referrer }) => referrer !== person)
  const disputed = await listTransitions(reader, { disputed: true }, today)
  const unsettled = disputed.filter(({ target, settleBy }) =>
    target !== null && agencies.includes(target) ? false : settleBy !== null && Temporal.PlainDate.compare(settleBy, today) < 0,
  )
  return [
    ...disputed
      .filter(({ target }) => target !== null && agencies.includes(target))
      .map(({ id }) => ({ text: 'The sender does not agree with an answer of your agency', href: familyPaths.movement(id) })),
    ...unsettled.map(({ id }) => ({ text: 'A disagreement about an answer is not settled in time', href: familyPaths.movement(id) })),
    ...toAnswer.map(({ id, clock }) => ({
      text: `A transition waits for your answer${clock?.isLate ? ', and is late' : ''}`,
      href: familyPaths.movement(id),
    })),
    ...(late.length > 0 ? [{ text: 'Transitions that are late', href: familyPaths.movements(), count: late.length }] : []),
    ...outcomes
      .filter(({ referrer }) => referrer === person)
      .map(({ id }) => ({ text: 'You can read what became of something that you sent or asked for', href: familyPaths.outcome(id) })),
    ...(toTell.length > 0
      ? [{ text: 'Referrers who have not heard what became of it', href: familyPaths.movements(), count: toTell.length }]
      : []),
    ...growing.map(({ episode }) => ({
      text: 'A young person is 18 soon, and no service has said that it goes on',
      href: familyPaths.moves(episode),
    })),
  ]
}

/** What emergencies ask: of an owner of information governance a review, of a lead to know for a week that somebody opened their family. */
export async function emergencyItems(reader: Reader, { now }: Acting, person: string): Promise<readonly AttentionItem[]> {
  const uses = (await listEmergencies(reader)).filter((use) => use.person !== person)
  const kept = await reader.selectNoFrom(keptEpisodes.as('kept')).executeTakeFirstOrThrow()
  return uses.flatMap(({ id, episode, startsAt, reviewedAt }) => {
    const isNew = Temporal.Instant.compare(startsAt.add({ hours: 24 * 7 }), now) > 0
    if (kept.kept.includes(episode))
      return isNew ? [{ text: 'A record that you lead was opened in an emergency', href: familyPaths.step(episode, 'looks') }] : []
    return reviewedAt === null ? [{ text: 'An emergency opening waits for your review', href: familyPaths.reviewEmergency(id) }] : []
  })
}
