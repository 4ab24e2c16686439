import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callBallot, openElections } from './testing/election-scene.ts'
import { waitingFor } from './testing/waiting.ts'

const scene = await openElections()
const { board, at, ownerDb, seats } = scene
const [fay, gus, hal, ivy, jo] = seats
const now = '2014-03-03T10:00:00Z'
const clerk = at(board.clerk.account, now)

test('G8: nominated, accepted, voted on in secret, counted, and recorded by a person with the ordinary command', async () => {
  const election = await scene.call({ post: 'chair' })
  assert.equal(
    (await at(fay.account, now).post(`${election}/nominate`, { person: gus.person, statement: 'Knows the county.' })).status,
    303,
  )
  assert.equal((await at(hal.account, now).post(`${election}/nominate`, { person: hal.person })).status, 303)
  assert.deepEqual(await waitingFor(scene.needs, gus.account, now), ['answer-nomination 1'], 'who put themselves forward is not asked')
  assert.deepEqual(await waitingFor(scene.needs, hal.account, now), [])
  const asked = await at(gus.account, now).get(election)
  assert.match(asked.text, /Has not answered/)
  assert.match(asked.text, /Accept and stand/)
  const [, forGus = ''] = /\/candidates\/([0-9a-f-]{36})\/answer/.exec(asked.text) ?? []
  assert.equal((await at(fay.account, now).post(`${election}/candidates/${forGus}/answer`, { answer: 'accepted' })).status, 403)
  assert.equal((await at(gus.account, now).post(`${election}/candidates/${forGus}/answer`, { answer: 'accepted' })).status, 303)
  assert.match((await clerk.get(`${election}/open`)).text, /5 people can vote/)
  assert.equal((await clerk.post(`${election}/open`, { version: '1' })).status, 303)
  for (const voter of seats) assert.deepEqual(await waitingFor(scene.needs, voter.account, now), ['vote 1'])
  const paper = await scene.paperOf(fay, election)
  assert.deepEqual(
    paper.choices.map(({ name }) => name),
    ['Gus Police', 'Hal Health', 'None of them'],
  )
  for (const [voter, choice] of [
    [fay, 'Gus Police'],
    [gus, 'Gus Police'],
    [hal, 'Hal Health'],
    [ivy, 'Gus Police'],
  ] as const)
    assert.equal((await scene.vote(voter, election, choice)).status, 200)
  assert.deepEqual(await waitingFor(scene.needs, ivy.account, now), [])
  assert.deepEqual(await waitingFor(scene.needs, jo.account, now), ['vote 1'])
  assert.match((await clerk.get(election)).text, /4 of 5/)
  assert.doesNotMatch((await at(jo.account, now).get(election)).text, /Fay Council<\/dd>|4 of 5/)
  assert.match((await at(fay.account, now).get(election)).text, /You have voted/)
  assert.equal((await clerk.post(`${election}/count`, { version: '2' })).status, 303)
  const result = await at(jo.account, now).get(election)
  assert.match(result.text, /Gus Police is elected/)
  assert.match(result.text, /4 of 5 who could vote did/)
  for (const { receipt } of scene.receiptsOf(election)) assert.match(result.text, new RegExp(receipt))
  assert.match(result.text, /Did not vote/)
  const shown = await clerk.get(election)
  assert.match(shown.text, /members\/offices\/new/)
  assert.equal(await ownerDb.selectFrom('governance.office').select('id').where('person', '=', gus.person).executeTakeFirst(), undefined)
})

