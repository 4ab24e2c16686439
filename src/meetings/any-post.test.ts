import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { newId } from '#platform/database/ids.ts'
import { meetingsRoutes } from './routes.ts'
import { itemInput } from './testing/arrange.ts'
import { meetingsClient } from './testing/client.ts'
import { openPreparing, type PreparingScene } from './testing/preparing-scene.ts'

const scene: PreparingScene = await openPreparing()
const { needs, board, ownerDb } = scene
const instant = '2014-06-23T14:00:00Z'
const clients = [...Array.from({ length: 8 }, () => board.clerk), board.author, board.chair, board.member].map(({ account }) =>
  meetingsClient(needs, account, instant),
)
const [clerk] = clients

const { id, items } = await scene.meetingWith('2014-06-23', [itemInput('First'), itemInput('Second'), itemInput('Third')])
const paper = await scene.clearedPaper(id, items[0] ?? '', 'A paper', 'Words.')
const publication = await scene.publish(id)
const planned = await clerk?.post(`/boards/${board.slug}/plan/new`, { title: 'Wish', purpose: 'decision' })
assert.equal(planned?.status, 303)
await clerk?.post(`/meetings/${id}/attendance/start`, { version: '1' })
const decided = await clerk?.post(`/meetings/${id}/decisions/new`, {
  type: 'note',
  text: 'Noted.',
  matter: 'neither',
  method: 'consensus',
  item: items[0] ?? '',
})
const acted = await clerk?.post(`/meetings/${id}/actions/new`, { text: 'Do it.', unconfirmed: 'yes', leadOther: 'Ben Chair', due: 'June' })
assert.deepEqual([decided?.status, acted?.status], [303, 303])

const first = async (table: 'meetings.plan_item' | 'meetings.decision' | 'meetings.action'): Promise<string> =>
  (await ownerDb.selectFrom(table).select('id').executeTakeFirst())?.id ?? newId()
const wish = await first('meetings.plan_item')
const decision = await first('meetings.decision')
const action = await first('meetings.action')
/** What may stand in an address where its pattern names something; now and then a record of another kind. */
function idsFor(pattern: string, name: string): readonly string[] {
  if (name === 'slug') return [board.slug]
  if (name === 'paper') return [paper, paper, paper, id]
  if (name === 'publication') return [publication, publication, publication, id]
  if (name === 'item') return pattern.startsWith('/boards') ? [wish, wish, wish, id] : [...items, wish]
  const own = pattern.startsWith('/decisions') ? decision : pattern.startsWith('/actions') ? action : id
  return [own, own, own, own, paper]
}
const patterns = [
  ...new Set(
    meetingsRoutes(needs)
      .routes.filter(({ method }) => method === 'POST')
      .map(({ path }) => path),
  ),
].toSorted()

/** Every name that a form of meetings posts, as its pages draw them, and some that none does. */
const names = [
  ...'title kind heldOn-day heldOn-month heldOn-year startsAt endsAt place access accessNotes contact onlineLink joiningNotes jointBodies'.split(
    ' ',
  ),
  ...'recordsHistory shortNoticeReason version reason decidedBy publicTitle number parent purpose presenter summary reportStatus category'.split(
    ' ',
  ),
  ...'paragraphs publicInterest exemptDecidedBy interestFor publicConclusion urgent urgentReason tabledConsent functionKey commitsMoney openers standing planItem meeting'.split(
    ' ',
  ),
  ...'lead author body act discipline checker overrides verdict note consenter person breachReason breachApprover recommendations'.split(
    ' ',
  ),
  ...'type text matter method item decision dueWords due-day due-month due-year leads state chairWho chairOther nextChair nextFrom others'.split(
    ' ',
  ),
  ...'mark consulted views heading section mover seconder signedBy signedOn-day __proto__ constructor toString'.split(' '),
]
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 300 }),
  fc.constantFrom('', '1', '2', '0', '-1', '3', '99', '2014', '31', '2', '1e9', '9007199254740993', 'yes', '2pm', '14:30', '25:99'),
  fc.constantFrom(
    'ordinary',
    'public',
    'private',
    'exempt',
    'decision',
    'to_follow',
    'note',
    'agree',
    'neither',
    'consensus',
    'legal',
    'cleared',
  ),
  fc.constantFrom('\u0000', '\ud800', '\u202e', "'; drop table x; --", '<script>', '../../etc', 'null', '[]', '{}', '%', '\\', 'lga1972.3'),
  fc.constantFrom(id, paper, publication, board.body, board.author.person, newId(), ...items),
)
/** What most forms take; random values then replace some of it, so that they get past the first check. */
const sound = {
  ...{
    title: 'Title',
    kind: 'ordinary',
    'heldOn-day': '24',
    'heldOn-month': '11',
    'heldOn-year': '2014',
    startsAt: '2pm',
    access: 'public',
  },
  ...{
    reason: 'A reason',
    decidedBy: 'The chair',
    purpose: 'decision',
    reportStatus: 'to_follow',
    category: 'public',
    author: board.author.person,
  },
  ...{
    act: 'save',
    discipline: 'legal',
    checker: 'Somebody',
    verdict: 'returned',
    note: 'A note',
    consenter: 'chair',
    person: 'Ben Chair',
  },
  ...{
    type: 'note',
    text: 'That it be noted.',
    matter: 'neither',
    method: 'consensus',
    body: 'Words.',
    planItem: wish,
  },
  ...{ breachReason: 'Late', breachApprover: 'Ben Chair', state: 'open', chairWho: 'chair', consulted: 'Two', views: 'They agree' },
}
const wild = fc.dictionary(fc.constantFrom(...names), fc.oneof(odd, fc.array(odd, { maxLength: 3 })), { maxKeys: 6 })
const bodies = fc
  .tuple(fc.constantFrom(sound, sound, sound, {}), fc.integer({ min: 1, max: 5 }), wild)
  .map(([base, version, more]): Record<string, string | string[]> => ({ ...base, version: String(version), ...more }))

test('Bad input: no form with anything in it is ever answered with a fault, at any address of meetings', async () => {
  assert.ok(patterns.length > 40, `${patterns.length} addresses`)
  const addresses = fc
    .constantFrom(...patterns)
    .chain((pattern) =>
      fc
        .tuple(...[...pattern.matchAll(/:(\w+)/g)].map(([, name = '']) => fc.constantFrom(...idsFor(pattern, name))))
        .map((values) => values.reduce((path, value) => path.replace(/:\w+/, value), pattern)),
    )
  const outcomes = new Map<number, number>()
  await fc.assert(
    fc.asyncProperty(addresses, fc.constantFrom(...clients), bodies, async (path, client, body) => {
      const { status } = await client.post(path, body)
      outcomes.set(status, (outcomes.get(status) ?? 0) + 1)
      assert.ok([200, 303, 401, 403, 404, 409, 422].includes(status), `${path}: ${status}`)
    }),
    { numRuns: 300, endOnFailure: true, seed: 20261123 },
  )
  // Not all of it was turned away at the door.
  const within = [303, 409, 422].reduce((sum, status) => sum + (outcomes.get(status) ?? 0), 0)
  assert.ok(within > 45 && (outcomes.get(303) ?? 0) > 0, JSON.stringify([...outcomes]))
})
