import { findBody } from '#governance/public-data.ts'
import { findTopic } from '#meetings/public-data.ts'
import { readAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { askToFollow, confirmFollow, type FollowNeeds, machine } from '../commands/follow.ts'
import { followKey } from '../follow-key.ts'
import type { Followed, Pace } from '../rules/following.ts'

/** Invented people outside: a local paper, a parents' forum and a charity. */
const followers: readonly { readonly email: string; readonly pace: Pace; readonly board?: string; readonly topic?: string }[] = [
  { email: 'newsdesk@fenmarsh-courier.example', pace: 'at-once', board: 'northbrook-childrens-partnership' },
  { email: 'forum@northbrook-parents.example', pace: 'weekly', board: 'northbrook-childrens-partnership' },
  { email: 'office@brightwater-families.example', pace: 'weekly', topic: 'early-help' },
]

/** Lets the sample's followers ask and confirm, as a visitor does, so that an administrator sees who follows what, and the next publication tells them. */
export async function loadFollowersSample(needs: FollowNeeds, now: Temporal.Instant): Promise<void> {
  const today = dayOf(now)
  for (const { email, pace, board = '', topic = '' } of followers) {
    const found = await readAs(needs.db, { actor: undefined, now, today }, async (reader) => ({
      board: await findBody(reader, board, today),
      topic: await findTopic(reader, topic),
    }))
    const followed: Followed | undefined = found.board
      ? { kind: 'board', body: found.board.id }
      : found.topic && { kind: 'topic', topic: found.topic.id }
    if (followed === undefined) throw new Error(`The sample has nothing called ${board}${topic} that ${email} could follow.`)
    await askToFollow(needs, now, followed, { email, pace }, { name: found.board?.name ?? found.topic?.name ?? '', sender: '' })
  }
  const asked = await readAs(needs.db, machine(now), (reader) => reader.selectFrom('publicsite.follower').select('id').execute())
  for (const { id } of asked) await confirmFollow(needs, now, followKey(needs.secrets.feeds, 'confirm', id))
}
