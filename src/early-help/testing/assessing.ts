import assert from 'node:assert/strict'
import { dayFields } from '#governance/testing/rooms.ts'
import { type ContentClass, contentClasses } from '../rules/access.ts'
import type { Town, Townsperson } from './town.ts'

/** What a form posts. */
export type Fields = Readonly<Record<string, string | readonly string[]>>

/** What tests of assessments do in a town: a family that is led, an assessment that is begun, one that can be completed. */
export function assessing(town: Town) {
  async function must(path: string, fields: Fields, who: Townsperson): Promise<string> {
    const done = await town.send(path, fields, who)
    assert.equal(done.status, 303, `${path} by ${who}: ${done.status} ${done.text.match(/<main[\s\S]*/)?.[0].slice(0, 1500) ?? done.text}`)
    town.tick()
    return done.location
  }
  const agreement = (agencies: readonly Townsperson[], classes: readonly ContentClass[] = contentClasses): Fields => ({
    ...{ verdict: 'yes', givenBy: 'Mother', entitledBy: 'responsibility', informedHow: 'Talked it through', evidence: 'signed' },
    ...dayFields('givenOn', '2026-03-05'),
    agencies: agencies.map(town.agency),
    classes,
  })
  const today = (): string => town.as('lead').today.toString()

  /** A family that 'lead' leads, and whose agreement opens everything to a few agencies. */
  async function led(): Promise<string> {
    const fields = {
      label: 'Amber',
      area: town.area,
      agency: town.agency('asker'),
      ...dayFields('requestedOn', '2026-03-02'),
      why: 'They are tired',
      told: 'yes',
    }
    const at = await must('/families/new', { ...fields, child1: 'Wren Amber', ...dayFields('born1', '2019-02-28') }, 'asker')
    await must(`${at}/agreement`, agreement(['asker', 'lead', 'nurse']), 'asker')
    await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
    await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
    return at
  }
  async function begun(): Promise<{ readonly at: string; readonly one: string }> {
    const at = await led()
    const child = /name="children"[^>]*value="([^"]+)"/.exec((await town.get(`${at}/assessment/new`, 'lead')).text)?.[1] ?? ''
    const one = await must(`${at}/assessment/new`, { children: child, ...dayFields('startedOn', today()) }, 'lead')
    return { at, one }
  }
  const child = async (at: string): Promise<string> =>
    (
      await town.ownerDb
        .selectFrom('casework.person as p')
        .innerJoin('casework.episode as e', 'e.family', 'p.family')
        .where('e.id', '=', at.split('/')[2] ?? '')
        .select('p.id')
        .executeTakeFirstOrThrow()
    ).id
  /** What is needed, and somebody's view. */
  async function filled(at: string, one: string): Promise<void> {
    await must(`${one}/parts/reason`, { version: '0', 'q-what-led': 'School was missed' }, 'lead')
    await must(`${one}/parts/views`, { version: '0', 'q-child-view-how': 'spoke', 'q-child-view': 'I like my room' }, 'lead')
    await must(`${one}/views`, { person: await child(at), tookPart: 'yes', verdict: 'agreed', ...dayFields('saidOn', today()) }, 'lead')
  }
  return { must, today, led, begun, child, filled }
}
