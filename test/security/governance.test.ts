import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { bodyKindPath } from '#governance/body-kind-paths.ts'
import * as paths from '#governance/paths.ts'
import type { Role } from '#governance/rules/access.ts'
import { governanceAccess } from '#governance/rules/governance-access.ts'
import { sampleTerms } from '#governance/sample/terms.ts'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { type Answer, addAccount, type Client, openClient } from '../support/client.ts'
import { openHouse } from '../support/house.ts'
import { addOwnRecords } from './own-records.ts'
import { addDelegated } from './records-delegated.ts'
import * as made from './records-governance.ts'
import { buildWorld, matrixDay, matrixNow, personWho } from './world.ts'

// Generated from the access matrix of governance, against HTTP and against the database.
const house = await openHouse(matrixNow)
const owner = house.ownerDb
const world = await buildWorld(owner)
const from = Temporal.PlainDate.from('2020-01-01')
const { slug, body } = world
const [terms] = sampleTerms()
const one = async (query: ReturnType<typeof sql<{ id: string }>>): Promise<string> => (await query.execute(owner)).rows[0]?.id ?? ''
const organisation = newId()
const interest = newId()
const post = newId()
await owner
  .insertInto('governance.organisation')
  .values({ id: organisation, name: 'An agency', sector: 'council', starts_on: from })
  .execute()
await owner
  .insertInto('governance.post')
  .values({ id: post, person: personWho(world, 'member'), organisation, title: 'Officer', starts_on: from })
  .execute()
await owner
  .insertInto('governance.interest')
  .values({ id: interest, person: personWho(world, 'member'), kind: 'personal', nature: 'A nature', declared_on: from, starts_on: from })
  .execute()
await owner
  .insertInto('governance.terms_version')
  .values({
    id: newId(),
    body,
    number: 1,
    state: 'draft',
    starts_on: matrixDay,
    document: JSON.stringify({ ...terms, body: { ...terms?.body, slug } }),
    recorded_at: matrixNow,
    recorded_by: newId(),
  })
  .execute()
const dispensation = newId()
await owner
  .insertInto('governance.dispensation')
  .values({
    ...{ id: dispensation, person: personWho(world, 'member'), body, scope: 'To speak and vote', granted_by: 'The monitoring officer' },
    starts_on: from,
  })
  .execute()
const seat = await one(sql`select id from governance.seat where body = ${body} and key = 'member'`)
const appointment = await one(sql`select id from governance.appointment where seat = ${seat}`)
const deputy = await one(sql`select id from governance.deputy_authorisation where seat = ${seat}`)
const office = await one(sql`select id from governance.office where body = ${body} and role = 'chair'`)
const person = personWho(world, 'member')
// Between the world's body and one without a clerk, so that the body's own clerk speaks for both.
const neighbour = newId()
await owner.insertInto('governance.body').values({ id: neighbour, slug: 'neighbour', name: 'Neighbour', kind: 'delivery-board' }).execute()
const requests = { public: newId(), members: newId() }
for (const sight of ['public', 'members'] as const)
  await owner
    .insertInto('governance.body_request')
    .values({
      ...{ id: requests[sight], from_body: body, to_body: neighbour, kind: 'request', subject: `For ${sight}`, words: 'Please', sight },
      ...{ asked_on: from, due_on: matrixDay, recorded_for: body },
    })
    .execute()
const protocol = newId()
const duty = newId()
const relation = newId()
await owner.insertInto('governance.protocol').values({ id: protocol, title: 'A protocol', purpose: 'To agree', starts_on: from }).execute()
await owner
  .insertInto('governance.protocol_party')
  .values([body, neighbour].map((party) => ({ protocol, body: party, signed_by: 'The chair', signed_on: from })))
  .execute()
await owner
  .insertInto('governance.protocol_duty')
  .values({ id: duty, protocol, body: neighbour, title: 'A duty', opens_month: 1, closes_month: 3, starts_on: from })
  .execute()
await owner.insertInto('governance.duty_outcome').values({ duty, cycle_year: 2021, outcome: 'met', on_day: from }).execute()
await owner
  .insertInto('governance.body_relation')
  .values({ id: relation, from_body: body, to_body: neighbour, kind: 'reports-to', cadence: 'Yearly', starts_on: from })
  .execute()
