import { after } from 'node:test'
import { newId } from '#platform/database/ids.ts'
import { openCasework } from '#platform/database/open.ts'
import type { ActorId, Database } from '#platform/database/session.ts'
import { type DatabaseUrls, freshDatabase } from '#platform/database/testing/fresh.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { type Answer, roomClient, type SentFile } from '#platform/web/testing/room-client.ts'
import { earlyHelpRoutes } from '../routes.ts'

/** Who works in the town of these tests; every one for an agency of their own, but for 'colleague', who works where 'lead' does. */
export const townsfolk = [
  'asker',
  'lead',
  'colleague',
  'nurse',
  'co-ordinator',
  'other-co-ordinator',
  'governance',
  'administrator',
  'board-member',
] as const
/** One of them. */
export type Townsperson = (typeof townsfolk)[number]

/** Agencies, localities and people with and without posts, on an empty database. */
export interface Town {
  /** By the role of casework. */
  readonly db: Database
  /** By the role that serves everything else. */
  readonly house: Database
  readonly ownerDb: Database
  readonly urls: DatabaseUrls
  readonly area: string
  readonly person: (who: Townsperson) => string
  readonly agency: (who: Townsperson) => string
  readonly post: (who: Townsperson) => string
  /** Somebody at a moment; the moment moves with `tick`. */
  readonly as: (who: Townsperson | undefined) => {
    readonly actor: ActorId
    readonly now: Temporal.Instant
    readonly today: Temporal.PlainDate
  }
  readonly tick: (by?: Temporal.DurationLike) => void
  readonly get: (path: string, who?: Townsperson) => Promise<Answer>
  /** Posts a form with a file named `file`. */
  readonly sendFile: (path: string, fields: Readonly<Record<string, string>>, file: SentFile, who?: Townsperson) => Promise<Answer>
  readonly send: (path: string, fields: Readonly<Record<string, string | readonly string[]>>, who?: Townsperson) => Promise<Answer>
}

/** Opens early help on a database of its own. */
export async function openTown(): Promise<Town> {
  const { ownerDb, urls, db: house } = await freshDatabase()
  const db = openCasework(urls.app)
  const outbox = createOutbox(house)
  after(() => db.destroy())
  let now = Temporal.Instant.from('2026-03-10T10:00:00Z')
  const ids = new Map(townsfolk.map((who) => [who, { person: newId(), account: newId() as ActorId, agency: newId(), post: newId() }]))
  const of = (who: Townsperson): { readonly person: string; readonly account: ActorId; readonly agency: string; readonly post: string } => {
    const found = ids.get(who)
    if (!found) throw new Error(`Nobody is called ${who}.`)
    return who === 'colleague' ? { ...found, agency: of('lead').agency } : found
  }
  const [area, other] = [newId(), newId()]
  const starts_on = Temporal.PlainDate.from('2020-01-01')
  await ownerDb
    .insertInto('governance.area')
    .values([area, other].map((id, at) => ({ id, kind: 'locality', name: `Locality ${at + 1}`, starts_on })))
    .execute()
  for (const who of townsfolk) {
    const { person, account, agency, post } = of(who)
    if (who !== 'colleague')
      await ownerDb
        .insertInto('governance.organisation')
        .values({ id: agency, name: `Agency of ${who}`, sector: 'voluntary', starts_on })
        .execute()
    await ownerDb
      .insertInto('governance.person')
      .values({ id: person, name: `Person ${who}`, account })
      .execute()
    if (who === 'administrator') await ownerDb.insertInto('governance.administrator').values({ person, starts_on }).execute()
    if (who === 'administrator' || who === 'board-member') continue
    const role = who.endsWith('co-ordinator') ? 'co-ordinator' : who === 'governance' ? 'governance' : 'practitioner'
    const locality = who === 'co-ordinator' ? area : who === 'other-co-ordinator' ? other : null
    await ownerDb.insertInto('casework.post').values({ id: post, person, organisation: agency, role, area: locality, starts_on }).execute()
  }
  const as: Town['as'] = (who) => ({
    actor: (who === undefined ? undefined : of(who).account) as ActorId,
    now,
    today: now.toZonedDateTimeISO('Europe/London').toPlainDate(),
  })
  const client = (who: Townsperson | undefined) =>
    roomClient(
      earlyHelpRoutes({
        ...{ db, outbox, publicUrl: 'https://board.example' },
        confirmOwner: async (_, { password, code }) =>
          password !== 'right'
            ? { field: 'password', code: 'present-wrong' }
            : code === '000000'
              ? undefined
              : { field: 'code', code: 'code-wrong' },
      }),
      as(who),
      who,
    )
  return {
    ...{ db, house, ownerDb, urls, area, as },
    person: (who) => of(who).person,
    agency: (who) => of(who).agency,
    post: (who) => of(who).post,
    tick: (by = { minutes: 1 }) => {
      now = now.add(by)
    },
    get: (path, who) => client(who).get(path),
    sendFile: (path, fields, file, who) => client(who).send(path, fields, file),
    send: (path, fields, who) => client(who).post(path, fields as Readonly<Record<string, string>>),
  }
}
