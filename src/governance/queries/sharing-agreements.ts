import { among } from '#platform/database/among.ts'
import type { Reader } from '#platform/database/session.ts'
import type { Ties } from '../rules/access.ts'
import { type SharingFacts, type SharingReviewState, type SharingState, sharingReview, sharingState } from '../rules/sharing-agreement.ts'
import type { RequestParty } from './requests.ts'

/** A party to an agreement, with its signature where there is one. */
export interface SharingParty {
  readonly organisation: string
  readonly name: string
  /** Empty while it has not signed. */
  readonly signedBy: string
  readonly signedOn: Temporal.PlainDate | undefined
}

/** An information sharing agreement (G19). */
export interface SharingAgreement extends SharingFacts {
  readonly id: string
  /** The board that keeps it. */
  readonly of: RequestParty
  /** Who sees to its review. */
  readonly owner: { readonly id: string; readonly name: string }
  readonly title: string
  readonly data: string
  readonly purpose: string
  readonly lawfulBasis: string
  readonly sight: 'members' | 'public'
  readonly parties: readonly SharingParty[]
  /** The signed paper; undefined where none was brought, or the reader may not have it. */
  readonly document: string | undefined
  /** Who may read that paper. */
  readonly documentSight: 'members' | 'public'
  readonly withdrawnBecause: string
  readonly reviews: readonly { readonly reviewedOn: Temporal.PlainDate; readonly outcome: string; readonly nextOn: Temporal.PlainDate }[]
  readonly version: number
  /** How it and its review stand on the day that was asked for. */
  readonly state: SharingState
  readonly review: SharingReviewState
}

function agreements(reader: Reader) {
  return reader
    .selectFrom('governance.sharing_agreement as s')
    .innerJoin('governance.body as b', 'b.id', 's.body')
    .innerJoin('governance.person as p', 'p.id', 's.owner')
    .leftJoin('governance.sharing_paper as d', 'd.agreement', 's.id')
    .selectAll('s')
    .select(['b.slug', 'b.name as bodyName', 'p.name as ownerName', 'd.document', 'd.sight as documentSight'])
    .orderBy('s.title')
    .orderBy('s.id')
}

type Row = Awaited<ReturnType<ReturnType<typeof agreements>['execute']>>[number]

/** The agreements that the reader may know of, by title; of some boards, or of all. */
export async function listSharingAgreements(
  reader: Reader,
  today: Temporal.PlainDate,
  bodies?: readonly string[],
): Promise<readonly SharingAgreement[]> {
  const rows = agreements(reader).$if(bodies !== undefined, (query) => query.where(among('s.body', bodies ?? [])))
  return whole(reader, await rows.execute(), today)
}

/** One agreement; undefined where there is none that the reader may know of. Part of door two: what grants access or returns data cites one. */
export async function findSharingAgreement(reader: Reader, id: string, today: Temporal.PlainDate): Promise<SharingAgreement | undefined> {
  const row = await agreements(reader).where('s.id', '=', id).executeTakeFirst()
  return row && (await whole(reader, [row], today))[0]
}

/** Agreements whose review is soon or overdue, for who owns them and for clerks of the boards that keep them. */
export async function findSharingReviewsDue(
  reader: Reader,
  who: { readonly person: string; readonly clerkOf: readonly string[] },
  today: Temporal.PlainDate,
): Promise<readonly SharingAgreement[]> {
  const rows = await agreements(reader)
    .where('s.withdrawn_on', 'is', null)
    .where('s.review_on', '<=', today.add({ months: 1 }))
    .where((where) =>
      where.or([where('s.owner', '=', who.person), ...(who.clerkOf.length === 0 ? [] : [where('s.body', 'in', [...who.clerkOf])])]),
    )
    .execute()
  return (await whole(reader, rows, today)).filter(({ review }) => review === 'soon' || review === 'overdue')
}

async function whole(reader: Reader, rows: readonly Row[], today: Temporal.PlainDate): Promise<readonly SharingAgreement[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const [parties, reviews] = await Promise.all([
    reader
      .selectFrom('governance.sharing_party as p')
      .innerJoin('governance.organisation as o', 'o.id', 'p.organisation')
      .select(['p.agreement', 'p.organisation', 'o.name', 'p.signed_by as signedBy', 'p.signed_on as signedOn'])
      .where(among('p.agreement', ids))
      .orderBy('o.name')
      .execute(),
    reader
      .selectFrom('governance.sharing_review as r')
      .select(['r.agreement', 'r.reviewed_on as reviewedOn', 'r.outcome', 'r.next_on as nextOn'])
      .where(among('r.agreement', ids))
      .orderBy('r.reviewed_on', 'desc')
      .execute(),
  ])
  return rows.map((row) => {
    const facts = {
      ...{ startsOn: row.starts_on, endsOn: row.ends_on ?? undefined, withdrawnOn: row.withdrawn_on ?? undefined, reviewOn: row.review_on },
      parties: parties
        .filter(({ agreement }) => agreement === row.id)
        .map(({ agreement: _of, signedOn, ...party }) => ({ ...party, signedOn: signedOn ?? undefined })),
    }
    return {
      ...facts,
      ...{ id: row.id, of: { id: row.body, slug: row.slug, name: row.bodyName }, owner: { id: row.owner, name: row.ownerName } },
      ...{ title: row.title, data: row.data, purpose: row.purpose, lawfulBasis: row.lawful_basis },
      ...{ sight: row.sight as SharingAgreement['sight'], documentSight: (row.documentSight ?? 'members') as SharingAgreement['sight'] },
      ...{ document: row.document ?? undefined, withdrawnBecause: row.withdrawn_because, version: row.version },
      reviews: reviews.filter(({ agreement }) => agreement === row.id).map(({ agreement: _of, ...review }) => review),
      ...{ state: sharingState(facts, today), review: sharingReview(facts, today) },
    }
  })
}

/** An agreement as the access matrix names it; whoever owns it leads it. */
export function sharingTies({ of, owner }: Pick<SharingAgreement, 'of' | 'owner'>): Ties {
  return { body: of.id, leads: [owner.id] }
}