const { delegation, agreement } = await addDelegated(owner, world, organisation)
const { team, dispute } = await made.addTeamAndDispute(owner, body)
const composition = await made.addCompositionRule(owner, body)
const { area, line } = await made.addAreas(owner, body)
const mileRate = await one(sql`select id from governance.mile_rate where vehicle = 'bicycle'`)

const clients = new Map<Role, Client>()
for (const { role, person: who } of world.somebodies) {
  if (who === undefined) clients.set(role, await openClient(house))
  else {
    const details = await addAccount(house, `Person ${role}`)
    await owner.updateTable('governance.person').set({ account: details.account }).where('id', '=', who).execute()
    clients.set(role, await openClient(house, details))
  }
}
const isRefused = ({ status, location }: Answer): boolean => [401, 403, 404].includes(status) || location.startsWith('/sign-in')

interface Endpoint {
  readonly path: string
  readonly record: string
  readonly state?: string
  readonly verb: string
}
const endpoints: readonly Endpoint[] = [
  { path: paths.newBoardPath, record: 'body', verb: 'add' },
  { path: paths.statusPath(slug), record: 'body', verb: 'set-status' },
  { path: bodyKindPath(slug), record: 'body', verb: 'set-status' },
  { path: paths.newRelationPath(slug), record: 'body', verb: 'relate' },
  { path: paths.newRequestPath(slug), record: 'body-request', state: 'public', verb: 'add' },
  { path: paths.answerRequestPath(slug, requests.public), record: 'body-request', state: 'public', verb: 'answer' },
  { path: paths.withdrawRequestPath(slug, requests.public), record: 'body-request', state: 'public', verb: 'withdraw' },
  { path: paths.newProtocolPath, record: 'protocol', verb: 'add' },
  { path: paths.changeProtocolPath(protocol), record: 'protocol', verb: 'change' },
  { path: paths.signProtocolPath(protocol, body), record: 'protocol', verb: 'sign' },
  { path: paths.newDutyPath(protocol), record: 'protocol', verb: 'change' },
  { path: paths.endDutyPath(protocol, duty), record: 'protocol', verb: 'change' },
  { path: paths.settleDutyPath(slug, duty, 2022), record: 'duty-outcome', verb: 'record' },
  { path: paths.newReportPath(slug, relation), record: 'report-made', verb: 'record' },
  { path: paths.newSharingPath(slug), record: 'sharing-agreement', state: 'public', verb: 'add' },
  { path: paths.agreementStepPath(slug, agreement, 'change'), record: 'sharing-agreement', state: 'public', verb: 'change' },
  { path: paths.agreementStepPath(slug, agreement, 'review'), record: 'sharing-agreement', state: 'public', verb: 'review' },
  { path: paths.agreementStepPath(slug, agreement, 'withdraw'), record: 'sharing-agreement', state: 'public', verb: 'change' },
  { path: paths.agreementStepPath(slug, agreement, 'paper'), record: 'sharing-agreement', state: 'public', verb: 'change' },
  { path: paths.signAgreementPath(slug, agreement, organisation), record: 'sharing-agreement', state: 'public', verb: 'sign' },
  { path: paths.newDelegationPath(slug), record: 'delegation', verb: 'add' },
  { path: paths.heldByLawPath(slug), record: 'delegation', verb: 'add' },
  { path: paths.handOnPath(slug, delegation), record: 'delegation', verb: 'add' },
  { path: paths.revokeDelegationPath(slug, delegation), record: 'delegation', verb: 'revoke' },
  ...made.areaEndpoints(slug, area, line),
  ...made.ruleEndpoints(mileRate),
  ...made.lifeEndpoints(slug, team, dispute),
  ...made.lawEndpoints(slug, composition),
  ...made.seatEndpoints(slug, seat),
  ...made.memberEndpoints(slug, seat, appointment, deputy),
  { path: paths.newOfficePath(slug), record: 'office', verb: 'add' },
  { path: paths.newDispensationPath(slug), record: 'dispensation', verb: 'add' },
  { path: paths.endDispensationPath(slug, dispensation), record: 'dispensation', verb: 'end' },
  { path: paths.endOfficePath(slug, office), record: 'office', verb: 'end' },
  { path: paths.termsImportPath(slug), record: 'terms', state: 'draft', verb: 'add' },
  { path: paths.termsAdoptPath(slug, 1), record: 'terms', state: 'draft', verb: 'adopt' },
  { path: paths.reviewTermsPath(slug, 1), record: 'terms-review', verb: 'record' },
  { path: paths.termsSectionPath(slug, 1, 'quorum'), record: 'terms', state: 'draft', verb: 'change' },
  { path: paths.termsSeatPath(slug, 1, 'new-seat'), record: 'terms', state: 'draft', verb: 'change' },
  { path: paths.newOrganisationPath, record: 'organisation', verb: 'add' },
  { path: paths.changeOrganisationPath(organisation), record: 'organisation', verb: 'change' },
  { path: paths.successionActPath(organisation, 'end'), record: 'organisation', verb: 'succeed' },
  { path: `${paths.confirmSuccessionPath(organisation, 'end')}?day=2030-01-01`, record: 'organisation', verb: 'succeed' },
  { path: paths.takeBackPath(organisation, await made.addSuccessionAct(owner, organisation)), record: 'organisation', verb: 'succeed' },
  { path: paths.newPersonPath, record: 'person', verb: 'add' },
  { path: paths.changePersonPath(person), record: 'person', verb: 'change' },
  { path: paths.newPostPath(person), record: 'post', verb: 'add' },
  { path: paths.endPostPath(person, post), record: 'post', verb: 'end' },
  ...(await addOwnRecords(owner, world, appointment)),
]

