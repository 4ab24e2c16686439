import type { Reader } from '#platform/database/session.ts'
import { printTerms } from '../rules/terms/portable.ts'
import type { PersonName } from './membership.ts'
import { holdsOn } from './periods.ts'
import { findTermsVersionInForce } from './terms.ts'

/** A version of what members of a body agree to. */
export interface MemberAgreement {
  readonly id: string
  readonly body: string
  /** From 1. */
  readonly number: number
  readonly words: string
  readonly startsOn: Temporal.PlainDate
  readonly recordedAt: Temporal.Instant
}

/** Every version of a body's agreement, the newest first. */
export async function listAgreements(reader: Reader, body: string): Promise<readonly MemberAgreement[]> {
  return reader
    .selectFrom('governance.member_agreement as g')
    .select(['g.id', 'g.body', 'g.number', 'g.words', 'g.starts_on as startsOn', 'g.recorded_at as recordedAt'])
    .where('g.body', '=', body)
    .orderBy('g.number', 'desc')
    .execute()
}

/** The version in force on a day: the latest that has begun. */
export function agreementOn(agreements: readonly MemberAgreement[], onDay: Temporal.PlainDate): MemberAgreement | undefined {
  return agreements
    .filter(({ startsOn }) => Temporal.PlainDate.compare(startsOn, onDay) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.startsOn, a.startsOn))[0]
}

/** What a signature is of. */
export type SignedKind = 'terms' | 'agreement'

/** One exact version that members are asked to agree to. */
export interface ToSign {
  readonly kind: SignedKind
  readonly id: string
  readonly number: number
  /** Its whole text, as it is signed. */
  readonly text: string
}

/** What a body asks its members to sign on a day, by the template of its induction. */
export async function findToSign(reader: Reader, body: string, onDay: Temporal.PlainDate): Promise<readonly ToSign[]> {
  const steps = await reader
    .selectFrom('governance.induction_step as t')
    .select('t.kind')
    .distinct()
    .where('t.body', '=', body)
    .where('t.kind', 'in', ['sign_terms', 'sign_agreement'])
    .where(holdsOn('t', onDay))
    .execute()
  const asked = new Set(steps.map(({ kind }) => kind))
  const terms = asked.has('sign_terms') ? await findTermsVersionInForce(reader, body, onDay) : undefined
  const agreement = asked.has('sign_agreement') ? agreementOn(await listAgreements(reader, body), onDay) : undefined
  return [
    ...(terms ? [{ kind: 'terms' as const, id: terms.id, number: terms.number, text: JSON.stringify(printTerms(terms.terms)) }] : []),
    ...(agreement ? [{ kind: 'agreement' as const, id: agreement.id, number: agreement.number, text: agreement.words }] : []),
  ]
}

/** Who agreed to which exact version, and when. */
export interface Signature {
  readonly person: PersonName
  readonly body: { readonly id: string; readonly slug: string; readonly name: string }
  readonly kind: SignedKind
  /** Id of the version. */
  readonly of: string
  readonly number: number
  readonly signedAt: Temporal.Instant
}

/** Signatures of a body, or of a person, that the reader may see; the latest first. */
export async function findSignatures(
  reader: Reader,
  about: { readonly body: string } | { readonly person: string },
): Promise<readonly Signature[]> {
  const all = reader
    .selectFrom('governance.member_signature as s')
    .innerJoin('governance.person as p', 'p.id', 's.person')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .leftJoin('governance.terms_version as v', 'v.id', 's.terms_version')
    .leftJoin('governance.member_agreement as g', 'g.id', 's.agreement')
    .select(['s.person', 'p.name', 's.body', 'b.slug', 'b.name as bodyName', 's.terms_version as terms', 's.agreement'])
    .select(['v.number as termsNumber', 'g.number as agreementNumber', 's.signed_at as signedAt'])
    .orderBy('s.signed_at', 'desc')
  const rows = await ('body' in about ? all.where('s.body', '=', about.body) : all.where('s.person', '=', about.person)).execute()
  return rows.map((row) => ({
    person: { id: row.person, name: row.name },
    body: { id: row.body, slug: row.slug, name: row.bodyName },
    kind: row.terms === null ? ('agreement' as const) : ('terms' as const),
    of: row.terms ?? row.agreement ?? '',
    number: row.termsNumber ?? row.agreementNumber ?? 0,
    signedAt: row.signedAt,
  }))
}
