import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayFields } from '#governance/testing/rooms.ts'
import { type ContentClass, contentClasses } from './rules/access.ts'
import { mayRead } from './testing/slow-reading.ts'
import { openTown, type Townsperson, townsfolk } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town

async function ask(label = 'Amber'): Promise<string> {
  const fields = {
    label,
    area: town.area,
    agency: town.agency('asker'),
    ...dayFields('requestedOn', '2026-03-02'),
    why: 'They are tired',
    told: 'yes',
  }
  const done = await town.send('/families/new', { ...fields, child1: 'Wren Amber', ...dayFields('born1', '2019-02-28') }, 'asker')
  assert.equal(done.status, 303, done.text)
  return done.location
}
const agreement = (agencies: readonly Townsperson[], classes: readonly ContentClass[] = contentClasses) => ({
  ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked it through', evidence: 'signed' },
  ...dayFields('givenOn', '2026-03-05'),
  agencies: agencies.map(town.agency),
  classes,
})
const iso = (date: Temporal.PlainDate): string => date.toString()
const idOf = (at: string): string => at.split('/')[2] ?? ''

test('E3, E6: whatever happens in whatever order, nobody reads without a basis that holds', async () => {
  const people = ['lead', 'nurse', 'colleague'] as const
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('agree' as const),
      agencies: fc.subarray([...people, 'asker' as const]),
      classes: fc.subarray([...contentClasses]),
    }),
    fc.record({ kind: fc.constantFrom('withdraw' as const, 'decide' as const, 'end' as const), at: fc.nat(3) }),
    fc.record({
      kind: fc.constant('join' as const),
      who: fc.constantFrom(...people),
      classes: fc.subarray([...contentClasses], { minLength: 1 }),
    }),
    fc.record({ kind: fc.constant('later' as const), months: fc.integer({ min: 1, max: 7 }) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      const at = await ask()
      const episode = idOf(at)
      for (const one of steps) {
        town.tick()
        if (one.kind === 'agree')
          await town.send(
            `${at}/agreement`,
            { ...agreement(one.agencies, one.classes), ...dayFields('givenOn', iso(town.as('asker').today)) },
            'asker',
          )
        if (one.kind === 'join') await town.send(`${at}/team`, { post: town.post(one.who), classes: one.classes }, 'asker')
        if (one.kind === 'later') town.tick({ hours: one.months * 24 * 30 })
        if (one.kind === 'withdraw') {
          const agreed = await ownerDb
            .selectFrom('casework.agreement')
            .select('id')
            .where('episode', '=', episode)
            .orderBy('number', 'desc')
            .executeTakeFirst()
          if (agreed) await town.send(`${at}/agreements/${agreed.id}/withdraw`, { withdrawnBy: 'Mother' }, 'asker')
        }
        if (one.kind === 'decide') {
          const who = people[one.at % 3] ?? 'lead'
          const made = await town.send(
            `${at}/sharing`,
            {
              verdict: 'share',
              organisation: town.agency(who),
              classes: ['family'],
              basis: 'public-task',
              purpose: 'p',
              because: 'b',
              told: 'yes',
              toldWords: 't',
              ...dayFields('holdsUntil', iso(town.as('asker').today.add({ months: 2 }))),
            },
            'asker',
          )
          await town.send(`${made.location}/approve`, {}, 'governance')
        }
        if (one.kind === 'end') {
          const stands = await ownerDb
            .selectFrom('casework.sharing_decision')
            .select('id')
            .where('episode', '=', episode)
            .where('ended_at', 'is', null)
            .executeTakeFirst()
          if (stands) await town.send(`/sharing-decisions/${stands.id}/end`, {}, 'governance')
        }
        for (const who of townsfolk)
          assert.equal(/Wren Amber/.test((await town.get(at, who)).text), await mayRead(town, episode, who), `${who} after ${one.kind}`)
      }
    }),
    { numRuns: 5 },
  )
})
