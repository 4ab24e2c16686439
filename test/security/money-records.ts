import { newId } from '#platform/database/ids.ts'
import type { Database } from '#platform/database/session.ts'
import type { CommissioningExhibit } from './commissioning-records.ts'
import type { World } from './world.ts'

const year = 2026

/** Puts one fund of a sight into the world, with one of everything in it that shares its sight; its books are read by those who keep them alone. */
export async function addMoney(owner: Database, { body }: World, host: string, sight: string): Promise<readonly CommissioningExhibit[]> {
  const [fund, given, line, other] = [newId(), newId(), newId(), newId()]
  const known = { fund, body, sight }
  await owner.transaction().execute(async (tx) => {
    await tx
      .insertInto('commissioning.fund')
      .values({ id: fund, body, sight, kind: 'pooled', title: 'Fund', purpose: 'A purpose', host })
      .execute()
    await tx
      .insertInto('commissioning.fund_year')
      .values({ ...known, year })
      .execute()
    await tx
      .insertInto('commissioning.contribution')
      .values({ id: given, ...known, year, partner: host, source: 'Budget', kind: 'cash', planned: 100n })
      .execute()
    for (const id of [line, other])
      await tx
        .insertInto('commissioning.budget_line')
        .values({ id, ...known, year, title: id, managed_by: host, original: 50n })
        .execute()
    await tx
      .insertInto('commissioning.entry')
      .values({ id: newId(), ...known, year, line, kind: 'actual', period: 1, on_day: Temporal.PlainDate.from('2026-04-02'), pence: 5n })
      .execute()
  })
  const file = newId()
  await owner
    .insertInto('commissioning.ledger_file')
    .values({
      ...{ id: file, ...known, year, name: 'May', digest: 'a'.repeat(64), made_at: Temporal.Instant.from('2026-05-01T10:00:00Z') },
      ...{ made_by: newId(), loaded_at: Temporal.Instant.from('2026-05-01T10:00:00Z') },
    })
    .execute()
  const rule = newId()
  await owner
    .insertInto('commissioning.risk_rule')
    .values({ id: rule, ...known, title: 'Schedule', first_year: year, underspend: 'silent' })
    .execute()
  const statement = await addStatement(owner, known, host)
  const [saving, post] = [newId(), newId()]
  await addSaving(owner, known, { saving, post, line, host })
  const posts = [
    ...['claim', 'forecast', 'take-back'].map((step) => `/savings/${saving}/${step}`),
    ...[`/joint-posts/${post}/cost`, `/funds/${fund}/savings/new`, `/funds/${fund}/posts/new`],
    ...['edit', 'show', 'years', 'ring-fences', 'risk/new'].map((step) => `/funds/${fund}/${step}`),
    ...['edit', 'agree', 'contributions', 'lines', 'virements', 'variations', 'settle', 'ledger', 'place'].map(
      (step) => `/funds/${fund}/years/${year}/${step}`,
    ),
    ...['steps', 'drop-step', 'force', 'end', 'drop'].map((step) => `/risk-rules/${rule}/${step}`),
    `/settlements/${statement}/reopen`,
    ...[`/ledger-files/${file}/load`, `/ledger-files/${file}/drop`],
    ...[`/contributions/${given}/edit`, `/contributions/${given}/paid`, `/budget-lines/${line}/edit`, `/budget-lines/${line}/entries`],
    `/budget-lines/${line}/commitments`,
  ]
  const exhibit = (table: string, id: string, more: readonly string[] = []): CommissioningExhibit => ({
    ...{ record: 'fund', state: sight, table: `commissioning.${table}`, id, posts: more.map((address) => [address, 'keep'] as const) },
  })
  const whole = exhibit('fund', fund, posts)
  return [
    { ...whole, posts: [...whole.posts, [`/funds/${fund}/limits`, 'scheme']] },
    exhibit('settlement', statement),
    exhibit('saving', saving),
    exhibit('joint_post', post),
    exhibit('contribution', given),
    exhibit('budget_line', line),
  ]
}

/** A year that was closed with nothing to share, and its statement. */
async function addStatement(
  owner: Database,
  known: { readonly fund: string; readonly body: string; readonly sight: string },
  host: string,
): Promise<string> {
  const id = newId()
  const before = year - 1
  await owner.transaction().execute(async (tx) => {
    await tx
      .insertInto('commissioning.fund_year')
      .values({ ...known, year: before, state: 'agreed', agreed_on: Temporal.PlainDate.from('2025-04-01') })
      .execute()
    await tx
      .insertInto('commissioning.settlement')
      .values({
        ...{ id, ...known, year: before, underspend: '', budget: 0n, spend: 0n, fenced: 0n, overspend: 0n },
        ...{ made_on: Temporal.PlainDate.from('2026-04-20'), made_by: host },
      })
      .execute()
    await tx
      .updateTable('commissioning.fund_year')
      .set({ state: 'closed' })
      .where('fund', '=', known.fund)
      .where('year', '=', before)
      .execute()
  })
  return id
}

/** A saving on a line, and a post of one partner. */
async function addSaving(
  owner: Database,
  known: { readonly fund: string; readonly body: string; readonly sight: string },
  ids: { readonly saving: string; readonly post: string; readonly line: string; readonly host: string },
): Promise<void> {
  const { saving, post, line, host } = ids
  const profile = Array.from({ length: 12 }, () => 1n)
  await owner
    .insertInto('commissioning.saving')
    .values({
      id: saving,
      ...known,
      year,
      line,
      measure: 'One',
      why: 'Why',
      recurrent: true,
      profile,
      evidence_due: Temporal.PlainDate.from('2027-03-31'),
    })
    .execute()
  await owner.transaction().execute(async (tx) => {
    await tx
      .insertInto('commissioning.joint_post')
      .values({ id: post, ...known, kind: 'joint', title: 'Post', host, starts_on: Temporal.PlainDate.from('2026-04-01') })
      .execute()
    await tx
      .insertInto('commissioning.joint_post_part')
      .values({ post, place: 1, partner: host, ...known, share: 10_000 })
      .execute()
  })
}
