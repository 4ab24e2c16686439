import assert from 'node:assert/strict'
import { dayFields } from '#governance/testing/rooms.ts'
import type { openTown, Townsperson } from './town.ts'

type Town = Awaited<ReturnType<typeof openTown>>
type Fields = Readonly<Record<string, string | readonly string[]>>
const root = '/families/training'

/** What tests of training do: enter a course, plan and agree a session, read its bookings. */
export function ofTraining(town: Town) {
  const { ownerDb } = town
  const must = async (path: string, fields: Fields, who: Townsperson = 'co-ordinator') => {
    const done = await town.send(path, fields, who)
    assert.equal(done.status, 303, `${path} by ${who}: ${done.status} ${done.text.match(/<main[\s\S]*/)?.[0].slice(0, 1500)}`)
    town.tick()
    return done.location
  }
  const course = async (name: string): Promise<string> => {
    await must(`${root}/courses/new`, { name, kind: 'training', summary: 'What leads do' })
    return (await ownerDb.selectFrom('casework.training_course').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
  }
  const session = async (of: string, capacity: string, on = '2026-03-20'): Promise<string> => {
    const schedule = await must(`${root}/schedules/new`, { name: 'Spring' })
    const times = { ...dayFields('heldOn', on), startsAt: '2pm' }
    const at = await must(`${schedule}/sessions/new`, {
      course: of,
      district: 'East',
      administrator: 'Desk',
      venue: 'Hall',
      capacity,
      ...times,
    })
    assert.match((await town.get(schedule, 'nurse')).text, /Draft\. Days and places can still change/)
    assert.equal((await town.send(`${at}/place`, {}, 'nurse')).status, 422, 'nobody books on a draft')
    await must(`${schedule}/agree`, {})
    return at
  }
  const bookings = (at: string) => {
    const its = ownerDb.selectFrom('casework.booking').selectAll()
    return its
      .where('session', '=', at.split('/').at(-1) ?? '')
      .orderBy('asked_at')
      .orderBy('id')
      .execute()
  }
  const change = { district: 'East', administrator: 'Desk', venue: 'Hall', ...dayFields('heldOn', '2026-03-20'), version: '1' }
  return { root, must, course, session, bookings, change }
}
