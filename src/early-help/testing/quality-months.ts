import { sql } from 'kysely'
import { performanceClient } from '#performance/testing/client.ts'
import { newId } from '#platform/database/ids.ts'
import type { ActorId } from '#platform/database/session.ts'
import { createOutbox } from '#platform/jobs/outbox.ts'
import { silentLog } from '#platform/log.ts'
import type { Town } from './town.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const at = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const none = { hidden: false, shown: 0 }
/** What a month tells in which nothing was checked. */
const toldOfNovember = { due: none, done: none, moderated: none, regraded: none, grades: [], themes: [] }

/** Enters three months of quality assurance, of which the first is frozen and reviewed late, and emergencies of two quarters; makes 'board-member' the clerk of a board. */
export async function enterQualityMonths(town: Town): Promise<void> {
  const { ownerDb } = town
  const episodes = (await ownerDb.selectFrom('casework.episode').select('id').orderBy('id').limit(14).execute()).map(({ id }) => id)
  const rule = await ownerDb.selectFrom('casework.quality_rule').select('id').executeTakeFirstOrThrow()
  const tool = await ownerDb.selectFrom('casework.audit_tool').select('id').executeTakeFirstOrThrow()
  const by = { drawn_by: town.person('co-ordinator'), drawn_at: at('2025-11-30T10:00:00Z') }
  const common = { rule: rule.id, tool: tool.id, frame_hash: '0'.repeat(64), seed: 1, ...by }
  const [november, december, january] = [newId(), newId(), newId()]
  await ownerDb.transaction().execute(async (tx) => {
    await sql`alter table casework.quality_review disable trigger bound`.execute(tx)
    await tx
      .insertInto('casework.quality_draw')
      .values(
        [november, december, january].map((id, months) => ({
          ...{ id, frame: 'monthly', month: day('2025-11-01').add({ months }), ...common },
        })),
      )
      .execute()
    await tx
      .insertInto('casework.quality_report')
      .values({
        ...{ id: newId(), month: day('2025-11-01'), figures: JSON.stringify(toldOfNovember), threshold: 5, base: 5, source: 'Test' },
        ...{ frozen_by: town.person('co-ordinator'), frozen_on: day('2025-12-08'), frozen_at: at('2025-12-08T12:00:00Z') },
      })
      .execute()
    for (const [position, episode] of episodes.entries()) {
      const item = newId()
      const seen = { agency: town.agency('asker'), stage: 'new', is_closed: false, is_stepped_up: false }
      await tx
        .insertInto('casework.quality_frame')
        .values({ draw: november, episode, ...seen })
        .execute()
      await tx
        .insertInto('casework.quality_item')
        .values({ id: item, draw: november, episode, position: position + 1, ...by })
        .execute()
      // Two before the report was frozen, eight after it in December, four in January.
      const completed_at = at(position < 2 ? '2025-12-08T11:59:00Z' : position < 10 ? '2025-12-08T12:01:00Z' : '2026-01-01T00:00:00Z')
      await tx
        .insertInto('casework.quality_review')
        .values({ id: newId(), item, episode, tool: tool.id, overall: 2, reviewer: town.person('nurse'), completed_at })
        .execute()
      const starts_at = at(position < 12 ? '2025-10-01T00:00:00Z' : '2025-09-30T22:59:00Z')
      await tx
        .insertInto('casework.break_glass')
        .values({
          ...{ id: newId(), episode, person: town.person('nurse'), organisation: town.agency('nurse'), reason: 'crime', words: 'At night' },
          ...{
            starts_at,
            ends_at: starts_at.add({ hours: 2 }),
            reviewed_by: town.person('governance'),
            reviewed_at: starts_at.add({ hours: 3 }),
          },
          ...{ is_justified: position > 2, review_words: 'Seen' },
        })
        .execute()
    }
  })
  await makeClerk(town)
}

async function makeClerk({ ownerDb, person }: Town): Promise<void> {
  const body = newId()
  await ownerDb.insertInto('governance.body').values({ id: body, slug: 'board', name: 'Board', kind: 'board' }).execute()
  const office = {
    id: newId(),
    body,
    role: 'clerk',
    person: person('board-member'),
    basis: 'appointed',
    starts_on: day('2020-01-01'),
  }
  await ownerDb.insertInto('governance.office').values(office).execute()
}

/** Asks for the page of the frozen report as somebody, or as a visitor, in the house in which boards read it. */
export function readQuality({ house: db }: Town, account: ActorId | undefined) {
  const needs = { db, outbox: createOutbox(db), log: silentLog, config: { publicUrl: 'https://board.example' } }
  return performanceClient(needs, account, '2026-03-10T10:00:00Z').get('/early-help-figures/quality')
}
