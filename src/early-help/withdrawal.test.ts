import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayFields } from '#governance/testing/rooms.ts'
import type { Writer } from '#platform/database/session.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { lookAt } from './commands/look.ts'
import { assessing } from './testing/assessing.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, today, led, child } = assessing(town)
const idOf = (at: string): string => at.split('/')[2] ?? ''

const withdrawn = async (at: string) => {
  const [agreed] = await ownerDb.selectFrom('casework.agreement').select('id').where('episode', '=', idOf(at)).execute()
  return town.send(`${at}/agreements/${agreed?.id}/withdraw`, { withdrawnBy: 'Mother' }, 'lead')
}

test('E3: of a withdrawal and an export at one moment, either the export came first and stands among the looks, or nothing leaves', async () => {
  for (let turn = 0; turn < 4; turn += 1) {
    const at = await led()
    await must(`${at}/team`, { post: town.post('nurse'), classes: ['family'] }, 'lead')
    const leaving = () => Promise.all(['annex-a-list-2.csv', 'episode.json'].map((file) => town.get(`${at}/${file}`, 'nurse')))
    const [first, ended, second] = await Promise.all([leaving(), withdrawn(at), leaving()])
    assert.equal(ended.status, 303)
    const left = [...first, ...second].filter(({ status }) => status === 200).length
    assert.ok([...first, ...second].every(({ status, text }) => status === 200 || (status === 404 && !/Wren|28\/02\/2019/.test(text))))
    const looks = await ownerDb
      .selectFrom('casework.look')
      .select('id')
      .where('episode', '=', idOf(at))
      .where('person', '=', town.person('nurse'))
      .execute()
    assert.equal(looks.length, left)
    for (const { status } of await leaving()) assert.equal(status, 404)
  }
})

test('G19, E3: of a withdrawal and a reading at one moment, what began before ends whole, and nothing that begins once it is committed is read', async () => {
  const shared = async () => {
    const at = await led()
    await must(`${at}/team`, { post: town.post('nurse'), classes: ['family', 'assessment'] }, 'lead')
    return at
  }
  // A reading that had begun: the withdrawal does not wait for it, and does not cut it in two.
  const one = await shared()
  const count = async (tx: Writer) => [
    (await tx.selectFrom('casework.person').select('id').execute()).length,
    (await tx.selectFrom('casework.request').select('episode').where('episode', '=', idOf(one)).execute()).length,
  ]
  const reading = { ...town.as('nurse'), now: town.as('nurse').now.add({ minutes: 1 }) } as Doer
  const seen = await lookAt(town.db, reading, idOf(one), 'list', async ({ tx }) => {
    const before = await count(tx)
    assert.equal((await withdrawn(one)).status, 303)
    return [before, await count(tx)]
  })
  assert.deepEqual(seen, [
    [1, 1],
    [1, 1],
  ])
  await assert.rejects(
    lookAt(town.db, reading, idOf(one), 'list', async ({ tx }) => count(tx)),
    /No such family/,
  )
  // Many who read while it is withdrawn: whole, or nothing; a line for each that was whole.
  const at = await shared()
  const sawWhole = ({ status, text }: { readonly status: number; readonly text: string }): boolean => {
    const words = [/Wren Amber/, /They are tired/].filter((word) => word.test(text)).length
    assert.ok(status === 200 ? words === 2 : status === 404 && words === 0, `${status} with ${words} of 2`)
    return status === 200
  }
  let isCommitted = false
  const readers = Array.from({ length: 3 }, async () => {
    let whole = 0
    for (let after = 0; after < 2; ) {
      const began = isCommitted
      const isWhole = sawWhole(await town.get(at, 'nurse'))
      if (isWhole) whole += 1
      if (!began) continue
      assert.equal(isWhole, false, 'begun once it was committed')
      after += 1
    }
    return whole
  })
  const ended = await withdrawn(at)
  isCommitted = true
  assert.equal(ended.status, 303)
  const whole = (await Promise.all(readers)).reduce((sum, one) => sum + one, 0)
  const looks = await ownerDb
    .selectFrom('casework.look')
    .select('id')
    .where('episode', '=', idOf(at))
    .where('person', '=', town.person('nurse'))
    .execute()
  assert.equal(looks.length, whole)
})

test('E3, E4: after a withdrawal nothing of a plan is taken away on paper or as a file any more', async () => {
  const at = await led()
  await must(`${at}/team`, { post: town.post('nurse'), classes: ['family', 'assessment', 'voice', 'plan'] }, 'lead')
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today()), familyWords: 'Calm mornings' }, 'lead')
  await must(`${at}/plan/needs/new`, { need: 'Mornings are hard', outcome: 'Out by eight' }, 'lead')
  const meeting = await must(
    `${at}/plan/new-meeting`,
    { ...dayFields('heldOn', today()), startsAt: '15:30', endsAt: '', place: '' },
    'lead',
  )
  const print = await must(`${at}/plan/print-for`, { who: `relative:${await child(at)}`, edition: 'plain' }, 'lead')
  const papers = [`${at}/plan/our-page`, `${print}/plan.pdf`, `${meeting}/meeting.ics`]
  for (const paper of papers) assert.equal((await town.get(paper, 'nurse')).status, 200, paper)
  assert.equal((await withdrawn(at)).status, 303)
  for (const [who, status] of [
    ['nurse', 404],
    ['lead', 403],
  ] as const)
    for (const paper of papers) {
      const answer = await town.get(paper, who)
      assert.equal(answer.status, status, `${who} ${paper}`)
      assert.doesNotMatch(answer.text, /Calm mornings|BEGIN:VCALENDAR|%PDF/, `${who} ${paper}`)
    }
})
