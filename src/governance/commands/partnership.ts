import type { Acting, Database, Writer } from '#platform/database/session.ts'
import { hold, release } from '#platform/documents/references.ts'
import { findLogo, logoSetting, type PartnershipLogo } from '#platform/partnership-logo.ts'
import { type FieldProblem, type Result, succeed } from '#platform/result.ts'
import { permit } from './permit.ts'
import { command, record } from './write-record.ts'

/** The audit names what an act is about by an id; a setting has none, so the empty one stands for it. */
const noRecord = '00000000-0000-0000-0000-000000000000'

/** Names the partnership, as headers, mails and packs say it from then on. `name` is not empty. */
export async function namePartnership(
  db: Database,
  acting: Acting,
  { name }: { readonly name: string },
): Promise<Result<undefined, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'partnership', verb: 'change' })
    const set = { value: JSON.stringify(name), changed_at: acting.now, changed_by: actor }
    await tx
      .insertInto('platform.setting')
      .values({ key: 'partnership.name', ...set })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(set))
      .execute()
    await record(tx, actor, 'partnership.named', 'setting', noRecord, { key: 'partnership.name', name })
    return succeed(undefined)
  })
}

/** Sets the partnership's own mark for headers and front pages, or takes it away. The picture is stored already; the setting holds it from now on. */
export async function setPartnershipLogo(
  db: Database,
  acting: Acting,
  logo: PartnershipLogo | undefined,
): Promise<Result<undefined, FieldProblem>> {
  return command(db, acting, {}, async (tx) => {
    const { actor } = await permit(tx, acting, { record: 'partnership', verb: 'change' })
    await letGo(tx)
    if (logo) {
      const set = { value: JSON.stringify(logo), changed_at: acting.now, changed_by: actor }
      await tx
        .insertInto('platform.setting')
        .values({ key: logoSetting, ...set })
        .onConflict((conflict) => conflict.column('key').doUpdateSet(set))
        .execute()
      await hold(tx, logo.document, 'platform.setting', noRecord)
    } else await tx.deleteFrom('platform.setting').where('key', '=', logoSetting).execute()
    await record(tx, actor, logo ? 'partnership.marked' : 'partnership.unmarked', 'setting', noRecord, { key: logoSetting, ...logo })
    return succeed(undefined)
  })
}

async function letGo(tx: Writer): Promise<void> {
  const before = await findLogo(tx)
  if (before) await release(tx, before.document, 'platform.setting', noRecord)
}
