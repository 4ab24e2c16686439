import assert from 'node:assert/strict'
import { test } from 'node:test'
import { absentMembers } from './absent-members.ts'

test('M8: absent are those who hold a seat and are not in the room; whoever left is absent again', () => {
  const left = Temporal.Instant.from('2026-03-10T15:00:00Z')
  const place = (id: string) => ({ holder: { person: { id, name: id } } })
  const seats = [
    { voting: 'voting', places: [place('ada'), place('ben'), { holder: undefined }] },
    { voting: 'non_voting', places: [place('cora')] },
    { voting: 'observer', places: [place('dan')] },
  ]
  const stays = [
    { person: 'ada', to: null },
    { person: 'ben', to: left },
    { person: 'a guest', to: null },
  ]
  assert.deepEqual(
    absentMembers({ membership: { seats }, attendance: { stays } }).map(({ id }) => id),
    ['ben', 'cora'],
  )
})