test('M14: everybody can count again from the published list', async () => {
  const election = await callBallot(scene, [fay, gus])
  const choices = ['Fay Council', 'Gus Police', 'None of them', 'Fay Council', 'Fay Council']
  for (const [index, voter] of seats.entries()) await scene.vote(voter, election, choices[index] ?? '')
  await clerk.post(`${election}/count`, { version: '2' })
  const { text } = await at(hal.account, now).get(election)
  const table = text.slice(text.indexOf('All papers by receipt'))
  const lines = [...table.matchAll(/<code>([0-9A-Z-]{19})<\/code>.*?<td[^>]*>([^<]*)<\/td>/gs)].map(([, receipt = '', name = '']) => ({
    receipt,
    name,
  }))
  assert.equal(lines.length, 5)
  assert.deepEqual(
    [...lines].sort((one, other) => (one.receipt < other.receipt ? -1 : 1)),
    lines,
  )
  assert.equal(lines.filter(({ name }) => name === 'Fay Council').length, 3)
  for (const { receipt, choice } of scene.receiptsOf(election)) assert.equal(lines.find((line) => line.receipt === receipt)?.name, choice)
})

test('M14: pressed twice, sent again and again, from two devices: one vote, and the same receipt', async () => {
  const election = await callBallot(scene, [fay, gus])
  const paper = await scene.paperOf(hal, election)
  const other = await scene.paperOf(hal, election)
  const fields = { choice: paper.idOf('Fay Council'), receipt: paper.receipt }
  const answers = await Promise.all(Array.from({ length: 6 }, () => at(hal.account, now).post(`${election}/ballot`, fields)))
  for (const { status, text } of answers) {
    assert.equal(status, 200)
    assert.match(text, new RegExp(paper.shown))
  }
  assert.equal(answers.filter(({ text }) => /sent more than once/.test(text)).length, 5)
  const second = await at(hal.account, now).post(`${election}/ballot`, { choice: other.idOf('Gus Police'), receipt: other.receipt })
  assert.equal(second.status, 422)
  assert.match(second.text, /You have voted already with another paper/)
  assert.match((await at(hal.account, now).get(`${election}/ballot`)).text, /You have voted/)
  await clerk.post(`${election}/count`, { version: '2' })
  const { text } = await at(hal.account, now).get(election)
  assert.match(text, /1 of 5 who could vote did/)
  assert.match(text, /Only one paper is in the box/)
})

test('M14: after closing, for somebody who withdrew, for another election, by somebody without a vote: refused in words, nothing lost', async () => {
  const elsewhere = await callBallot(scene, [fay, gus])
  const foreign = await scene.paperOf(hal, elsewhere)
  const election = await scene.call({ post: 'deputy_chair' })
  for (const one of [fay, gus, hal]) await at(one.account, now).post(`${election}/nominate`, { person: one.person })
  const candidates = await scene.candidatesOf(election)
  const ofHal = candidates.get('Hal Health') ?? ''
  assert.equal((await at(hal.account, now).post(`${election}/candidates/${ofHal}/answer`, { answer: 'withdrawn' })).status, 303)
  await clerk.post(`${election}/open`, { version: '1' })
  assert.equal((await at(hal.account, now).post(`${election}/candidates/${ofHal}/answer`, { answer: 'accepted' })).status, 422)
  assert.equal((await at(fay.account, now).post(`${election}/nominate`, { person: jo.person })).status, 422)
  const paper = await scene.paperOf(ivy, election)
  const send = (who: typeof ivy | typeof board.clerk, fields: Record<string, string>) =>
    at(who.account, now).post(`${election}/ballot`, fields)
  for (const choice of [ofHal, foreign.idOf('Fay Council'), fay.person]) {
    const refused = await send(ivy, { choice, receipt: paper.receipt })
    assert.equal(refused.status, 422)
    assert.match(refused.text, /Choose one of the candidates on the paper/)
    assert.match(refused.text, new RegExp(paper.shown), 'the receipt stays on the paper')
  }
  const empty = await send(ivy, { receipt: paper.receipt })
  assert.match(empty.text, /Choose a candidate, or/)
  assert.equal((await send(ivy, { choice: 'x', receipt: paper.receipt })).status, 422)
  assert.match((await send(ivy, { choice: paper.idOf('Fay Council'), receipt: '<script>' })).text, /receipt on this paper is damaged/)
  const byClerk = await send(board.clerk, { choice: paper.idOf('Fay Council'), receipt: paper.receipt })
  assert.equal(byClerk.status, 422)
  assert.match(byClerk.text, /You have no vote in this election/)
  assert.equal((await send(board.observer, { choice: paper.idOf('Fay Council'), receipt: paper.receipt })).status, 404)
  assert.equal((await send(ivy, { choice: paper.idOf('Fay Council'), receipt: paper.receipt })).status, 200)
  const copied = await send(jo, { choice: paper.idOf('Gus Police'), receipt: paper.receipt })
  assert.match(copied.text, /This receipt is in use/)
  const late = await scene.paperOf(jo, election)
  await clerk.post(`${election}/count`, { version: '2' })
  const closed = await send(jo, { choice: late.idOf('Gus Police'), receipt: late.receipt })
  assert.equal(closed.status, 422)
  assert.match(closed.text, /The ballot is not open any more/)
  assert.equal((await clerk.post(`${election}/count`, { version: '3' })).status, 422)
  assert.equal((await clerk.post(`${election}/count`, { version: '2' })).status, 409)
  assert.match((await at(jo.account, now).get(election)).text, /1 of 5 who could vote did/)
})

