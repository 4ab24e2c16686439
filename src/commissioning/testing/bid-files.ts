import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, type Database, readAs, writeAs } from '#platform/database/session.ts'
import { pdfOf } from '#platform/documents/uploads/testing/pdf-files.ts'
import { dayOf } from '#platform/time/london.ts'
import type { Client } from '#test/support/client.ts'
import { lookAtBids } from '../commands/bid-call.ts'
import { withdrawBidFile } from '../commands/bid-file.ts'
import { findCall } from '../queries/bids.ts'

const acting = (account: string | undefined, now: Temporal.Instant) => ({ actor: account as ActorId, now, today: dayOf(now) })

/** Who may read no file of a bid before it is opened: the clerk, the two who open it, an administrator, another bidder, a visitor and Goldenthread itself. */
async function strangers(owner: Database, not: string): Promise<readonly (string | undefined)[]> {
  const { rows } = await sql<{
    account: string
  }>`select distinct p.account from governance.person p    where p.account is not null and not exists (select from commissioning.officer o where o.person = p.id and o.kind = 'provider' and o.organisation = ${not}::uuid)`.execute(
    owner,
  )
  assert.ok(rows.length > 10, 'everybody else of the sample')
  return [...rows.map(({ account }) => account), SYSTEM_ACTOR, undefined]
}

/** Tries files of a bid before the opening. Gives what is needed to try them afterwards. @param provider - one who has a bid in the call */
export async function filesAreSealed(
  house: { readonly db: Database; readonly owner: Database; readonly now: Temporal.Instant },
  those: { readonly provider: Client; readonly clerk: Client; readonly visitor: Client },
  call: string,
  organisation: string,
) {
  const { db, owner, now } = house
  const at = `/bid-calls/${call}/files`
  const add = async (name: string, bytes: Uint8Array<ArrayBuffer>) => those.provider.upload(at, 'file', new File([bytes], name))
  assert.match((await add('method.pdf', new TextEncoder().encode('no PDF'))).text, /cannot be taken|does not say what it is/)
  assert.ok((await those.clerk.upload(at, 'file', new File(['x'], 'x.pdf'))).status >= 400)
  const pdf = new Uint8Array(await pdfOf(1))
  for (const name of ['How we do it.pdf', 'Wrong.pdf']) assert.equal((await add(name, pdf)).status, 303)
  const page = (await those.provider.get(`/bid-calls/${call}`)).text
  assert.match(page, /How we do it\.pdf[\s\S]*Wrong\.pdf/)
  const [right = '', wrong = ''] = [...page.matchAll(/\/files\/([0-9a-f-]{36})"/g)].map(([, id]) => id).slice(-2)
  assert.match((await those.provider.get(`${at}/${right}`)).text, /^%PDF/)
  assert.equal((await those.clerk.post(`${at}/${wrong}/withdraw`, {})).status, 404)
  assert.equal((await those.provider.post(`${at}/${wrong}/withdraw`, {})).status, 303)
  const rival = await sql<{ id: string }>`select id from commissioning.provider where id <> ${organisation}::uuid limit 1`.execute(owner)
  const others = await strangers(owner, organisation)
  // A rival that bids, too, and signs in.
  const person = await sql<{ id: string }>`select id from governance.person where account = ${others[0]}::uuid`.execute(owner)
  const officer = { organisation: rival.rows[0]?.id ?? '', person: person.rows[0]?.id ?? '', kind: 'provider' }
  await owner
    .insertInto('commissioning.officer')
    .values({ id: newId(), ...officer, starts_on: dayOf(now) })
    .execute()
  const read = (who: string | undefined, moment: Temporal.Instant) =>
    readAs(db, acting(who, moment), (reader) =>
      reader.selectFrom('commissioning.bid_file').select(['name', 'content']).where('call', '=', call).execute(),
    )
  for (const who of others) assert.deepEqual(await read(who, now), [], `sealed from ${who}`)
  for (const client of [those.clerk, those.visitor]) {
    assert.ok((await client.get(`${at}/${right}`)).status >= 300)
    assert.doesNotMatch((await client.get(`/bid-calls/${call}`)).text, /How we do it/)
  }
  return {
    /** After the last moment nothing comes and goes, not by a command and not in the database. */
    async stand(account: string, moment: Temporal.Instant) {
      assert.equal((await withdrawBidFile({ db }, acting(account, moment), call, right)).ok, false)
      const late = {
        id: newId(),
        call,
        provider: organisation,
        name: 'Late.pdf',
        media_type: 'application/pdf',
        size: 1,
        content: Buffer.from('x'),
      }
      const insert = writeAs(db, acting(account, moment), async (tx) => {
        const { body } = await findCall(tx, call)
        const me = await tx
          .selectFrom('commissioning.bid')
          .select('submitted_by')
          .where('call', '=', call)
          .limit(1)
          .executeTakeFirstOrThrow()
        await tx
          .insertInto('commissioning.bid_file')
          .values({ ...late, body, added_at: moment, added_by: me.submitted_by })
          .execute()
      })
      await assert.rejects(insert, /after the last moment for bids/)
    },
    /** Opened: read in a look alone by who may look, and by nobody else. */
    async opened(openers: readonly (string | undefined)[], moment: Temporal.Instant) {
      for (const who of [...others.slice(0, 3), ...openers]) assert.deepEqual(await read(who, moment), [], `without a look, ${who}`)
      for (const who of openers) {
        const seen = await writeAs(db, acting(who, moment), async (tx) => {
          await lookAtBids(tx, acting(who, moment), await findCall(tx, call))
          return tx.selectFrom('commissioning.bid_file').select('name').where('call', '=', call).orderBy('name').execute()
        })
        assert.deepEqual(seen, [{ name: 'How we do it.pdf' }, { name: 'Plan of both rooms.pdf' }])
      }
    },
  }
}
