import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import { type TermsReviewed, type TermsReviewStanding, termsReviewStanding } from '../rules/terms-review.ts'
import { holdsOn } from './periods.ts'
import { findMemberRules } from './register-review.ts'
import type { TermsVersion } from './terms.ts'

/** One time that a body looked at its terms, with what decided it (G16). */
export interface TermsReviewRecord extends TermsReviewed {
  readonly id: string
  readonly version: string
  /** Number of the version that was looked at. */
  readonly number: number
  /** The meeting or decision, in words. */
  readonly decidedIn: string
  /** The decision's record; undefined where it is not held here. */
  readonly decision: string | undefined
  /** Number of the draft that it led to; undefined for none, and for who may not see the draft. */
  readonly draft: number | undefined
}

/** Every review of the terms of a body, the latest first. */
export async function findTermsReviews(reader: Reader, bodyId: string): Promise<readonly TermsReviewRecord[]> {
  return findReviewsOf(reader, [bodyId])
}

async function findReviewsOf(reader: Reader, bodies: readonly string[]): Promise<readonly TermsReviewRecord[]> {
  const rows = await reader
    .selectFrom('governance.terms_review as r')
    .innerJoin('governance.terms_version as v', 'v.id', 'r.terms_version')
    .leftJoin('governance.terms_version as d', 'd.id', 'r.draft')
    .select(['r.id', 'r.terms_version as version', 'v.number', 'r.outcome', 'r.reviewed_on as reviewedOn', 'r.decided_in as decidedIn'])
    .select(['r.decision', 'd.number as draft', 'd.state as draftState'])
    .where(among('r.body', bodies))
    .orderBy('r.reviewed_on', 'desc')
    .execute()
  return rows.map(({ draftState, ...row }) => ({
    ...row,
    outcome: row.outcome as TermsReviewRecord['outcome'],
    decision: row.decision ?? undefined,
    draft: row.draft ?? undefined,
    cameToNothing: draftState === 'withdrawn',
  }))
}

/** How the review of a version stands on a day. */
export async function findTermsReviewStanding(
  reader: Reader,
  version: TermsVersion,
  onDay: Temporal.PlainDate,
): Promise<TermsReviewStanding> {
  return (await findTermsReviewStandings(reader, [version.body], onDay))(version)
}

/** The same for versions of many bodies. @param rulesRead - the rules of the day, where they are being read already */
export async function findTermsReviewStandings(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
  rulesRead = findMemberRules(reader, onDay),
): Promise<(version: TermsVersion) => TermsReviewStanding> {
  const [reviews, rules] = await Promise.all([findReviewsOf(reader, bodies), rulesRead])
  const { termsMonths: customMonths } = rules('')
  return ({ id, startsOn, terms }) => {
    const own = reviews.filter(({ version }) => version === id)
    return termsReviewStanding({ startsOn, everyMonths: terms.reviewEveryMonths.value, customMonths, reviews: own }, onDay)
  }
}

/** Terms in force, without their rules, for the reviews of many bodies. */
export interface ReviewedTerms {
  readonly version: string
  readonly number: number
  readonly slug: string
  readonly board: string
  readonly body: string
}

/** The versions in force of some bodies on a day. */
export async function findVersionsInForce(
  reader: Reader,
  bodies: readonly string[],
  onDay: Temporal.PlainDate,
): Promise<readonly ReviewedTerms[]> {
  if (bodies.length === 0) return []
  return reader
    .selectFrom('governance.terms_version as v')
    .innerJoin('governance.body as b', 'b.id', 'v.body')
    .select(['v.id as version', 'v.number', 'b.slug', 'b.name as board', 'v.body'])
    .where('v.body', 'in', bodies)
    .where('v.state', '=', 'adopted')
    .where(holdsOn('v', onDay))
    .execute()
}