test('M14: who lost their voting place since the ballot opened has no vote any more', async () => {
  const election = await callBallot(scene, [fay, gus])
  const paper = await scene.paperOf(jo, election)
  const end = (day: string | null) =>
    ownerDb
      .updateTable('governance.appointment')
      .set({ ends_on: day === null ? null : Temporal.PlainDate.from(day) })
      .where('person', '=', jo.person)
      .execute()
  await end('2014-03-03')
  const refused = await at(jo.account, now).post(`${election}/ballot`, { choice: paper.idOf('Fay Council'), receipt: paper.receipt })
  await end(null)
  assert.notEqual(refused.status, 200)
  const { voted } = await ownerDb
    .selectFrom('meetings.election_voter')
    .select('voted')
    .where('election', '=', election.split('/').at(-1) ?? '')
    .where('person', '=', jo.person)
    .executeTakeFirstOrThrow()
  assert.equal(voted, false)
})

test('G8: the only one who stands is elected unopposed, and nobody stands before somebody accepts', async () => {
  const election = await scene.call({ post: 'deputy_chair' })
  assert.equal((await clerk.post(`${election}/open`, { version: '1' })).status, 422)
  await at(fay.account, now).post(`${election}/nominate`, { person: gus.person })
  assert.equal((await clerk.post(`${election}/open`, { version: '1' })).status, 422)
  const id = (await scene.candidatesOf(election)).get('Gus Police') ?? ''
  assert.equal((await clerk.post(`${election}/candidates/${id}/answer`, { answer: 'accepted' })).status, 303)
  assert.match((await clerk.get(`${election}/open`)).text, /Declare Gus Police elected/)
  assert.equal((await clerk.post(`${election}/open`, { version: '1' })).status, 303)
  assert.match((await at(fay.account, now).get(election)).text, /Gus Police is elected unopposed/)
})

test('M14: a tie says what the terms say, and is settled by a person or by another ballot', async () => {
  const election = await callBallot(scene, [fay, gus])
  await scene.vote(hal, election, 'Fay Council')
  await scene.vote(ivy, election, 'Gus Police')
  await clerk.post(`${election}/count`, { version: '2' })
  const tied = await at(fay.account, now).get(election)
  assert.match(tied.text, /A tie between Fay Council and Gus Police\. It is not settled yet/)
  assert.match(tied.text, /Only two papers are in the box/)
  const page = await clerk.get(`${election}/tie`)
  assert.match(page.text, /The terms give the chair a casting vote/)
  const ids = await scene.candidatesOf(election)
  const settle = (fields: Record<string, string>) =>
    clerk.post(`${election}/tie`, { tieNote: 'By the chair, at once.', version: '3', ...fields })
  assert.match((await settle({ way: 'lot' })).text, /Choose who was elected/)
  assert.equal((await settle({ way: 'lot', elected: hal.person })).status, 422)
  const again = await settle({ way: 'again' })
  assert.equal(again.status, 303)
  assert.notEqual(again.location, election)
  assert.match((await clerk.get(election)).text, /The ballot that followed/)
  assert.equal((await settle({ way: 'casting', elected: ids.get('Fay Council') ?? '' })).status, 409)
  await clerk.post(`${again.location}/open`, { version: '1' })
  await scene.vote(hal, again.location, 'Fay Council')
  await scene.vote(ivy, again.location, 'Gus Police')
  await clerk.post(`${again.location}/count`, { version: '2' })
  const second = await scene.candidatesOf(again.location)
  const settled = await clerk.post(`${again.location}/tie`, {
    way: 'casting',
    elected: second.get('Gus Police') ?? '',
    tieNote: 'The chair.',
    version: '3',
  })
  assert.equal(settled.status, 303)
  assert.match((await at(fay.account, now).get(again.location)).text, /The chair used the casting vote\. Gus Police is elected/)
})

