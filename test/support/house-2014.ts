import type { Page } from 'playwright-core'
import { sampleId } from '#governance/sample/ids.ts'
import { loadGovernanceSample } from '#governance/sample/load.ts'
import { sampleEmail } from '#governance/sample/people.ts'
import { recordDecember2013 } from '#meetings/sample/record-december.ts'
import { SYSTEM_ACTOR } from '#platform/database/actors.ts'
import { writeAs } from '#platform/database/session.ts'
import { giveAccount, openPage, openPageAs, type Traveller } from './journey.ts'
import { type ServedHouse, serveHouse } from './served-house.ts'

/** The slug of the board that meets. */
export const partnership = 'northbrook-childrens-partnership'

/** The house as it stood on 3 February 2014: December recorded, February not begun. */
export interface House2014 extends ServedHouse {
  /** Address of December's meeting. */
  readonly december: string
  readonly clerk: Page
  readonly author: Page
  readonly member: Page
  readonly memberEmail: string
  readonly visitor: Page
}

/** Serves that house, with its clerk, an author and a member signed in. */
export async function serve2014(): Promise<House2014> {
  const start = Temporal.Instant.from('2014-02-03T10:00:00Z')
  const made: { december: string; readonly people: Traveller[] } = { december: '', people: [] }
  const house = await serveHouse(start, async (rooms) => {
    const acting = { actor: SYSTEM_ACTOR, now: start, today: Temporal.PlainDate.from('2014-02-03') }
    const { bodies } = await loadGovernanceSample(rooms.ownerDb, acting, start)
    made.december = `/meetings/${await writeAs(rooms.ownerDb, acting, (tx) => recordDecember2013(tx, bodies.get(partnership) ?? ''))}`
    for (const [key, name] of [
      ['lindqvist', 'Beth Lindqvist'],
      ['reid', 'Callum Reid'],
      ['ellwood', 'Margaret Ellwood'],
    ] as const)
      made.people.push(await giveAccount(rooms, { id: sampleId('person', key), name, email: sampleEmail(name) }))
  })
  const [clerk, author, member] = made.people
  if (!clerk || !author || !member) throw new Error('Three people should have accounts.')
  return {
    ...house,
    december: made.december,
    clerk: await openPageAs(house, clerk),
    author: await openPageAs(house, author),
    member: await openPageAs(house, member),
    memberEmail: member.email,
    visitor: await openPage(house),
  }
}
