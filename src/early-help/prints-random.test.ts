import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { extractText, getDocumentProxy } from 'unpdf'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { episodeOf, ledFamilies } from './testing/led-families.ts'
import { openTown } from './testing/town.ts'

const town = await openTown()
const { ownerDb } = town
const { must, led, enter, personOf } = ledFamilies(town)

/** Where four people are and how they are reached; some name the same, in other words. */
const streets = ['1 Larch Close', '2 Elm Road', '3 Oak Row', 'Flat 4, 5 Ash Court', '2, ELM road'] as const
const reach = ['07700 900121', 'wren@home.example', 'Beech School', 'Mill Bakery', '+44 7700 900 121'] as const
const kinds = ['phone', 'mail', 'school', 'work', 'phone'] as const
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
// A number in two spellings is one number, as is a street.
const marksOf = (words: string): string => plain(words).replace(/^(44|0)(7700)/, '$2')

test('E1: whole prints of random families, for each reader and of every kind, carry nobody else’s withheld address or contact, on the page or in the PDF', async () => {
  const at = await led(['family', 'plan'])
  const names = ['Wren Amber', 'Mina', 'Karl', 'Ines']
  for (const name of names.slice(1)) await enter(at, name, 'parent')
  const people = await Promise.all(names.map(async (name) => (await personOf(at, name)).split('/').at(-1) ?? ''))
  const today = town.as('lead').today
  const { family } = await ownerDb.selectFrom('casework.episode').select('family').where('id', '=', episodeOf(at)).executeTakeFirstOrThrow()
  const line = () => ({ id: newId(), episode: episodeOf(at), entered_by: town.person('lead'), entered_at: town.as('lead').now })
  await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today.toString()), familyWords: 'Calm mornings' })
  await must(`${at}/plan/needs/new`, { need: 'Mornings are hard', outcome: 'We leave in time', relative: people[1] ?? '' })
  const helper = { name: 'Kim', agency: 'A shelter', role: 'Advises', ...dayFields('startsOn', today.toString()) }
  await must(`${at}/plan/members/new`, { ...helper, contact: 'Shelter desk 01632 960 777' })
  const { id: kim } = await ownerDb.selectFrom('casework.team_member').select('id').where('name', '=', 'Kim').executeTakeFirstOrThrow()
  const one = await must(`${at}/assessment/new`, { children: people[0] ?? '', ...dayFields('startedOn', today.toString()) })
  const readers = [...people.map((relative) => ({ relative, member: null })), { relative: null, member: kim }]
  const prints = readers.flatMap((reader) =>
    (['plain', 'large', 'child'] as const).map((edition) => ({ ...line(), ...reader, edition, plan_number: 1 })),
  )
  await ownerDb.insertInto('casework.plan_print').values(prints).execute()
  const textOf = async ({ bytes }: { readonly bytes: Uint8Array }): Promise<string> =>
    (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text
  const someone = fc.integer({ min: 0, max: 3 })
  const place = fc.integer({ min: 0, max: streets.length - 1 })
  const drawn = fc.record({
    homes: fc.array(fc.tuple(someone, place), { minLength: 2, maxLength: 6 }),
    contacts: fc.array(fc.tuple(someone, place), { minLength: 2, maxLength: 6 }),
    shields: fc.uniqueArray(
      fc.tuple(someone, someone).filter(([a, b]) => a !== b),
      { minLength: 1, maxLength: 4, selector: String },
    ),
    kept: fc.subarray([0, 1, 2, 3]),
  })
  let shown = 0
  let run = 0
  await fc.assert(
    fc.asyncProperty(drawn, async ({ homes, contacts, shields, kept }) => {
      await sql`truncate casework.address, casework.person_contact, casework.address_shield`.execute(ownerDb)
      const of = (person: number) => ({ ...line(), family, person: people[person] ?? '', source: 'x' })
      await ownerDb
        .insertInto('casework.address')
        .values(homes.map(([person, at]) => ({ ...of(person), kind: 'other', lines: streets[at] ?? '', postcode: `NB${at + 1} 2QQ` })))
        .execute()
      await ownerDb
        .insertInto('casework.person_contact')
        .values(contacts.map(([person, at]) => ({ ...of(person), kind: kinds[at] ?? '', value: reach[at] ?? '' })))
        .execute()
      await ownerDb
        .insertInto('casework.address_shield')
        .values(
          shields.map(([person, from]) => ({
            ...line(),
            family,
            person: people[person] ?? '',
            shielded_from: people[from] ?? '',
            because: 'x',
            starts_on: today,
          })),
        )
        .execute()
      await ownerDb
        .updateTable('casework.team_member')
        .set({ shielded_from: kept.map((index) => people[index] ?? '') })
        .where('id', '=', kim)
        .execute()
      /** What nothing for this reader may say; -1 for nobody of the family. */
      const withheld = (reader: number): readonly string[] => {
        const hidden = shields.filter(([, from]) => reader === -1 || from === reader).map(([person]) => person)
        return [
          ...homes
            .filter(([person]) => hidden.includes(person))
            .flatMap(([, at]) => [marksOf(streets[at] ?? ''), marksOf(`NB${at + 1} 2QQ`)]),
          ...contacts.filter(([person]) => hidden.includes(person)).map(([, at]) => marksOf(reach[at] ?? '')),
          ...((reader === -1 ? kept.length > 0 : kept.includes(reader)) ? ['960777'] : []),
        ]
      }
      const demand = (text: string, reader: number, what: string): void => {
        const said = plain(text.replaceAll(/<style[\s\S]*?<\/style>|<[^>]+>/g, ' '))
        for (const mark of withheld(reader))
          assert.ok(!said.includes(mark), `${what} for ${names[reader] ?? 'nobody of them'} says ${mark}`)
        if ([...streets, ...reach].some((known) => said.includes(marksOf(known)))) shown += 1
      }
      for (const [index, print] of prints.entries()) {
        const reader = Math.floor(index / 3) === 4 ? -1 : Math.floor(index / 3)
        const path = `${at}/plan/prints/${print.id}`
        demand((await town.get(path, 'lead')).text.match(/<main[\s\S]*<\/main>/)?.[0] ?? '', reader, `print, ${print.edition}`)
        if (index % 3 === 0 && index / 3 === run % 5) demand(await textOf(await town.get(`${path}/plan.pdf`, 'lead')), reader, 'PDF')
      }
      demand((await town.get(`${at}/plan/our-page`, 'lead')).text, -1, 'the page of all')
      demand((await town.get(`${one}/read`, 'lead')).text, -1, 'the assessment')
      const named = run % 4
      if (run % 2 === 0)
        demand(await textOf(await town.get(`${one}/paper.pdf?for=${people[named]}`, 'lead')), named, 'paper of the assessment')
      run += 1
    }),
    { numRuns: 8, seed: 20261123 },
  )
  assert.ok(shown > 30, `what is withheld from nobody stands on prints: ${shown}`)
})