test('M14: a ballot at a meeting is for those who are there', async () => {
  const day = '2014-04-14'
  const { id } = await scene.meetingWith(day, [])
  const during = `${day}T14:20:00Z`
  const election = await scene.call({ post: 'chair', meeting: id })
  for (const one of [fay, gus]) await at(one.account, now).post(`${election}/nominate`, { person: one.person })
  assert.match((await clerk.post(`${election}/open`, { version: '1' })).text, /meeting that is not running/)
  const room = at(board.clerk.account, during)
  await room.post(`/meetings/${id}/attendance/start`)
  await room.post(`/meetings/${id}/attendance`, { mark: '', ...scene.present(0, 1, 2), status_chair: 'present', chairWho: 'chair' })
  assert.equal((await room.post(`${election}/open`, { version: '1' })).status, 303)
  assert.match((await at(jo.account, during).get(`${election}/ballot`)).text, /You have no vote in this election/)
  assert.match((await at(hal.account, during).get(`${election}/ballot`)).text, /Who do you vote for/)
  assert.equal((await room.post(`${election}/call-off`, { reason: 'It is held on paper.', version: '2' })).status, 303)
  assert.match((await at(hal.account, during).get(election)).text, /Called off: It is held on paper/)
})

test('M14: a visitor reads the published result with its figures, and never a receipt, a voter or who else was nominated', async () => {
  const election = await callBallot(scene, [fay, gus])
  for (const [voter, choice] of [
    [hal, 'Fay Council'],
    [ivy, 'Fay Council'],
    [jo, 'Gus Police'],
  ] as const)
    await scene.vote(voter, election, choice)
  const visitor = at(undefined, now)
  assert.equal((await visitor.get(election)).status, 404)
  await clerk.post(`${election}/count`, { version: '2' })
  assert.equal((await visitor.get(election)).status, 404)
  assert.equal((await clerk.post(`${election}/publish`, { version: '3' })).status, 303)
  const { text, status } = await visitor.get(election)
  assert.equal(status, 200)
  assert.match(text, /Fay Council is elected/)
  assert.doesNotMatch(text, /Hal Health|Ivy Schools|Jo Voluntary/)
  for (const { receipt } of scene.receiptsOf(election)) assert.doesNotMatch(text, new RegExp(receipt))
  assert.match((await visitor.get(`/boards/${board.slug}/elections`)).text, /Fay Council was elected/)
})

test('M14: an election without its key takes no paper and is not counted; calling it off says so and loses nothing silently', async () => {
  const election = await callBallot(scene, [fay, gus])
  await scene.vote(hal, election, 'Fay Council')
  await scene.loseKeys()
  const paper = await scene.paperOf(ivy, election)
  const refused = await at(ivy.account, now).post(`${election}/ballot`, { choice: paper.idOf('Fay Council'), receipt: paper.receipt })
  assert.match(refused.text, /The key of this ballot is not on this server/)
  assert.match((await clerk.post(`${election}/count`, { version: '2' })).text, /The key of this ballot is not on this server/)
  assert.equal((await clerk.post(`${election}/call-off`, { reason: 'The key was lost.', version: '2' })).status, 303)
})
