import type { Town, Townsperson } from './town.ts'

/** The slow and obvious way: somebody was brought in, and a basis that covers their agency and this class holds now and has held since. */
export async function mayRead(town: Town, episode: string, who: Townsperson): Promise<boolean> {
  if (who === 'asker') return true // who asked and entered them, while nobody leads
  const { today, now } = town.as(who)
  const grants = await town.ownerDb
    .selectFrom('casework.access_grant')
    .selectAll()
    .where('episode', '=', episode)
    .where('person', '=', town.person(who))
    .where('class', '=', 'family')
    .execute()
  for (const grant of grants) {
    if (Temporal.Instant.compare(grant.starts_at, now) > 0) continue
    if (grant.agreement !== null) {
      const agreed = await town.ownerDb
        .selectFrom('casework.agreement')
        .selectAll()
        .where('id', '=', grant.agreement)
        .executeTakeFirstOrThrow()
      const scope = await town.ownerDb.selectFrom('casework.agreement_scope').selectAll().where('agreement', '=', agreed.id).execute()
      const covers = scope.some((one) => one.organisation === town.agency(who) && one.class === 'family')
      if (agreed.withdrawn_at === null && covers && agreed.holds_until && Temporal.PlainDate.compare(today, agreed.holds_until) < 0)
        return true
    } else if (grant.decision !== null) {
      const decided = await town.ownerDb
        .selectFrom('casework.sharing_decision')
        .selectAll()
        .where('id', '=', grant.decision)
        .executeTakeFirstOrThrow()
      if (decided.approved_at !== null && decided.ended_at === null && Temporal.PlainDate.compare(today, decided.holds_until) < 0)
        return true
    }
  }
  return false
}
