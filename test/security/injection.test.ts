import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readText } from '#meetings/commands/paper/write-paper.ts'
import { withdrawPublication } from '#meetings/commands/publish/withdraw-publication.ts'
import { itemInput, value } from '#meetings/testing/arrange.ts'
import { openPreparing } from '#meetings/testing/preparing-scene.ts'
import { addAccount, openClient } from '../support/client.ts'

const scene = await openPreparing()
const { board } = scene
const visitor = await openClient(scene)
const attack = `]]></summary><script>alert(1)</script><img src=x onerror=alert(1)>"'--><a href="javascript:alert(1)">`
/** Nothing of the attack is markup: no element of it stands in the text. */
const assertHarmless = (text: string, what: string): void => {
  assert.doesNotMatch(text, /<script>alert|<img src=x|href="javascript:|onerror=alert\(1\)>(?!.*&)/i, what)
}

test('O1: what somebody typed is text on pages and in feeds, whatever it looks like', async () => {
  const { id, items } = await scene.meetingWith('2014-03-24', [itemInput(attack, { summary: attack, presenter: attack })], {
    place: attack,
    contact: attack,
    accessNotes: attack,
    title: attack,
  })
  for (const link of [
    '[go](javascript:alert(1))',
    '[go](//evil.example)',
    '[go](data:text/html,x)',
    '[go](/\\\\evil.example)',
    '[go](JaVaScRiPt:alert(1))',
  ])
    assert.equal((await readText(link)).ok, false, link)
  const body = `${attack}\n\n![x](javascript:alert(1)) <iframe src=//evil.example></iframe>`
  const paper = await scene.clearedPaper(id, items[0] ?? '', attack, body)
  const publication = await scene.publish(id)
  const paths = [
    `/meetings/${id}`,
    `/meetings/${id}/items/${items[0]}`,
    `/papers/${paper}`,
    '/',
    `/boards/${board.slug}`,
    `/search?q=alert`,
  ]
  for (const path of [...paths, `/search?q=${encodeURIComponent(attack)}`]) {
    const { text } = await visitor.get(path)
    assertHarmless(text, path)
    assert.doesNotMatch(text, /<iframe/, path)
  }
  value(await withdrawPublication(scene.needs, scene.later, id, publication, { reason: attack }))
  for (const path of [...paths, `/feeds/${board.slug}.atom`]) assertHarmless((await visitor.get(path)).text, path)
  const atom = (await visitor.get(`/feeds/${board.slug}.atom`)).text
  const inside = [...atom.matchAll(/ type="html">(.*?)<\//gs)].map(([, text = '']) => text).join('')
  assert.match(inside, /&amp;lt;/)
  assert.doesNotMatch(inside, /&lt;/, 'what feed readers take for HTML holds markup')
})

test('M7: line breaks and commas that somebody typed end no line of a calendar entry', async () => {
  const place = 'Room 1;X-EVIL:1, \\n"Two"'
  const { id } = await scene.meetingWith('2014-06-23', [itemInput('Figures')], { place })
  for (const path of [`/meetings/${id}/calendar.ics`, `/calendar/${board.slug}.ics`]) {
    const { text, status } = await visitor.get(path)
    assert.equal(status, 200, path)
    assert.doesNotMatch(text, /^X-EVIL/m, path)
    assert.doesNotMatch(text, /[^\r]\n/, `${path} has a bare line feed`)
  }
})

test('X5: a form that hides line breaks or control characters in one line is refused in words', async () => {
  const { id } = await scene.meetingWith('2014-09-22', [])
  const account = await addAccount(scene, 'The clerk')
  await scene.ownerDb.updateTable('governance.person').set({ account: account.account }).where('id', '=', board.clerk.person).execute()
  const clerk = await openClient(scene, account)
  for (const title of ['Subject\r\nBcc: thief@example.org', 'A\u0000B', 'A\u202eB\u0007', 'A\ud800B']) {
    const answer = await clerk.post(`/meetings/${id}/agenda/new`, { title, purpose: 'decision', reportStatus: 'none', category: 'public' })
    assert.ok([422, 303].includes(answer.status), `${JSON.stringify(title)} got ${answer.status}`)
    const kept = await scene.ownerDb.selectFrom('meetings.item_content').select('title').where('meeting', '=', id).execute()
    for (const row of kept) assert.doesNotMatch(row.title, /[\p{Cc}\p{Cs}]/u)
  }
  for (const field of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'version[__proto__]']) {
    const answer = await clerk.post(`/meetings/${id}/edit`, {
      [field]: 'x',
      version: '__proto__',
      kind: 'constructor',
      access: '__proto__',
    })
    assert.equal(answer.status, 422, field)
  }
})

test('X1: the address that a request claims is in no page, redirect or mail', async () => {
  for (const headers of [{ host: 'evil.example' }, { 'x-forwarded-host': 'evil.example' }, { forwarded: 'host=evil.example' }]) {
    for (const path of ['/', '/work', '/sign-in', `/feeds/${board.slug}.atom`]) {
      const answer = await scene.app.request(path, { headers })
      const head = [...answer.headers].flat().join('\n')
      assert.doesNotMatch(`${head}${await answer.text()}`, /evil\.example/, path)
    }
  }
  const account = await addAccount(scene, 'Somebody forgetful')
  await visitor.post('/forgotten-password', { email: account.email })
  const jobs = await scene.ownerDb.selectFrom('platform.mail_delivery').select('recipient').where('recipient', '=', account.email).execute()
  assert.equal(jobs.length, 1)
})
