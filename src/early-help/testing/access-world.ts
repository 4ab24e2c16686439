import assert from 'node:assert/strict'
import { dayFields } from '#governance/testing/rooms.ts'
import { newId } from '#platform/database/ids.ts'
import { type CaseworkRelation, type ContentClass, contentClasses } from '../rules/access.ts'
import { episodeOf, ledFamilies } from './led-families.ts'
import { type Town, type Townsperson, townsfolk } from './town.ts'

/** Whoever asks: somebody of the town, or a visitor. */
export type Asker = Townsperson | 'visitor'
/** Everybody of the table. */
export const askers: readonly Asker[] = [...townsfolk, 'visitor']

/** Three families between which the town stands in every relation that there is; the third is withheld. */
export interface AccessWorld {
  readonly families: readonly AccessFamily[]
}
/** One of them: who is what towards it, written by hand, and which classes each reader was granted. */
export interface AccessFamily {
  readonly name: 'Amber' | 'Beryl' | 'Coral'
  readonly at: string
  readonly episode: string
  readonly family: string
  readonly relations: Readonly<Record<Asker, readonly CaseworkRelation[]>>
  readonly granted: Readonly<Partial<Record<Asker, readonly ContentClass[]>>>
}

const everywhere = {
  'co-ordinator': ['practitioner', 'organiser', 'co-ordinator'],
  'other-co-ordinator': ['practitioner', 'organiser'],
  // Co-ordinates the other locality besides.
  governance: ['practitioner', 'organiser', 'approver'],
  administrator: ['administrator'],
  'board-member': [],
  visitor: [],
} as const satisfies Partial<Record<Asker, readonly CaseworkRelation[]>>

/** What stands in each class of the families, where a page would show it. */
export const markers: Readonly<Record<ContentClass, RegExp>> = {
  family: /Wren Amber/,
  assessment: /They are tired/,
  voice: /Mornings end in tears/,
  plan: /Out of the door by eight/,
}

/** Makes them, through the forms that people use. */
export async function openAccessWorld(town: Town): Promise<AccessWorld> {
  const { must, led } = ledFamilies(town)
  const today = () => town.as('lead').today.toString()
  const posts = { supervisor: town.post('colleague'), worker: town.post('lead') }
  await must('/families/posts/supervision', { ...posts, ...dayFields('startsOn', '2026-01-01') }, 'administrator')
  const filled = async (at: string, who: Townsperson): Promise<void> => {
    const told = { kind: 'worried', words: 'Mornings end in tears', whose: 'Mina', ...dayFields('saidOn', '2026-03-02') }
    await must(`${at}/voice/statements/new`, { ...told, goal: 'We leave smiling', forHowLong: 'six weeks' }, who)
    await must(`${at}/plan/begin`, { ...dayFields('agreedOn', today()), familyWords: 'Calm mornings' }, who)
    await must(`${at}/plan/needs/new`, { need: 'Mornings are hard', outcome: 'Out of the door by eight' }, who)
  }
  const amber = await led(['family', 'plan'])
  await filled(amber, 'lead')
  const beryl = await led(contentClasses)
  await filled(beryl, 'lead')
  // Handed over to the nurse, who then asks the one who led before to lead again; sent to the agency that once asked; opened in an emergency.
  await must(`${beryl}/lead`, { post: town.post('nurse') }, 'lead')
  await must(`${beryl}/lead/answer`, { verdict: 'yes' }, 'nurse')
  await must(`${beryl}/lead`, { post: town.post('lead') }, 'nurse')
  const sent = { kind: 'step-down', target: town.agency('asker'), toTier: 'early-help', words: 'Only for who receives it', agrees: 'yes' }
  const move = await must(`${beryl}/movement/new`, { ...sent, ...dayFields('proposedOn', today()) }, 'nurse')
  await must(`${move}/send-here`, {}, 'nurse')
  const coral = await withheld(town, filled)
  const rows = await town.ownerDb.selectFrom('casework.episode').select(['id', 'family', 'reference']).execute()
  const rowOf = (at: string) => rows.find(({ id }) => id === episodeOf(at)) ?? { id: '', family: '', reference: '' }
  const emergency = { reason: 'child-at-risk', words: 'The hospital rang', password: 'right', code: '000000' }
  await must('/families/emergency', { ...emergency, reference: rowOf(beryl).reference }, 'colleague')
  const family = (name: AccessFamily['name'], at: string, relations: AccessFamily['relations'], granted: AccessFamily['granted']) => ({
    ...{ name, at, episode: episodeOf(at), family: rowOf(at).family, relations, granted },
  })
  await readsNoMore(town, beryl)
  return {
    families: [
      family(
        'Amber',
        amber,
        {
          ...everywhere,
          asker: ['practitioner'],
          lead: ['practitioner', 'keeper', 'reader'],
          nurse: ['practitioner', 'reader'],
          colleague: ['practitioner', 'supervisor'],
        },
        { lead: contentClasses, nurse: ['family', 'plan'] },
      ),
      family(
        'Beryl',
        beryl,
        {
          ...everywhere,
          asker: ['practitioner', 'receiver'],
          lead: ['practitioner', 'proposed'],
          nurse: ['practitioner', 'keeper', 'reader'],
          colleague: ['practitioner', 'breaker'],
        },
        { nurse: contentClasses },
      ),
      // Of two who co-ordinate its locality one is named to be asked, and finds it as co-ordinators do; to the other it is not there.
      family(
        'Coral',
        coral,
        {
          ...everywhere,
          'co-ordinator': ['practitioner', 'organiser'],
          'other-co-ordinator': ['practitioner', 'organiser', 'co-ordinator'],
          asker: ['practitioner'],
          lead: ['practitioner', 'keeper', 'reader'],
          nurse: ['practitioner', 'reader'],
          colleague: ['practitioner', 'supervisor'],
        },
        { lead: contentClasses, nurse: ['family'] },
      ),
    ],
  }
}

/** A family of the other locality that is withheld: 'other-co-ordinator' is asked instead, 'governance' co-ordinates there, too. */
async function withheld(town: Town, fill: (at: string, who: Townsperson) => Promise<void>): Promise<string> {
  const { must, led } = ledFamilies(town)
  const there = await town.ownerDb
    .selectFrom('casework.post')
    .select('area')
    .where('id', '=', town.post('other-co-ordinator'))
    .executeTakeFirstOrThrow()
  const area = there.area ?? ''
  const post = { person: town.person('governance'), organisation: town.agency('governance'), role: 'co-ordinator', area }
  await town.ownerDb
    .insertInto('casework.post')
    .values({ id: newId(), ...post, starts_on: Temporal.PlainDate.from('2020-01-01') })
    .execute()
  const coral = await led(['family'], area)
  await fill(coral, 'lead')
  const because = { reason: 'abuse', words: 'He works at the council', ...dayFields('lookAgainOn', '2026-06-01') }
  await must(`${coral}/shield`, { ...because, asks: town.post('other-co-ordinator') })
  return coral
}

/** Whoever handed a family over reads no more of it. */
async function readsNoMore(town: Town, at: string): Promise<void> {
  const left = await town.ownerDb
    .selectFrom('casework.access_grant')
    .select('id')
    .where('person', '=', town.person('lead'))
    .where('episode', '=', episodeOf(at))
    .where('ends_at', '>', town.as('lead').now)
    .execute()
  assert.equal(left.length, 0, 'whoever handed over reads no more')
}