for (const { path, record, state = 'any', verb } of endpoints) {
  const allowed = governanceAccess[record]?.[state]?.[verb] ?? []
  test(`X1: ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')} is for ${allowed.join(', ')}`, async () => {
    assert.ok(allowed.length > 0, 'the matrix names nobody')
    for (const { role } of world.somebodies) {
      const client = clients.get(role)
      if (client === undefined) continue
      for (const answer of [await client.get(path), await client.post(path, {})]) {
        assert.equal(isRefused(answer), !allowed.includes(role), `${role} got ${answer.status}`)
        assert.ok(answer.status < 500, `${role} met a fault`)
      }
    }
  })
}

test('X1: how a member is reached is changed by the member, the clerk of the board and administrators, and by nobody else', async () => {
  await owner
    .insertInto('governance.person_contact')
    .values({ person: personWho(world, 'member'), email: 'm@example.org' })
    .execute()
  for (const { role } of world.somebodies) {
    const account =
      role === 'visitor'
        ? undefined
        : (await owner.selectFrom('governance.person').select('account').where('id', '=', personWho(world, role)).executeTakeFirst())
            ?.account
    const acting = { actor: (account ?? undefined) as never, today: matrixDay, now: matrixNow }
    const changed = await writeAs(
      house.needs.db,
      acting,
      async (tx) =>
        (
          await tx
            .updateTable('governance.person_contact')
            .set({ phone: '1' })
            .where('person', '=', personWho(world, 'member'))
            .executeTakeFirst()
        ).numUpdatedRows,
    )
    assert.equal(changed > 0n, ['member', 'clerk', 'administrator'].includes(role), role)
  }
  const form = await clients.get('other-clerk')?.get(paths.changePersonPath(personWho(world, 'member')))
  assert.ok(form && form.status === 200 && !form.text.includes('name="email"'))
  const version = /name="version" value="(\d+)"/.exec(form.text)?.[1] ?? ''
  const tried = await clients
    .get('other-clerk')
    ?.post(paths.changePersonPath(personWho(world, 'member')), { name: 'Person member', email: 'thief@example.org', version })
  assert.equal(tried?.status, 403)
  const own = await clients.get('member')?.post(paths.myContactPath, { email: 'new@example.org', phone: '' })
  assert.equal(own?.status, 303)
  const kept = await owner
    .selectFrom('governance.person_contact')
    .select('email')
    .where('person', '=', personWho(world, 'member'))
    .executeTakeFirst()
  assert.equal(kept?.email, 'new@example.org')
})

test('X1: an invited person is invited again by administrators alone, and the mail goes to the account', async () => {
  const path = paths.invitePersonAgainPath(personWho(world, 'member'))
  const before = await owner.selectFrom('platform.mail_delivery').select('id').execute()
  for (const { role } of world.somebodies) {
    const answer = await clients.get(role)?.post(path, {})
    if (answer) assert.equal(isRefused(answer), role !== 'administrator', role)
  }
  assert.equal((await owner.selectFrom('platform.mail_delivery').select('id').execute()).length, before.length + 1)
})

