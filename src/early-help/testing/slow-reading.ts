import { type ContentClass, contentClasses } from '../rules/access.ts'
import type { Town, Townsperson } from './town.ts'

/**
 * The slow and obvious way to say who may read which classes of a family: somebody was brought in and not taken out again, has a post of that agency today, and
 * what it rests on holds: an agreement that is given, not withdrawn, not expired and covers agency and class, or a decision that is approved, not ended and
 * not expired. Reads every row of the family and asks nothing of what the policies ask.
 */
export async function slowReading(town: Town, episode: string): Promise<(who: Townsperson) => ReadonlySet<ContentClass>> {
  const db = town.ownerDb
  const [grants, agreements, scope, decisions, posts] = [
    await db.selectFrom('casework.access_grant').selectAll().where('episode', '=', episode).execute(),
    await db.selectFrom('casework.agreement').selectAll().where('episode', '=', episode).execute(),
    await db.selectFrom('casework.agreement_scope').selectAll().execute(),
    await db.selectFrom('casework.sharing_decision').selectAll().where('episode', '=', episode).execute(),
    await db.selectFrom('casework.post').selectAll().execute(),
  ]
  const { today, now } = town.as('asker')
  const isBefore = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0
  const holds = ({ agreement, decision, organisation, class: asked }: (typeof grants)[number]): boolean => {
    const agreed = agreements.find(({ id }) => id === agreement)
    if (agreed)
      return (
        agreed.is_given &&
        agreed.withdrawn_at === null &&
        agreed.holds_until !== null &&
        isBefore(today, agreed.holds_until) &&
        scope.some((one) => one.agreement === agreed.id && one.organisation === organisation && one.class === asked)
      )
    const decided = decisions.find(({ id }) => id === decision)
    return (
      decided?.is_to_share === true &&
      decided.approved_at !== null &&
      decided.ended_at === null &&
      isBefore(today, decided.holds_until) &&
      decided.organisation === organisation &&
      decided.classes.includes(asked)
    )
  }
  return (who) => {
    const person = town.person(who)
    const works = (organisation: string): boolean =>
      posts.some(
        (post) =>
          post.person === person &&
          post.organisation === organisation &&
          !isBefore(today, post.starts_on) &&
          (post.ends_on === null || isBefore(today, post.ends_on)),
      )
    const open = grants.filter(
      (grant) =>
        grant.person === person &&
        Temporal.Instant.compare(grant.starts_at, now) <= 0 &&
        Temporal.Instant.compare(grant.ends_at, now) > 0 &&
        works(grant.organisation) &&
        holds(grant),
    )
    return new Set(contentClasses.filter((asked) => open.some((grant) => grant.class === asked)))
  }
}
