import { z } from 'zod'
import { readAs, writeAs } from '#platform/database/session.ts'
import type { JobHandler } from '#platform/jobs/worker.ts'
import { dayOf } from '#platform/time/london.ts'
import { forgetOldTyped } from '../commands/keep-typed.ts'
import { placeStandingEverywhere } from '../commands/plan/place-standing.ts'
import { forgetSubmitters } from '../commands/submission/forget-submitters.ts'
import { chasePartners } from './chase-partners.ts'
import { makeMinutes } from './make-minutes.ts'
import { makePack } from './make-pack.ts'
import { asSystem, type PackNeeds } from './making.ts'
import { remindAuthors } from './remind-authors.ts'
import { tellOfQuestion } from './tell-of-question.ts'
import { tellOfSubmission } from './tell-of-submission.ts'

const packJob = z.object({ publication: z.uuid() })

/** Works off one job of the queue 'pack': the files of a pack, or of published minutes. */
export function packHandler(needs: PackNeeds): JobHandler {
  return async ({ data }) => {
    const { publication } = packJob.parse(data)
    const now = needs.clock.now()
    const row = await readAs(needs.db, asSystem(now), (reader) =>
      reader.selectFrom('meetings.publication').select(['meeting', 'kind']).where('id', '=', publication).executeTakeFirst(),
    )
    if (!row) return
    const make = row.kind === 'minutes' ? makeMinutes : makePack
    await make(needs, row.meeting, publication)
  }
}

const submissionJob = z.object({ submission: z.uuid() })
const questionJob = z.object({ question: z.uuid(), news: z.enum(['asked', 'answered']) })

/** Works off one job of the queue 'reminders': the one that comes once a day, news of a question to an author, or of what a member brought to a meeting. */
export function remindersHandler(needs: PackNeeds): JobHandler {
  return async ({ data }) => {
    const now = needs.clock.now()
    const told = questionJob.safeParse(data)
    if (told.success) return tellOfQuestion(needs, now, told.data.question, told.data.news)
    const brought = submissionJob.safeParse(data)
    if (brought.success) return tellOfSubmission(needs, now, brought.data.submission)
    await remindAuthors(needs, now)
    await chasePartners(needs, now)
    await writeAs(needs.db, asSystem(now), (tx) => forgetSubmitters(tx, now, dayOf(now)))
    await writeAs(needs.db, asSystem(now), (tx) => forgetOldTyped(tx, now))
    await writeAs(needs.db, asSystem(now), (tx) => placeStandingEverywhere(tx, asSystem(now)))
  }
}
