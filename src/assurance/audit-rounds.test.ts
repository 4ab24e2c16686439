import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doerAt, value } from '#meetings/testing/arrange.ts'
import { newId } from '#platform/database/ids.ts'
import { type ActorId, readAs, writeAs } from '#platform/database/session.ts'
import { Forbidden, NotFound } from '#platform/refusals.ts'
import type { Doer } from '#platform/web/endpoints.tsx'
import { addPerson, buildBoard } from '#test/support/board.ts'
import { openHouse } from '#test/support/house.ts'
import { handIn, moderate, progressAuditAction, saveAnswers } from './commands/audit-answer.ts'
import {
  addRound,
  addToolkit,
  chaseRound,
  openRound,
  reportRound,
  setAgencies,
  setAgencyPeople,
  showRound,
  startModeration,
} from './commands/audit-round.ts'
import { findRound } from './queries/audits.ts'
import { countCompliance } from './rules/audit.ts'

const house = await openHouse(Temporal.Instant.from('2014-02-14T10:00:00Z'))
const { needs, ownerDb } = house
const board = await buildBoard(ownerDb, 'strategic-partnership')
const at = (account: ActorId, instant = '2014-02-14T10:00:00Z'): Doer => doerAt(account, instant)
const clerk = at(board.clerk.account)
const today = clerk.today
const day = (iso: string) => Temporal.PlainDate.from(iso)
const as = <T>(
  doer: { readonly actor: ActorId | undefined; readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
  id: string,
  find: (reader: never, id: string, today: Temporal.PlainDate) => Promise<T>,
) => readAs(needs.db, doer, (reader) => find(reader as never, id, today))
const visitor = { ...clerk, actor: undefined }
const codeOf = (result: { readonly ok: boolean; readonly problems?: readonly { readonly code: string }[] }) => result.problems?.[0]?.code

const titles = ['Leaders', 'Policy', 'Accountability', 'Voice', 'Training', 'Recruitment', 'Together', 'Information']

test('P6: a round of 14 agencies and 8 standards from invitation to board report, each seeing its own alone until it is handed in', async () => {
  const agencies = Array.from({ length: 14 }, (_, index) => ({ id: newId(), name: `Agency ${String(index).padStart(2, '0')}` }))
  for (const { id, name } of agencies)
    await ownerDb
      .insertInto('governance.organisation')
      .values({ id, name, sector: 'health', starts_on: day('2000-01-01') })
      .execute()
  const leads = await Promise.all(agencies.slice(0, 13).map(({ name }) => addPerson(ownerDb, `Lead of ${name}`)))
  const peer = await addPerson(ownerDb, 'Pia Peer')
  const scores = ['None', 'Some', 'Most', 'All'].map((label, score) => ({ score, label }))
  const toolkit = value(
    await addToolkit(needs, clerk, board.body, {
      title: 'Section 11',
      source: undefined,
      scores,
      passMark: 2,
      standards: titles.map((title) => ({ title, question: '' })),
    }),
  )
  const round = { toolkit, title: 'First', opensOn: today, dueOn: day('2014-03-14'), previous: undefined }
  const id = value(await addRound(needs, clerk, board.body, round))
  const now = (doer: Doer = clerk) => as(doer, id, findRound)
  const version = async () => (await now()).version
  assert.equal(codeOf(await openRound(needs, clerk, id, 1)), 'no-agencies')
  value(await setAgencies(needs, clerk, id, { organisations: agencies.map((one) => one.id), version: 1 }))
  for (const [index, agency] of agencies.entries()) {
    const people = { lead: leads[index]?.person, moderator: peer.person, version: 1 }
    if (index === 0)
      assert.equal(codeOf(await setAgencyPeople(needs, clerk, id, agency.id, { ...people, lead: peer.person })), 'moderator-is-lead')
    value(await setAgencyPeople(needs, clerk, id, agency.id, people))
  }
  const [first, other] = leads.map(({ account }) => at(account))
  assert.ok(first && other && agencies[0] && agencies[1])
  await assert.rejects(now(first), NotFound, 'nobody is told before it opens')
  value(await openRound(needs, clerk, id, await version()))
  const mails = () => ownerDb.selectFrom('platform.mail_delivery').select('recipient').where('about_id', '=', id).execute()
  assert.equal((await mails()).length, 13, 'the one without a lead cannot be invited')
  // Agency 12 answers nothing, agency 13 has nobody; the rest hand in, the first with one standard open.
  const keys = (await now()).toolkit.standards.map(({ key }) => key)
  for (const [index, agency] of agencies.slice(0, 12).entries()) {
    const answers = keys.map((standard, at) => ({
      standard,
      score: index === 0 && at === 7 ? undefined : (index + at) % 4,
      evidence: `Seen ${index}`,
      link: '',
    }))
    value(await saveAnswers(needs, at(leads[index]?.account as ActorId), id, agency.id, answers))
  }
  await assert.rejects(saveAnswers(needs, other, id, agencies[0].id, []), NotFound)
  const seenBy = async (doer: Doer) =>
    (await now(doer)).agencies.filter(({ results }) => results.some(({ self }) => self !== undefined)).map(({ name }) => name)
  assert.deepEqual(await seenBy(first), ['Agency 00'])
  assert.deepEqual([await seenBy(clerk), await seenBy(at(peer.account)), await seenBy(at(board.member.account))], [[], [], []])
  for (const [index, agency] of agencies.slice(0, 12).entries())
    value(await handIn(needs, at(leads[index]?.account as ActorId), id, agency.id, 2))
  assert.deepEqual([(await seenBy(clerk)).length, (await seenBy(at(peer.account))).length, await seenBy(first)], [12, 12, ['Agency 00']])
  await assert.rejects(saveAnswers(needs, first, id, agencies[0].id, []), Forbidden, 'what was handed in stays')
  value(await chaseRound(needs, clerk, id, await version()))
  assert.equal((await mails()).length, 14, 'one is reminded')
  value(await startModeration(needs, clerk, id, await version()))
  const changed = keys.map((standard, at) => ({ standard, score: at === 0 ? 0 : 3, reason: 'The evidence shows it' }))
  await assert.rejects(moderate(needs, first, id, agencies[0].id, changed), Forbidden, 'nobody moderates their own')
  value(await moderate(needs, at(peer.account), id, agencies[0].id, changed.slice(0, 2)))
  assert.equal(
    codeOf(await moderate(needs, at(peer.account), id, agencies[1].id, [{ standard: keys[0] ?? '', score: 3, reason: '' }])),
    'moderation-reason',
  )
  await assert.rejects(
    writeAs(needs.db, at(peer.account), (tx) =>
      tx
        .insertInto('assurance.audit_moderation')
        .values({
          round: id,
          organisation: agencies[2]?.id ?? '',
          standard: keys[0] ?? '',
          score: 9,
          moderator: peer.person,
          at: clerk.now,
        })
        .execute(),
    ),
    /no such standard or score/,
  )
  value(await reportRound(needs, clerk, id, { summary: 'Weak on voice.', version: await version() }))
  const report = await now(at(board.member.account))
  const results = report.agencies.flatMap((agency) => agency.results)
  const counts = countCompliance(results, report.passMark)
  assert.deepEqual(
    [results.length, counts.missing, counts.met + counts.notFully + counts.missing],
    [112, 17, 112],
    'missing answers are counted',
  )
  assert.equal(report.actions.length, counts.notFully, 'one action for each that falls short')
  assert.deepEqual(
    report.agencies[0]?.results.slice(0, 2).map(({ self, moderated }) => [self, moderated]),
    [
      [0, 0],
      [1, 3],
    ],
    'both scores are kept',
  )
  const action = report.actions.find(({ organisation }) => organisation === agencies[0]?.id)
  const done = { text: 'Train all', lead: 'Head', dueOn: day('2014-06-01'), doneOn: undefined, version: 1 }
  await assert.rejects(progressAuditAction(needs, other, id, action?.id ?? '', done), NotFound)
  value(await progressAuditAction(needs, first, id, action?.id ?? '', done))
  await assert.rejects(as(visitor, id, findRound), NotFound)
  value(await showRound(needs, clerk, id, { version: await version() }))
  const open = await as(visitor, id, findRound)
  assert.ok(
    open.agencies.every((agency) => agency.results.every(({ self, evidence }) => self === undefined && evidence === '')),
    'what agencies say of themselves stays',
  )
  assert.equal(open.agencies[0]?.results[1]?.moderated, 3)
  // The same toolkit again: the same agencies and people are asked.
  const again = value(await addRound(needs, clerk, board.body, { ...round, title: 'Second', previous: id }))
  const repeat = await as(clerk, again, findRound)
  assert.deepEqual(
    [repeat.agencies.length, repeat.agencies.filter(({ lead }) => lead !== undefined).length, repeat.state],
    [14, 13, 'draft'],
  )
})
