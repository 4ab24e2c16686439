import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { type Writer, writeAs } from '#platform/database/session.ts'
import { type ContentClass, contentClasses } from '../rules/access.ts'
import type { Town, Townsperson } from './town.ts'

/** What a form posts. */
export type Fields = Readonly<Record<string, string | readonly string[]>>
/** The last part of an address. */
export const last = (path: string): string => path.split('/').at(-1) ?? ''
/** The episode of an address. */
export const episodeOf = (at: string): string => at.split('/')[2] ?? ''

/** What tests of one led family do over and over. */
export interface LedFamilies {
  readonly must: (path: string, fields: Fields, who?: Townsperson) => Promise<string>
  readonly refused: (path: string, fields: Fields, words: RegExp, who?: Townsperson) => Promise<void>
  /** A family that 'lead' leads, and of which 'nurse' may read some classes. */
  readonly led: (classes?: readonly ContentClass[], area?: string) => Promise<string>
  readonly enter: (at: string, name: string, part: string, more?: Fields) => Promise<string>
  /** The address of somebody of a family. */
  readonly personOf: (at: string, name: string) => Promise<string>
  /** Looks by hand and counts what somebody reads of a table, past every page. */
  readonly rowsAs: (who: Townsperson, at: string, table: string) => Promise<number>
}

/** Families that are led, in a town. */
export function ledFamilies(town: Town): LedFamilies {
  async function must(path: string, fields: Fields, who: Townsperson = 'lead'): Promise<string> {
    const done = await town.send(path, fields, who)
    assert.equal(done.status, 303, `${path} by ${who}: ${done.status} ${done.text.match(/<main[\s\S]*/)?.[0].slice(0, 1500)}`)
    town.tick()
    return done.location
  }
  async function refused(path: string, fields: Fields, words: RegExp, who: Townsperson = 'lead'): Promise<void> {
    const done = await town.send(path, fields, who)
    assert.equal(done.status, 422, `${path}: ${done.status}`)
    assert.match(done.text, words)
  }

  /** A family that 'lead' leads, and of which 'nurse' may read some classes. */
  async function led(classes: readonly ContentClass[] = ['family'], area: string = town.area): Promise<string> {
    const asked = {
      ...{ label: 'Amber', area, agency: town.agency('asker'), why: 'They are tired', told: 'yes', child1: 'Wren Amber' },
      ...{ ...dayFields('requestedOn', '2026-01-05'), ...dayFields('born1', '2019-02-28') },
    }
    const at = await must('/families/new', asked, 'asker')
    const agencies = (['asker', 'lead', 'nurse'] as const).map(town.agency)
    const agreed = {
      verdict: 'yes',
      givenBy: 'Mother',
      entitledBy: 'responsibility',
      informedHow: 'Talked',
      evidence: 'signed',
      agencies,
      classes: contentClasses,
    }
    await must(`${at}/agreement`, { ...agreed, ...dayFields('givenOn', '2026-01-07') }, 'asker')
    await must(`${at}/lead`, { post: town.post('lead') }, 'asker')
    await must(`${at}/lead/answer`, { verdict: 'yes' }, 'lead')
    await must(`${at}/team`, { post: town.post('nurse'), classes }, 'lead')
    return at
  }
  const enter = (at: string, name: string, part: string, more: Fields = {}) => must(`${at}/people/new`, { name, part, ...more })
  async function personOf(at: string, name: string): Promise<string> {
    const { id } = await town.ownerDb
      .selectFrom('casework.person as p')
      .innerJoin('casework.episode as e', 'e.family', 'p.family')
      .where('e.id', '=', episodeOf(at))
      .where('p.name', '=', name)
      .select('p.id')
      .executeTakeFirstOrThrow()
    return `${at}/people/${id}`
  }
  /** Looks by hand and reads a table, past every page. */
  async function rowsAs(who: Townsperson, at: string, table: string): Promise<number> {
    return writeAs(town.db, town.as(who), async (tx: Writer) => {
      await tx
        .insertInto('casework.look')
        .values({ id: newId(), episode: episodeOf(at), person: town.person(who), organisation: null, what: 'page', at: town.as(who).now })
        .execute()
      return (await sql`select from ${sql.raw(`casework.${table}`)} where episode = ${episodeOf(at)}`.execute(tx)).rows.length
    })
  }
  return { must, refused, led, enter, personOf, rowsAs }
}
