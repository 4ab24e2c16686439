import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callElection } from '#meetings/commands/election/call-election.ts'
import { castBallot } from '#meetings/commands/election/cast-ballot.ts'
import { countElection } from '#meetings/commands/election/count-ballot.ts'
import { nominate } from '#meetings/commands/election/nominate.ts'
import { openBallot } from '#meetings/commands/election/open-ballot.ts'
import { findBallotPapers, findCandidates } from '#meetings/queries/elections.ts'
import { RECEIPT_BYTES, receiptOf } from '#meetings/rules/ballot.ts'
import { newId } from '#platform/database/ids.ts'
import { readAs } from '#platform/database/session.ts'
import { dayOf } from '#platform/time/london.ts'
import { addPerson, buildBoard } from '../support/board.ts'
import { openNeeds } from '../support/needs.ts'
import { alone, type Figure, median } from './figure.ts'
import { benchNow, openBenchHouse } from './house.ts'

const VOTERS = 100

/** A ballot of a hundred voters: how long one vote takes, and closing and counting all of them. */
export async function ballotBench(): Promise<readonly Figure[]> {
  const house = await openBenchHouse()
  const data = mkdtempSync(join(tmpdir(), 'goldenthread-ballot-'))
  const { needs, close } = await openNeeds(house.appUrl, data, benchNow)
  try {
    const board = await buildBoard(house.ownerDb, 'strategic-partnership')
    const from = Temporal.PlainDate.from('2010-01-01')
    const seat = { id: newId(), body: board.body, key: 'hundred', name: 'Hundred', voting: 'voting', places: VOTERS, starts_on: from }
    await house.ownerDb.insertInto('governance.seat').values(seat).execute()
    const voters = []
    for (let place = 1; place <= VOTERS; place += 1) {
      const voter = await addPerson(house.ownerDb, `Voter ${place}`)
      await house.ownerDb
        .insertInto('governance.appointment')
        .values({ id: newId(), seat: seat.id, place, person: voter.person, starts_on: from })
        .execute()
      voters.push(voter)
    }
    const as = (actor: typeof board.clerk.account) => ({ actor, now: benchNow, today: dayOf(benchNow) })
    const clerk = as(board.clerk.account)
    const asked = { post: 'chair' as const, seat: undefined, meeting: undefined, nominationsUntil: undefined, note: undefined }
    const called = await callElection(needs, clerk, board.body, asked)
    if (!called.ok) throw new Error('The election was not called.')
    for (const { account, person } of voters.slice(0, 3))
      await nominate(needs, as(account), called.value, { person, nominatedBy: undefined, statement: undefined })
    await openBallot(needs, clerk, called.value, { version: 1 })
    const candidates = await readAs(needs.db, clerk, (reader) => findCandidates(reader, called.value))
    const votes: number[] = []
    for (const [index, { account }] of voters.entries()) {
      const choice = candidates[index % candidates.length]?.id ?? ''
      const began = performance.now()
      const cast = await castBallot(needs, as(account), called.value, { choice, receipt: receiptOf(randomBytes(RECEIPT_BYTES)) })
      votes.push(performance.now() - began)
      if (!cast.ok) throw new Error('A vote was not taken.')
    }
    const began = performance.now()
    await countElection(needs, clerk, called.value, { version: 2 })
    const counted = performance.now() - began
    const { length } = await readAs(needs.db, clerk, (reader) => findBallotPapers(reader, called.value))
    if (length !== VOTERS) throw new Error(`The box holds ${length} papers.`)
    return [
      alone('one vote in a secret ballot, median', 'ms', median(votes), 'under 100 ms', median(votes) < 100),
      alone(`ballot of ${VOTERS} closed and counted`, 'ms', counted, 'under 1000 ms', counted < 1_000),
    ]
  } finally {
    await close()
    await house.close()
    rmSync(data, { recursive: true, force: true })
  }
}