test('G13: an interest is its owner’s to change, and nobody else’s', async () => {
  for (const { role } of world.somebodies) {
    const answer = await clients.get(role)?.get(paths.changeInterestPath(interest))
    assert.equal(answer !== undefined && isRefused(answer), role !== 'member', role)
  }
})

/** Tables whose rows the matrix lets some change: what a plain update changes as each role. */
const tables: readonly (Pick<Endpoint, 'record' | 'state' | 'verb'> & { readonly table: string; readonly where: string })[] = [
  { table: 'governance.organisation', where: `id = '${organisation}'`, record: 'organisation', verb: 'change' },
  { table: 'governance.person', where: `id = '${person}'`, record: 'person', verb: 'change' },
  { table: 'governance.post', where: `id = '${post}'`, record: 'post', verb: 'end' },
  { table: 'governance.body', where: `id = '${body}'`, record: 'body', verb: 'change' },
  ...(['public', 'members'] as const).map((state) => ({
    ...{ table: 'governance.body_request', where: `id = '${requests[state]}'`, record: 'body-request', state, verb: 'answer' },
  })),
  { table: 'governance.protocol', where: `id = '${protocol}'`, record: 'protocol', verb: 'change' },
  { table: 'governance.protocol_duty', where: `id = '${duty}'`, record: 'protocol', verb: 'change' },
  { table: 'governance.duty_outcome', where: `duty = '${duty}'`, record: 'duty-outcome', verb: 'record' },
  { table: 'governance.sharing_agreement', where: `id = '${agreement}'`, record: 'sharing-agreement', state: 'public', verb: 'review' },
  { table: 'governance.delegation', where: `id = '${delegation}'`, record: 'delegation', verb: 'revoke' },
  { table: 'governance.team', where: `id = '${team}'`, record: 'team', verb: 'change' },
  ...made.areaTables(area, line),
  ...made.ruleTables(mileRate),
  { table: 'governance.dispute', where: `id = '${dispute}'`, record: 'dispute', state: 'public', verb: 'settle' },
  { table: 'governance.dispute_step', where: `dispute = '${dispute}'`, record: 'dispute', state: 'members', verb: 'answer' },
  { table: 'governance.composition_rule', where: `id = '${composition}'`, record: 'composition-rule', verb: 'end' },
  { table: 'governance.seat', where: `id = '${seat}'`, record: 'seat', verb: 'change' },
  { table: 'governance.appointment', where: `id = '${appointment}'`, record: 'appointment', verb: 'end' },
  { table: 'governance.deputy_authorisation', where: `id = '${deputy}'`, record: 'deputy-authorisation', verb: 'end' },
  { table: 'governance.office', where: `id = '${office}'`, record: 'office', verb: 'end' },
  { table: 'governance.terms_version', where: `body = '${body}'`, record: 'terms', state: 'draft', verb: 'change' },
]
const unversioned: readonly string[] = ['post', 'deputy_authorisation', 'area_relation', 'body_area'].map((name) => `governance.${name}`)
for (const { table, where, record, state = 'any', verb } of tables) {
  const allowed = governanceAccess[record]?.[state]?.[verb] ?? []
  test(`X1: in the database ${table} is changed by ${allowed.join(', ')} alone`, async () => {
    for (const { role, actor } of world.somebodies) {
      const account =
        role === 'visitor'
          ? actor
          : ((await owner.selectFrom('governance.person').select('account').where('id', '=', personWho(world, role)).executeTakeFirst())
              ?.account ?? undefined)
      const changed = await writeAs(house.needs.db, { actor: account as typeof actor, today: matrixDay, now: matrixNow }, async (tx) => {
        const column = unversioned.includes(table) ? 'starts_on' : 'version'
        return (await sql.raw(`update ${table} set ${column} = ${column} where ${where}`).execute(tx)).numAffectedRows ?? 0n
      })
      assert.equal(changed > 0n, allowed.includes(role), role)
    }
  })
}

for (const state of ['public', 'members'] as const) {
  const allowed = governanceAccess['body-request']?.[state]?.read ?? []
  test(`X1: a request between boards for ${state} is read by ${allowed.join(', ')} alone`, async () => {
    for (const { role } of world.somebodies) {
      const { status } = (await clients.get(role)?.get(paths.requestPath(slug, requests[state]))) ?? { status: 0 }
      assert.equal(status === 200, allowed.includes(role) || allowed.includes('visitor'), `${role} got ${status}`)
    }
  })
}
